"""The command line: reads arguments, calls one function, prints what it returns. No logic stands here.

Each command imports its module itself, so that `check` does not wait for charts and pages.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from functools import partial
from locale import getlocale
from pathlib import Path

from build_scripts.commands.contributing import add_contributing
from build_scripts.commands.maintaining import add_maintaining
from build_scripts.labels import LANGUAGES
from build_scripts.ledger.collector import uncollected
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.sizes import stop_on_large_files

JUDGES = ("check", "answer")  # tell of a table that is too large among what else they find


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0 where all is well, 1 where it is not. Wrong use ends with 2 (argparse)."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    top = parser()
    options = top.parse_args(with_dash_as_value(sys.argv[1:] if arguments is None else arguments))
    options.asked_lang, options.lang = options.lang, options.lang or system_language(getlocale()[0])
    if "row" in options and bool(options.table) != bool(options.row):
        top.error("--table and --row name a row together")
    if "attest" in options and options.attest and not options.sources:
        top.error("--attest needs --sources: rows are proved by their texts")
    try:
        stop_on_large_files(options.root, tables=not options.judges)
        return options.command(options)
    except LedgerError as error:
        from build_scripts.commands.check import told

        print("\n".join(told(error.problems, languages_of(options))), file=sys.stderr)
    except Exception as error:  # whatever is left is one line that names the file; --debug shows the rest
        if options.debug:
            raise
        own = type(error).__module__.startswith("build_scripts.")  # says itself what to do
        print(error if own else "\n".join(unexpected(error, lang) for lang in languages_of(options)), file=sys.stderr)
    return 1


def unexpected(error: Exception, lang: str) -> str:
    """Returns one line for an error that no check foresaw: the file that was being read, what, and what to do."""
    from build_scripts.labels import word
    from build_scripts.labels.problems import escaped

    file = getattr(error, "filename", None) or " ".join(getattr(error, "__notes__", [])) or "–"
    what = getattr(error, "strerror", None) or " ".join(str(error).split()) or type(error).__name__
    try:
        said = word(lang, "problems.unexpected", file=file, what=what, kind=type(error).__name__)
    except OSError:  # the words themselves cannot be read
        said = f"{file}: {what}"
    return escaped(said)


def run_check(options: argparse.Namespace) -> int:
    with uncollected():
        from build_scripts.commands.check import run

        if options.attest:
            from build_scripts.commands.attest import attest

            attest(options.root, options.sources, options.today)
        return run(options.root, options.sources, options.format, languages_of(options), options.base)


def run_build(options: argparse.Namespace) -> int:
    from build_scripts.build import build
    from build_scripts.publish.inputs import inputs_of
    from build_scripts.publish.publish import publish
    from build_scripts.publish.size import size_warning

    proofs = None
    if options.proofs_of:
        from build_scripts.commands.attest import proofs_at

        proofs = proofs_at(options.root, options.proofs_of)
    make = partial(build, options.root, options.today, options.root / "build" / "cache", proofs)
    release = publish(options.root, options.today, make, inputs=inputs_of(options.root, options.today, proofs))
    print(release)
    if warning := size_warning(release):
        print(warning, file=sys.stderr)
    return 0


def run_serve(options: argparse.Namespace) -> int:
    from build_scripts.commands.serve import serve

    serve(options.root, options.today)
    return 0


def run_format(options: argparse.Namespace) -> int:
    from build_scripts.commands.format import format_ledger

    for path in format_ledger(options.root):
        print(path)
    return 0


def run_locate(options: argparse.Namespace) -> int:
    from build_scripts.commands.locate import run

    target = (options.root, options.table, options.row)
    return run(options.text, options.as_printed, options.lang, *target, options.nth)


def run_extract(options: argparse.Namespace) -> int:
    from build_scripts.commands.extract import run

    return run(options.file, options.source, options.output, options.root, options.text)


def run_offline(options: argparse.Namespace) -> int:
    from build_scripts.publish.offline import run

    return run(options.root)


def with_dash_as_value(arguments: list[str]) -> list[str]:
    """Returns the arguments with `-o -.json` in one piece, which argparse would take for two options."""
    joined: list[str] = []
    for argument in arguments:
        if joined and joined[-1] == "-o" and argument.startswith("-."):
            joined[-1] += argument
        else:
            joined.append(argument)
    return joined


def parser() -> argparse.ArgumentParser:
    """Returns the parser of all commands; `command` of a parsed line is the function to call."""
    top = argparse.ArgumentParser(prog="python -m build_scripts", description=__doc__.splitlines()[0])
    commands = top.add_subparsers(required=True, metavar="command")
    check = add(
        commands, "check", run_check, "check the data: schemas, rules, text; with --sources every offset"
    )
    check.add_argument(
        "--sources", type=folder, metavar="DIR", help="folder of source texts to prove rows by"
    )
    check.add_argument("--attest", action="store_true", help="write a proof for every row that a text proves")
    check.add_argument("--base", metavar="REVISION", help="no id of this revision may be gone without a row in retired")
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    build = add(commands, "build", run_build, "check the data and build the site into site/")
    build.add_argument("--proofs-of", metavar="REVISION", help="take proofs from there, not from here: for requests")
    serve = add(commands, "serve", run_serve, "build, serve on this machine, show each change at once, build again")
    add_to = partial(add, commands)
    for dated in (check, build, serve, *add_maintaining(add_to, folder), add_contributing(add_to)):
        dated.add_argument("--today", type=date.fromisoformat, default=date.today(), help="the date to work for (ISO)")
    add(commands, "format", run_format, "write the CSV files in their canonical form")
    locate = add(commands, "locate", run_locate, "find where a text prints a figure: section, start, also_at")
    locate.add_argument("text", type=Path, help="a UTF-8 text file")
    locate.add_argument("as_printed", help="the figure or name as printed")
    locate.add_argument("--table", help="with --row: the table whose row is filled in")
    locate.add_argument("--row", help="with --table: the id of that row")
    locate.add_argument("--nth", type=int, nargs="+", help="which places to take where there are several")
    extract = add(commands, "extract", run_extract, "draft rows out of a report, for a person to review")
    extract.add_argument("file", type=Path, help="a report: UTF-8 text, HTML, DOCX or PDF with a text layer")
    extract.add_argument("--source", default="", metavar="ID", help="its row in sources: title, date, part of a text")
    extract.add_argument(
        "-o", dest="output", default="-.json", metavar="DRAFT", help=".xlsx, .csv or .json; -.json prints"
    )
    extract.add_argument("--text", type=Path, help="where to save the text that offsets are counted in")
    add(commands, "offline", run_offline, "a ZIP of the site that opens from a folder")
    return top


def add(commands: object, name: str, function: object, summary: str) -> argparse.ArgumentParser:
    """Adds one command with the options that all share."""
    command = commands.add_parser(name, help=summary, description=summary)
    command.set_defaults(command=function, judges=name in JUDGES)
    command.add_argument(
        "--root", type=folder, default=Path.cwd(), help="the ledger's folder (default: here)"
    )
    command.add_argument("--debug", action="store_true", help="show the traceback of an unforeseen error")
    command.add_argument(
        "--lang", choices=LANGUAGES, help="language of the messages (default: the system's; in CI both)"
    )
    return command


def languages_of(options: argparse.Namespace) -> tuple[str, ...]:
    """Returns the languages of the messages: the one asked for, else both in CI, else that of the system."""
    if options.asked_lang is None and os.environ.get("CI"):
        return LANGUAGES
    return (options.lang,)


def system_language(of_system: str | None = None) -> str:
    """Returns the language of LC_ALL, LC_MESSAGES or LANG, else of the system, where it is ours; else English.

    Windows sets none of these variables and calls its own language `Chinese (Simplified)_China`.
    """
    variables = filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")))
    named = next(variables, of_system or "").casefold()
    return next((lang for lang in LANGUAGES if named.startswith((lang, LANGUAGES[lang].windows))), "en")


def folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"'{text}' is no folder")
    return path


if __name__ == "__main__":
    sys.exit(main())
