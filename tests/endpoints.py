"""Servers of SPARQL on this machine, started by the tests: the Oxigraph server, and Apache Jena."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

JAVA = Path("/usr/share/java")
JARS = (
    *(f"jena-{part}" for part in ("arq", "base", "core", "iri", "rdfconnection", "tdb2")),
    *(f"jena-dboe-{part}" for part in ("base", "index", "storage", "trans-data", "transaction")),
    *(f"commons-{part}" for part in ("cli", "codec", "compress", "csv", "io", "lang3")),
    *("dexx.collection", "guava", "slf4j-api", "slf4j-nop", "thrift"),
)
MESSAGES = ("xerces/impl/xpath/regex/message.properties", "xerces/impl/msg/XMLSchemaMessages.properties")
"""What Debian's jena-core lacks: without these files, be they empty, Jena does not start."""


@contextmanager
def oxigraph() -> Iterator[str]:
    """The Oxigraph server, in memory; gives its address."""
    port, program = free_port(), shutil.which("oxigraph") or str(Path(sys.executable).with_name("oxigraph"))
    with running([program, "serve", "--bind", f"localhost:{port}"], port):
        yield f"http://localhost:{port}"


@contextmanager
def jena(folder: Path) -> Iterator[str]:
    """Apache Jena, in memory; gives its address, to be continued by "/plain" or "/union"."""
    lacking = [jar for jar in JARS if not (JAVA / f"{jar}.jar").exists()]
    assert not lacking, "these tests need Apache Jena: apt-get install libapache-jena-java default-jdk-headless"
    for name in MESSAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    port, path = free_port(), ":".join([*(f"{JAVA / jar}.jar" for jar in JARS), str(folder)])
    with running(["java", "-Xmx512m", "-cp", path, str(Path(__file__).with_name("JenaServer.java")), str(port)], port):
        yield f"http://localhost:{port}"


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(command: Sequence[str], port: int) -> Iterator[None]:
    """Run a server until the block ends; inside it answers."""
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            assert server.poll() is None, f"the server ended: {' '.join(command)}"
            try:
                urlopen(f"http://localhost:{port}/").close()
                break
            except HTTPError:
                break
            except URLError:
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()
