"""`answer`: the one comment that a pull request or an issue form gets, in both languages.

It reads what a contributor wrote as data and never runs it; whatever is quoted stands in `code` or `pre`, escaped.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path

from build_scripts.checks.run import Findings, check
from build_scripts.commands.check import as_github, counts_lines, told
from build_scripts.commands.diff import CHARTS
from build_scripts.commands.difference.records import Change, revision_of
from build_scripts.commands.difference.report import as_html, as_markdown
from build_scripts.commands.difference.whole import Difference, difference_of
from build_scripts.commands.format import canonical_files
from build_scripts.commands.import_rows import imported, read_sent
from build_scripts.commands.incoming.merging import Asked
from build_scripts.commands.incoming.remarks import UnreadableFile
from build_scripts.commands.vanished import with_vanished
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.tables import read_raw_tables
from build_scripts.publish.files import replace_files, write_files

MARK = "<!-- pairing-ledger: answer -->"  # by which the comment is found again and replaced
MOST_LINES = 60  # findings quoted in the comment; all of them stand on the changed lines
CORRECTION, MENDED = "correction", "mended"
Mended = dict[Path, bytes]  # file -> its canonical form


def of_pull_request(root: Path, base: str, output: Path) -> int:
    """Writes the comment, beside it difference.html with pictures of changed charts; and the files in canonical form,
    in their place and, those that changed, in the folder `mended` beside the comment; prints the findings for the
    changed lines.

    Returns 1 where the checks find errors. Canonical form, order, BOM and line ends are mended first: they are
    nobody's fault and no finding.
    """
    package, revision = open_package(root), revision_of(root, base)
    sent = keys_of_lines(package)
    mended = mend(root)
    difference = difference_of(package, base, revision)
    findings = of_changed_rows(package, with_vanished(check(root), root, base), difference.changes)
    print(as_github(on_lines_as_sent(package, findings, sent), LANGUAGES), end="")
    heads = (head(findings, mended, lang) for lang in LANGUAGES)
    write(output, [MARK, *heads, quoted_findings(findings), as_markdown(package, difference)])
    write_beside(package, difference, mended, output.parent)
    return 0 if findings.passed else 1


def write_beside(package: Package, difference: Difference, mended: Mended, folder: Path) -> None:
    """Writes the difference as a page with the pictures that it shows, and the files that were mended."""
    write(folder / "difference.html", [as_html(package, difference, CHARTS)])
    for name, files in ((CHARTS, difference.pictures), (MENDED, {path.name: file for path, file in mended.items()})):
        (folder / name).mkdir(exist_ok=True)
        write_files(files, folder / name)


def of_changed_rows(package: Package, findings: Findings, changes: list[Change]) -> Findings:
    """Returns the findings without the warnings that speak of rows which this change did not touch."""
    touched, keys = {(change.table, change.key) for change in changes}, keys_of_lines(package)
    kept = [
        p for p in findings.problems if p.level == "error" or (p.table, keys.get((p.table, p.row), "")) in touched
    ]
    return replace(findings, problems=kept)


def keys_of_lines(package: Package) -> dict[tuple[str, int], str]:
    """Returns (table, line of its file) -> key of the row there."""
    found = {}
    for table, file in read_raw_tables(package).items():
        key = package.schemas[table]["primaryKey"][0]
        place = file.header.index(key) if key in file.header else 0
        found |= {(table, line): cells[place] for line, cells in file.rows if place < len(cells)}
    return found


def on_lines_as_sent(package: Package, findings: Findings, sent: dict[tuple[str, int], str]) -> Findings:
    """Returns the findings with the lines that the rows had before they were put in order, where GitHub shows them."""
    lines, keys = {(table, key): line for (table, line), key in sent.items()}, keys_of_lines(package)
    moved = [replace(p, row=lines.get((p.table, keys.get((p.table, p.row), "")), p.row)) for p in findings.problems]
    return replace(findings, problems=moved)


def mend(root: Path) -> Mended:
    """Writes every file in canonical form; returns those that changed, none where one is broken."""
    try:
        files = canonical_files(root)
    except LedgerError:  # said by the checks
        return {}
    replace_files(files)
    return files


def head(findings: Findings, mended: Mended, lang: str) -> str:
    """Returns whether all is well, the counts, and what the robot mended."""
    lines = [word(lang, "answer.passed" if findings.passed else "answer.failed"), counts_lines(findings, (lang,))[0]]
    if mended:
        lines.append(word(lang, "answer.mended", files=", ".join(sorted(path.name for path in mended))))
    return "\n\n".join(escape(line) for line in lines)


def quoted_findings(findings: Findings) -> str:
    """Returns the findings, both languages one after the other; '' where there are none."""
    return quoted(told(findings.problems, LANGUAGES)) if findings.problems else ""


def quoted(lines: list[str]) -> str:
    more = [f"… + {len(lines) - MOST_LINES}"] if len(lines) > MOST_LINES else []
    return f"<pre><code>{escape(chr(10).join([*lines[:MOST_LINES], *more]))}</code></pre>"


def of_form(root: Path, form: Path, kind: str, output: Path) -> int:
    """Writes the comment, and the rows where nothing is asked; returns 0 whether or not: the comment says it."""
    table, wish = (None, Asked(update=True)) if kind == CORRECTION else (kind, Asked())
    if table is not None and table not in open_package(root).schemas:
        raise RuntimeError(word("en", "template.no_such_table", tables=kind, known=CORRECTION))
    try:
        outcome = imported(root, form.name, read_sent(form), wish, table)
    except UnreadableFile as error:
        write(output, [MARK, quoted(str(error).splitlines())])
        return 0
    if outcome.clear:
        replace_files(outcome.files)
    parts = [
        f"{word(lang, 'answer.form_clear' if outcome.clear else 'answer.form_asks')}\n\n"
        + quoted(outcome.told("form", lang, written=False))
        for lang in LANGUAGES
    ]
    write(output, [MARK, *parts])
    return 0


def write(output: Path, parts: list[str]) -> None:
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("\n\n".join(filter(None, parts)) + "\n", encoding="utf-8", newline="\n")
