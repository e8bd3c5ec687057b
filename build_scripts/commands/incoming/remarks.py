"""What import says of a file: what it mended by itself, and what it asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.labels import word


@dataclass(frozen=True)
class Remark:
    """One thing mended (`asked` False) or asked. `key` names the words in labels/*/import.yaml.

    `line` is the row of the file that was sent; 0 means the whole file.
    """

    key: str
    line: int = 0
    column: str = ""
    values: tuple[tuple[str, str], ...] = ()
    asked: bool = False

    def text(self, lang: str) -> str:
        kind = "asked" if self.asked else "mended"
        return word(lang, f"import.{kind}.{self.key}", **dict(self.values))


def mended(key: str, line: int = 0, column: str = "", **values: str) -> Remark:
    return Remark(key, line, column, tuple(values.items()))


def asked(key: str, line: int = 0, column: str = "", **values: str) -> Remark:
    return Remark(key, line, column, tuple(values.items()), asked=True)


class UnreadableFile(RuntimeError):
    """The file cannot be read as rows at all; nothing else is said of it. The message holds both languages."""

    def __init__(self, key: str, **values: str):
        super().__init__("\n".join(word(lang, f"import.refused.{key}", **values) for lang in ("zh", "en")))


def lines_of(remarks: Iterable[Remark], place: str, lang: str) -> list[str]:
    """Returns the remarks as lines: questions row by row, what was mended once a kind and column, with a count."""
    remarks = list(remarks)
    questions = [r for r in remarks if r.asked]
    done = [r for r in remarks if not r.asked]
    counts = Counter((r.key, r.column) for r in done)
    lines, told = [], set()
    for remark in done:
        kind = remark.key, remark.column
        if kind not in told:
            told.add(kind)
            more = word(lang, "import.times", n=counts[kind]) if counts[kind] > 1 else ""
            lines.append(line_of(remark, place, lang) + more)
    return lines + [line_of(r, place, lang) for r in questions]


def line_of(remark: Remark, place: str, lang: str) -> str:
    mark = word(lang, "import.ask" if remark.asked else "import.mend")
    at = ": ".join(part for part in (f"{place}:{remark.line}" if remark.line else place, remark.column) if part)
    return f"{mark} {at}: {remark.text(lang)}"
