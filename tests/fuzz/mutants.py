"""Mutants of a ledger: what may go wrong with its files, by chance and by ill will, each made again from its number.

A mutant changes bytes on disk alone: cells, rows, columns, whole files, encodings, splices of two files, YAML.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from pathlib import Path

CELLS = (  # what has broken ledgers, here and elsewhere
    *(
        "",
        " ",
        "-",
        "?",
        "??",
        "0",
        "-0",
        "-1",
        "1e5",
        "1_000",
        "1,000",
        "１２",
        "NaN",
        "inf",
        "9" * 18,
        "9" * 19,
        "9" * 4000,
    ),
    *(
        "true",
        "TRUE",
        "yes",
        "null",
        "None",
        "undefined",
        "[]",
        "{}",
        "{{ 7*7 }}",
        "{% raw %}",
        "${x}",
        "%s",
        "%00",
        "\\",
    ),
    *(
        "0000",
        "0001",
        "9999",
        "2017-00",
        "2017-13",
        "2017-02-30",
        "2017-05-00",
        "2020/2016",
        "2017-05/2017",
        "2017/1/5",
    ),
    *("=1+1", "@SUM(A1)", "+1", "-2+3", "<b>", "<script>alert(1)</script>", "]]>", "<!--", "&lt;", '"', '""', "'", ","),
    *(
        "\n",
        "\r",
        "\t",
        "\x00",
        "\x1b[31m",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\ufffd",
        "\u2028",
        "\U000e0041",
        "⼀",
        "é",
        "е́",
    ),
    *("index", "con", "all", "404", "..", "../a", "a/b", "A", "a" * 101, "名", "a.p2", "x" * 10_001, "一" * 9_999),
    *("http://", "https://evil.invalid\\.example.org/", "https://a@b/", "javascript:alert(1)", "https://[::1", "//a"),
    *("=", "= ()", "1 = 1", "1 = = 1", "()", "1 ÷ 0 = 1", "((((1))))=1", "a = " + "1 + " * 500 + "1", "x01 ≤"),
    *("100万元", "US$1", "2.27亿万元", "五六个", "100", "100人", "13800000000", "11010519491231002X", "a@b.cn", "王某"),
)
YAML = (
    *(
        ": ",
        "- a",
        "{",
        "[",
        "&a *a",
        "!!python/object/apply:os.system [a]",
        "a: &a [*a]",
        "2017-02-30",
        "\t",
        "'",
        '"',
        "~",
    ),
    *(
        "name:",
        "? ",
        "| \n a",
        "<<: *x",
        "---",
        "...",
        "true",
        "1e999",
        "0o9",
        "%YAML 9",
        "# ",
        "null",
        "[]",
        "{}",
        "\ud7ff",
    ),
)
ENCODINGS = ("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "big5", "latin-1", "utf-7", "utf-32")
Made = dict[str, bytes]  # path below the ledger -> its new bytes
Ledger = dict[str, bytes]  # the same of the ledger as it is: CSV and YAML files


def mutant(ledger: Ledger, seed: int, number: int) -> tuple[str, Made]:
    """Returns how the mutant of this number was made, and the files that differ; one to three changes in a row."""
    chance = random.Random(f"{seed}:{number}")
    made: Made = {}
    names = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        change = chance.choices(list(CHANGES), weights=list(CHANGES.values()))[0]
        name, content = change(ledger | made, chance)
        made[name] = content
        names.append(f"{change.__name__} {name}")
    return "; ".join(names), made


def cell(ledger: Ledger, chance: random.Random) -> tuple[str, bytes]:
    """One cell gets another text: a bad one, one of another row or column, or a letter more, less or changed."""
    name, rows = table(ledger, chance)
    line = chance.randrange(1, len(rows)) if len(rows) > 1 else 0
    column = chance.randrange(len(rows[line])) if rows[line] else 0
    if not rows[line]:
        return name, csv_bytes(rows)
    other = chance.choice(rows)
    old = rows[line][column]
    rows[line][column] = chance.choice((
        chance.choice(CELLS), chance.choice(CELLS), old + chance.choice(CELLS), chance.choice(CELLS) + old,
        chance.choice(other or [""]), old[:-1], old[1:], old.upper(), old[::-1], old * 2,
    ))  # fmt: skip
    return name, csv_bytes(rows)


def row(ledger: Ledger, chance: random.Random) -> tuple[str, bytes]:
    """A row is gone, twice there, elsewhere, too short, too long, blank, or a header again."""
    name, rows = table(ledger, chance)
    line = chance.randrange(len(rows))
    what = chance.randrange(8)
    if what == 0:
        del rows[line]
    elif what == 1:
        rows.insert(chance.randrange(len(rows)), rows[line][:])
    elif what == 2:
        rows[line] = rows[line][: chance.randrange(len(rows[line]) + 1)]
    elif what == 3:
        rows[line] = rows[line] + [chance.choice(CELLS)] * chance.choice((1, 3, 1001))
    elif what == 4:
        rows.insert(line, [])
    elif what == 5:
        rows.append(rows[0][:])
    elif what == 6:
        chance.shuffle(rows)
    else:
        rows[line] = [""] * len(rows[line])
    return name, csv_bytes(rows)


def column(ledger: Ledger, chance: random.Random) -> tuple[str, bytes]:
    """A column is gone, twice there, moved, renamed, emptied, or all its cells are one text."""
    name, rows = table(ledger, chance)
    wide = max(map(len, rows))
    at, to, text = chance.randrange(wide), chance.randrange(wide), chance.choice(CELLS)
    what = chance.randrange(6)
    for line, cells in enumerate(rows):
        if len(cells) <= max(at, to):
            continue
        if what == 0:
            del cells[at]
        elif what == 1:
            cells.insert(to, cells[at])
        elif what == 2:
            cells[at], cells[to] = cells[to], cells[at]
        elif what == 3 and line == 0:
            cells[at] = text
        elif what == 4 and line:
            cells[at] = ""
        elif what == 5 and line:
            cells[at] = text
    return name, csv_bytes(rows)


def file(ledger: Ledger, chance: random.Random) -> tuple[str, bytes]:
    """The bytes of a file are gone, cut off, twice there, those of another file, or a few of them are changed."""
    name = chance.choice(sorted(ledger))
    content = bytearray(ledger[name])
    at = chance.randrange(len(content) + 1)
    what = chance.randrange(6)
    if what == 0:
        return name, b""
    if what == 1:
        return name, bytes(content[:at])
    if what == 2:
        return name, bytes(content * 2)
    if what == 3:
        return name, ledger[chance.choice(sorted(ledger))]
    for _ in range(chance.choice((1, 3, 20)) if content else 0):
        content[chance.randrange(len(content))] = chance.choice(
            (0, 10, 13, 34, 44, 63, 128, 255, chance.randrange(256))
        )
    return name, bytes(content)


def encoding(ledger: Ledger, chance: random.Random) -> tuple[str, bytes]:
    """A file is saved in another encoding, with other line ends or another separator, or with its Chinese lost."""
    name = chance.choice(sorted(ledger))
    text = ledger[name].decode("utf-8", errors="replace")
    what = chance.randrange(4)
    if what == 0:
        return name, text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", "\x85"))).encode()
    if what == 1:
        return name, text.replace(",", chance.choice((";", "\t", "|", "，"))).encode()
    if what == 2:
        return name, text.encode("ascii", errors="replace")
    return name, text.encode(chance.choice(ENCODINGS), errors="replace")


def splice(ledger: Ledger, chance: random.Random) -> tuple[str, bytes]:
    """The head of one file stands before the tail of another, or with git's marks of a conflict between them."""
    name, other = chance.choice(sorted(ledger)), chance.choice(sorted(ledger))
    head, tail = ledger[name], ledger[other]
    head, tail = head[: chance.randrange(len(head) + 1)], tail[chance.randrange(len(tail) + 1) :]
    if chance.random() < 0.3:
        return name, b"<<<<<<< a\n" + head + b"\n=======\n" + tail + b">>>>>>> b\n"
    return name, head + tail


