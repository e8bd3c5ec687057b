"""What is wrong with a row, where, and how to mend it: one type for every check."""

from __future__ import annotations

from dataclasses import asdict, dataclass

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. `row` is the line number in the CSV file (the header is line 1); 0 means the whole file.

    `message` and `fix` hold both languages; `level` is "error" (the build stops) or "warning".
    """

    table: str
    row: int
    column: str
    message_zh: str
    message_en: str
    fix_zh: str = ""
    fix_en: str = ""
    level: str = "error"
    rule: str = ""

    def message(self, lang: str) -> str:
        return self.message_zh if lang == "zh" else self.message_en

    def fix(self, lang: str) -> str:
        return self.fix_zh if lang == "zh" else self.fix_en

    @property
    def file(self) -> str:
        return f"datasets/{self.table}.csv" if "/" not in self.table and "." not in self.table else self.table

    def as_text(self, lang: str) -> str:
        """`file:row: column: what is wrong; how to mend it`, the form editors and people can follow."""
        place = ": ".join(part for part in (f"{self.file}:{self.row}", self.column) if part)
        fix = ("；" if lang == "zh" else "; ") + self.fix(lang) if self.fix(lang) else ""
        mark = {"zh": "提醒：", "en": "warning: "}[lang] if self.level == "warning" else ""
        return f"{place}: {mark}{self.message(lang)}{fix}"

    def as_dict(self) -> dict:
        return {"file": self.file, **asdict(self)}


def errors(problems: list[Problem]) -> list[Problem]:
    """The findings that stop a build."""
    return [p for p in problems if p.level == "error"]


class LedgerError(Exception):
    """The ledger has problems that stop the work; `problems` lists all of them."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(p.as_text("en") for p in self.problems))
