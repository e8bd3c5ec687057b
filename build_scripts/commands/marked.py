"""A part of a document that a command writes, between two marks."""

from __future__ import annotations

from pathlib import Path


def write_between(document: Path, begin: str, end: str, content: str) -> None:
    """Writes the content between the two marks; raises ValueError where the document has no such marks."""
    before, found, rest = document.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{document}: {begin} … {end} ？内容写在两个标记之间 · the content stands between the two")
    document.write_text(f"{before}{begin}\n{content}{end}{after}", encoding="utf-8", newline="\n")