def settings(ledger: Ledger, chance: random.Random) -> tuple[str, bytes]:
    """A line of a YAML file is gone, twice there, indented, or begins, ends or continues with something else."""
    name = chance.choice(sorted(path for path in ledger if path.endswith(".yaml")))
    lines = ledger[name].decode("utf-8", errors="replace").split("\n")
    at, text = chance.randrange(len(lines)), chance.choice(YAML)
    key, colon, value = lines[at].partition(":")
    lines[at : at + 1] = chance.choice((
        [], [lines[at]] * 2, ["  " + lines[at]], [lines[at].strip()], [text + lines[at]], [lines[at] + text],
        [key + colon + " " + text], [text + colon + value], [key + colon], [lines[at].replace('"', "'")],
    ))  # fmt: skip
    return name, "\n".join(lines).encode("utf-8", errors="replace")


Change = Callable[[Ledger, random.Random], tuple[str, bytes]]
CHANGES: dict[Change, int] = {cell: 50, row: 14, column: 8, file: 6, encoding: 6, splice: 4, settings: 12}  # weights


def table(ledger: Ledger, chance: random.Random) -> tuple[str, list[list[str]]]:
    """Returns a CSV file with at least a header and its rows; one of any shape where earlier changes broke it."""
    name = chance.choice(sorted(path for path in ledger if path.endswith(".csv")))
    text = ledger[name].decode("utf-8", errors="replace")
    csv.field_size_limit(10_000_000)
    return name, list(csv.reader(io.StringIO(text, newline=""))) or [["a"]]


def csv_bytes(rows: list[list[str]]) -> bytes:
    """Returns rows as a spreadsheet saves them."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", errors="surrogatepass")


def read_ledger(root: Path) -> Ledger:
    """Returns the CSV and YAML files of a ledger that a mutant may change."""
    paths = [*root.glob("datasets/*.csv"), *root.glob("schemas/*.yaml"), root / "datapackage.yaml", root / "site.yaml"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}
