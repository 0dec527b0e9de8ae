"""README's examples: read them, run them, and write what they print now (``make readme``)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.S)


def examples(text: str) -> Iterator[tuple[str, str]]:
    """Commands with the output that the README shows for them, in order."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def output_of(command: str, folder: Path) -> str:
    """Standard output of a command, run in the folder with a store of its own."""
    environment = {
        **os.environ,
        "COLUMNS": "100",
        "KG_STORE": str(folder / "store"),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    done = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def main() -> None:
    """Write the README anew, with each example's present output."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").symlink_to(ROOT / "seeds")
        text = README.read_text(encoding="utf-8")

        def fresh(block: re.Match[str]) -> str:
            shown = "".join(f"$ {command}\n{output_of(command, folder)}" for command, _ in examples(block.group(0)))
            return f"```console\n{shown}```"

        README.write_text(BLOCK.sub(fresh, text), encoding="utf-8")


if __name__ == "__main__":
    main()
