"""Colours, marks and lines of print; those of the explorer's light theme (web/src/explorer.css)."""

from __future__ import annotations

INK = "#1d1d1b"
MUTED = "#6a6a64"
RULE = "#dcd8ce"
TYPES = {
    "Person": ("#2f6f9f", "o"),
    "Organization": ("#7a4f9a", "s"),
    "Country": ("#2e7d5b", "h"),
    "Group": ("#a8577e", "8"),
    "Place": ("#8a6d3b", "D"),
    "NamedEvent": ("#c0562f", "*"),
    "Work": ("#5c6670", "p"),
}
"""Colour and matplotlib's mark of each type of entity."""

FACTS = {
    "Asserted": ("#4a4a46", "-"),
    "Reported": ("#3b6ea5", ":"),
    "Planned": ("#b07708", "--"),
    "Possible": ("#93938c", "--"),
    "Negated": ("#c62828", "-"),
}
"""Colour and line of each factuality."""

BACKGROUND = {"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85}
"""What lies under text, so that lines do not run through it."""
