"""EDTF strings and the days they cover."""

from datetime import date

import pytest

from kg.dates import edtf_bounds

ROWS = [
    ("2025-04-11", "2025-04-11", "2025-04-11"),
    ("2025-04-11T20:45:00", "2025-04-11", "2025-04-11"),
    ("2025-02", "2025-02-01", "2025-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-12", "2025-12-01", "2025-12-31"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025~", "2025-01-01", "2025-12-31"),
    ("2025-XX", "2025-01-01", "2025-12-31"),
    ("2025-04-XX", "2025-04-01", "2025-04-30"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("18XX", "1800-01-01", "1899-12-31"),
    ("2025-21", "2025-03-01", "2025-05-31"),
    ("2025-24", "2025-12-01", "2026-02-28"),
    ("2025-34", "2025-04-01", "2025-06-30"),
    ("1939/1945", "1939-01-01", "1945-12-31"),
    ("2025-05-03/2025-05-05", "2025-05-03", "2025-05-05"),
    ("2025-02/..", "2025-02-01", "9999-12-31"),
    ("../2025-02", "0001-01-01", "2025-02-28"),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest"), ROWS)
def test_bounds(edtf: str, earliest: str, latest: str) -> None:
    assert edtf_bounds(edtf) == (date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize("edtf", ["", "gestern", "2025-13", "2025-02-30", "2025-W16", "2026/2025", "25"])
def test_refuses_what_is_no_date(edtf: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edtf_bounds(edtf)
