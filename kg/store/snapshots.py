"""Snapshots of a store on disk, so that readers go on while somebody writes.

Opening Oxigraph read-only beside a writer is undefined. So the writer publishes checkpoints (hard links, some
milliseconds) into the folder ``readers`` of the store, and readers open the newest of these. The file
``readers/outdated`` says that the store holds more than the newest snapshot; a reader who finds it without a living
writer (who was killed) publishes for him.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import struct
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError

HELD: set[Path] = set()
"""The store folders that this process writes to."""


class Snapshots:
    """The snapshots of one store folder."""

    def __init__(self, folder: Path) -> None:
        self._store = folder
        self._folder = folder / "readers"
        self._marker = self._folder / "outdated"
        self._reader: ox.Store | None = None
        self._name = ""
        self._hold: int | None = None

    def newest(self) -> ox.Store:
        """Open the newest snapshot, or keep it open.

        Raises:
            StoreError: there is no store, or its first build is not far enough.
        """
        self._recover()
        names = self._names()
        if not names:
            if writer := writer_of(self._store):
                raise StoreError(f"{self._store} cannot be read yet: process {writer} builds it, try again in a moment")
            raise StoreError(f"{self._store} cannot be read: its writer was stopped: is the disk full? Else try again")
        while self._reader is None or names[-1] != self._name:
            self._open(names[-1])
            names = self._names()
        return self._reader

    def path(self) -> Path:
        """The folder of the snapshot that is open."""
        return self._folder / self._name

    def publish(self, writer: ox.Store) -> None:
        """Make a snapshot of the writer's store and drop those that nobody reads."""
        names = self._names()
        self._folder.mkdir(exist_ok=True)
        number = int(names[-1]) + 1 if names else 1
        for left in self._folder.glob("*.tmp"):
            shutil.rmtree(left)
        writer.backup(str(self._folder / f"{number:08}"))
        for name in names:
            self._drop(self._folder / name)

    def outdated(self) -> None:
        """Note that the store will hold more than the newest snapshot."""
        self._folder.mkdir(exist_ok=True)
        self._marker.touch()

    def up_to_date(self) -> None:
        """Note that the newest snapshot holds all."""
        self._marker.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the open snapshot."""
        self._reader = None
        self._name = ""
        if self._hold is not None:
            os.close(self._hold)
            self._hold = None

    def _recover(self) -> None:
        """Publish what a killed writer could not; what no newskg ever published, too."""
        if not (self._store / "CURRENT").exists():
            raise StoreError(f"there is no store at {self._store}: `kg build ARTICLES -s {self._store}` makes one")
        if (self._marker.exists() or not self._names()) and writer_of(self._store) is None:
            try:
                store = ox.Store(str(self._store))
            except OSError:  # another process was faster, and publishes
                return
            self.publish(store)
            self.up_to_date()

    def _names(self) -> list[str]:
        if not self._folder.is_dir():
            return []
        return sorted(path.name for path in self._folder.iterdir() if path.name.isdigit())

    def _open(self, name: str) -> None:
        self.close()
        path = self._folder / name
        try:
            self._hold = os.open(path, os.O_RDONLY)
            fcntl.flock(self._hold, fcntl.LOCK_SH)
            self._reader = ox.Store.read_only(str(path))
            self._name = name
        except OSError:
            if path.exists():
                raise

    def _drop(self, path: Path) -> None:
        hold = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path)
        except BlockingIOError:
            return
        finally:
            os.close(hold)


def hold(folder: Path) -> None:
    """Note that this process writes to a folder."""
    HELD.add(folder.resolve())


def release(folder: Path) -> None:
    """Note that this process no longer writes to a folder."""
    HELD.discard(folder.resolve())


def writer_of(folder: Path) -> int | None:
    """The process that holds Oxigraph's lock on a folder, None if nobody does.

    The lock file of this process is never opened: closing it would give up the lock (POSIX).
    """
    if folder.resolve() in HELD:
        return os.getpid()
    layout = "hhqqi4x"
    asked = struct.pack(layout, fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
    try:
        with open(folder / "LOCK", "rb") as lock:
            kind, _, _, _, process = struct.unpack(layout, fcntl.fcntl(lock, fcntl.F_GETLK, asked))
    except OSError:
        return None
    return None if kind == fcntl.F_UNLCK else int(process)
