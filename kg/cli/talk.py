"""What a command says to its user, on standard error: standard output is for data."""

from __future__ import annotations

import logging

from rich.console import Console

console = Console(stderr=True)


def say(message: str) -> None:
    """One line, marked as newskg's, above a progress bar if there is one."""
    console.print(f"kg: {message}", soft_wrap=True, markup=False, highlight=False)


class Warnings(logging.Handler):
    """Says what the package logs."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say one record."""
        say(record.getMessage())
