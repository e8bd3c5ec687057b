"""`diff`: what a change of the data changes, as lines, as Markdown for a comment, as HTML for a browser.

    python -m build_scripts diff [--base origin/main] [--format text|markdown|html] [-o FILE]
"""

from __future__ import annotations

from pathlib import Path

from build_scripts.commands.difference.records import KINDS, all_changes, as_text, day_of, raw_at, revision_of
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package, open_package


def run(root: Path, base: str, lang: str, form: str = "text", output: Path | None = None) -> int:
    """Prints or writes every change since the base and what it does; returns 0.

    Raises UnknownRevision where git does not know the base.
    """
    package = open_package(root)
    revision = revision_of(root, base)
    told = as_lines(package, base, revision, lang) if form == "text" else as_report(package, base, revision, form)
    if output:
        output.write_text(told, encoding="utf-8", newline="\n")
    else:
        print(told, end="")
    return 0


def as_lines(package: Package, base: str, revision: str, lang: str) -> str:
    """Returns one line a record that differs, then the line of counts."""
    changes = all_changes(package, revision)
    counts = {kind: sum(change.kind == kind for change in changes) for kind in KINDS}
    lines = [as_text(change, lang) for change in changes]
    return "\n".join([*lines, word(lang, "diff.title", base=base), word(lang, "diff.counts", **counts)]) + "\n"


def as_report(package: Package, base: str, revision: str, form: str) -> str:
    """Returns the difference with its effects, as Markdown or HTML.

    Effects are left out where the data do not pass their checks, or had other columns at the base: then there is
    nothing to compare.
    """
    from build_scripts.checks.run import check  # late: lines of records need neither checks nor views
    from build_scripts.commands.difference.effects import effects, subject_names
    from build_scripts.commands.difference.report import Difference, as_html, as_markdown
    from build_scripts.ledger.tables import read_raw_tables, type_tables

    raw, before = read_raw_tables(package), raw_at(package, revision)
    after = type_tables(package, raw)
    alike = all(sorted(before[table].header) == sorted(raw[table].header) for table in package.schemas)
    reckoned = None
    if alike and check(package.root).passed:
        old = type_tables(package, before)  # proofs that a change brings count for nothing until they are made anew
        reckoned = effects(old, after | {"proofs": old["proofs"]}, day_of(package.root, revision))
    names = {lang: subject_names(package, after, lang) for lang in LANGUAGES}
    difference = Difference(base, all_changes(package, revision), reckoned, names)
    return {"markdown": as_markdown, "html": as_html}[form](package, difference)
