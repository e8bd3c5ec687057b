"""The command line of those who send, review and merge data: the arguments of each command, and its one call.

Each command imports its module itself, as in `__main__`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path


def add_contributing(add: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Adds the commands; returns the one that works for a day, whose `--today` the caller adds.

    `add(name, function, summary)` makes one with the options that all commands share.
    """
    diff = add("diff", run_diff, "what a change of the data changes: records, totals, sums, signals")
    diff.add_argument("--base", default="HEAD", metavar="REVISION", help="what is compared with (default: HEAD)")
    diff.add_argument("-o", "--output", type=Path, action="append", metavar="FILE.md|FILE.html", help="write all there")
    incoming = add("import", run_import, "rows from a file as it was sent: template, XLSX, any CSV, a form")
    incoming.add_argument("file", type=Path, help="the file that was sent")
    incoming.add_argument("--dry-run", action="store_true", help="say what would be written, write nothing")
    incoming.add_argument("--update", action="store_true", help="change rows that stand; without it they never are")
    incoming.add_argument("--text", type=Path, help="the UTF-8 text of the source: fills offsets, sections, checksum")
    incoming.add_argument("--table", dest="into", help="the table the rows are of, where the file does not tell")
    template = add("template", run_template, "a workbook in which rows are written, made from the schemas")
    template.add_argument("--table", nargs="+", default=[], help="the tables it has sheets for")
    template.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx")
    answer = add("answer", run_answer, "what a pull request or an issue form is answered, as a comment")
    answer.add_argument("--base", default="origin/main", metavar="REVISION", help="what it is compared with")
    answer.add_argument("--form", type=Path, metavar="FILE", help="the text of an issue form, to be read as a row")
    answer.add_argument("--kind", default="", help="the table that the form is for, or 'correction'")
    answer.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.md", help="the comment")
    merge = add("merge", run_merge, "put two branches together by the keys of rows")
    merge.add_argument("--theirs", required=True, metavar="REVISION", help="the other branch")
    watch = add("watch", run_watch, "ask every cited address: does it answer, does it print the figures")
    watch.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.md", help="what was found")
    add("forms", run_forms, "write the issue forms anew from the schemas")
    return watch


def run_diff(options: argparse.Namespace) -> int:
    from build_scripts.commands.diff import run

    return run(options.root, options.base, options.lang, options.output)


def run_import(options: argparse.Namespace) -> int:
    from build_scripts.commands.import_rows import run

    switches = (options.dry_run, options.update, options.text, options.into)
    return run(options.root, options.file, options.lang, *switches)


def run_template(options: argparse.Namespace) -> int:
    from build_scripts.commands.template import run

    return run(options.root, options.table, options.lang, options.output)


def run_forms(options: argparse.Namespace) -> int:
    from build_scripts.commands.forms import run

    return run(options.root)


def run_answer(options: argparse.Namespace) -> int:
    from build_scripts.commands.answer import of_form, of_pull_request

    if options.form:
        return of_form(options.root, options.form, options.kind, options.output)
    return of_pull_request(options.root, options.base, options.output)


def run_merge(options: argparse.Namespace) -> int:
    from build_scripts.commands.merge import run

    return run(options.root, options.theirs, options.lang)


def run_watch(options: argparse.Namespace) -> int:
    from build_scripts.commands.watch import run

    return run(options.root, options.output, options.today)
