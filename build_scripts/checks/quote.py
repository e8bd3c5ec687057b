"""Shows a cell inside a message: short, on one line, with invisible characters made visible."""

from __future__ import annotations

import unicodedata

LONGEST = 40
HIDDEN = {
    "Cc",
    "Cf",
    "Cs",
    "Co",
    "Cn",
    "Zl",
    "Zp",
}  # control, format (bidirectional, zero-width), not characters


def quote(value: object, longest: int = LONGEST) -> str:
    """Returns the value as text in 「」, cut after `longest` characters, hidden characters as \\uXXXX."""
    text = "" if value is None else str(value)
    shown = "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) in HIDDEN else c for c in text[:longest])
    return f"「{shown}{'…' if len(text) > longest else ''}」"
