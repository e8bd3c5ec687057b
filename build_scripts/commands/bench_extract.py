"""How well `extract` reads: recall and precision of figures, accuracy of each guess, document by document.

    python -m build_scripts bench-extract [--sources DIR] [--corpus DIR] [--misses GUESS]

Three sets. The ledger's own full texts, when DIR holds them: each is read without what the ledger took from it
(its pairings, projects, labels, hidden places); only figures between its first and its last row count, because
some rows cover a part of a text. And invented reports NAME.txt with NAME.csv beside them: those whose misses may
be looked at (`corpus`), and those that only measure (`held_out`).

A figure is found where the number begins at the same place and value and unit agree; 近 before it, in or out,
does not matter. A proposal without a value, or of foreign money, that the rows leave out for that reason is
neither found nor false. Guesses are scored on figures found: the table; the measure, or the stage of a fund; the
subject by its id, or by its name where the vocabulary cannot hold the id, or by its pairing or place where it is a
bundle of projects that the reader made; period; basis. Part–whole: of the figures that have a whole in the rows or
in the draft, the share in which both name the same. `--misses period` lists each miss with its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd

from build_scripts.commands.bench_sets import IDS, Document, corpus_documents, ledger_documents
from build_scripts.reading.extract.draft import Draft
from build_scripts.reading.extract.figures import kinds
from build_scripts.reading.extract.folding import fold
from build_scripts.reading.extract.propose import propose
from build_scripts.reading.figures import UNITS

CORPUS = Path("tests/reading/extract/corpus")
HELD_OUT = Path("tests/reading/extract/held_out")
NEUTRAL = ("no_value", "other_currency")  # left out by the rows, yet worth a proposal without a value or with a note
UNIT_IN_PRINT = re.compile(r"[$¥%]|\b(?:RMB|CNY|yuan|percent|mu|km)\b", re.I)
GUESSES = ("table", "measure_or_stage", "subject", "period", "basis", "part_of")
AIMS = {"recall": 0.98, "precision": 0.95, "table": 0.95, "measure_or_stage": 0.75}
AIMS |= {"subject": 0.80, "period": 0.80, "basis": 0.80, "part_of": 0.75}


def run(root: Path, sources: Path | None, corpus: Path | None, misses: str | None = None) -> int:
    """Prints a table of scores for each set, or the misses of one guess where they may be looked at; returns 0."""
    sets = [
        ("ledger", ledger_documents(root, sources) if sources else []),
        ("corpus", corpus_documents(root, corpus or root / CORPUS)),
        ("held_out", [] if corpus or misses else corpus_documents(root, root / HELD_OUT)),
    ]
    for name, documents in sets:
        if documents:
            told = "\n".join(told_misses(documents, misses)) if misses else as_text(scores(documents))
            print(f"{name}, {len(documents)} documents\n{told}\n")
        else:
            print(f"{name}: no documents")
    return 0


def scores(documents: list[Document]) -> pd.DataFrame:
    """Returns one row a document and one for all: rows, recall, precision and the accuracy of each guess."""
    counts = {document.name: score(document) for document in documents}
    counts["all"] = sum(counts.values(), Counter())
    return pd.DataFrame({name: shares(counted) for name, counted in counts.items()}).T


def shares(counted: Counter) -> dict[str, float]:
    def share(part: str, whole: str) -> float:
        return counted[part] / counted[whole] if counted[whole] else float("nan")

    figures = {"rows": counted["rows"], "recall": share("found", "rows"), "precision": share("right", "proposed")}
    return figures | {guess: share(guess, f"of_{guess}") for guess in GUESSES}


def as_text(frame: pd.DataFrame) -> str:
    aims = pd.DataFrame([AIMS], index=["aim"])
    return pd.concat([frame, aims]).to_string(float_format=lambda value: f"{value:.2f}", na_rep="")


def score(document: Document) -> Counter:
    """Returns how many rows and proposals agree, and of these how many guesses."""
    read = read_again(document)
    rows = [row for row in document.rows if not row["leave_out"]]
    counted = Counter(
        rows=len(rows), found=len(read.pairs), right=len(read.pairs), proposed=len(read.pairs) + len(read.wrong)
    )
    wholes = {d.start: d for _, d in read.pairs}
    for row, draft in read.pairs:
        counted.update(agreement(row, draft, document, wholes))
    return counted


@dataclass(frozen=True)
class Reading:
    """A document read: rows with the drafts that say the same, rows without one, drafts that say something else."""

    pairs: list[tuple[dict, Draft]]
    lost: list[dict]
    wrong: list[Draft]


def read_again(document: Document) -> Reading:
    drafts = propose(document.text, document.known, document.title, document.start, document.end)
    rows = [row for row in document.rows if not row["leave_out"]]
    pairs, free = matched(document, rows, [d for d in drafts if not d.leave_out])
    found = {id(row) for row, _ in pairs}
    lost = [row for row in rows if id(row) not in found]
    return Reading(pairs, lost, [d for d in free if is_wrong(d, document)])


def is_wrong(draft: Draft, document: Document) -> bool:
    """True for a proposal that no row bears out: within the rows, no repetition, none that may stand without one."""
    starts = [row["start"] for row in document.rows]
    if not starts or not min(starts) <= draft.start <= max(starts):
        return False
    if document.also_at & set(range(draft.start, draft.start + 3)):
        return False
    may_stand = not draft.value or bool(draft.note)
    return not any(
        row["leave_out"] in NEUTRAL and may_stand and row["start"] - 3 <= draft.start < row["start"] + 9
        for row in document.rows
    )


def matched(document: Document, rows: list[dict], drafts: list[Draft]) -> tuple[list[tuple[dict, Draft]], list[Draft]]:
    """Returns the pairs of row and draft that say the same figure, and the drafts left over."""
    free, pairs = list(drafts), []
    for row in rows:
        draft = next((d for d in free if same_figure(document, row, d)), None)
        if draft:
            free.remove(draft)
            pairs.append((row, draft))
    return pairs, free


def same_figure(document: Document, row: dict, draft: Draft) -> bool:
    here, there = core(row["start"], row["as_printed"]), core(draft.start, draft.as_printed)
    bare = row["as_printed"].isascii() and not UNIT_IN_PRINT.search(row["as_printed"])  # 64 of 64 officials
    unit = None if bare else row["unit"]
    return here == there and same_value(row["value"], draft.value) and same_unit(unit, draft.unit)


def core(start: int, as_printed: str) -> int:
    """Returns where the number begins in a print: 近3亿 and 3亿 are one figure."""
    number = re.search(r"[0-9一二三四五六七八九十百千万亿两半数几]", fold(as_printed))
    return start + (number.start() if number else 0)


def same_value(one: str, other: str) -> bool:
    """True for the same number; 33.3333 and 33.33 are one third."""
    try:
        a, b = Decimal(one), Decimal(other)
    except InvalidOperation:
        return one == other
    digits = min(max(0, -a.as_tuple().exponent), max(0, -b.as_tuple().exponent))
    return a == b or digits >= 2 and round(a, digits) == round(b, digits)


def same_unit(one: str | None, other: str) -> bool:
    """True for the same unit or two of one class (名 and 人); None is a row that does not say its unit."""
    if one is None:
        return True
    a, b = (UNITS.get(unit.lower(), unit) for unit in (fold(one), other))
    kind, same = kinds().get(a), kinds().get(b)
    return a == b or a.startswith(b) or b.startswith(a) or (kind is not None and kind == same)


def agreement(row: dict, draft: Draft, document: Document, wholes: dict[int, Draft]) -> Counter:
    """Returns for each guess whether it was asked for and whether it agrees."""
    stage = "stage" if row["table"] == "funds" else "measure_id"
    agreed = {
        "table": row["table"] == draft.table,
        "measure_or_stage": row[stage] == getattr(draft, stage),
        "subject": same_subject(row, draft, document),
        "period": row["period"] == draft.period,
        "basis": row["basis"] == draft.basis,
    }
    counted = Counter(
        {f"of_{guess}": 1 for guess in agreed} | {guess: int(is_right) for guess, is_right in agreed.items()}
    )
    if row["part_of"] is not None or draft.part_of is not None:
        same = row["part_of"] is not None and draft.part_of is not None and abs(row["part_of"] - draft.part_of) <= 3
        counted.update({"of_part_of": 1, "part_of": int(same)})
    return counted


def same_subject(row: dict, draft: Draft, document: Document) -> bool:
    """True for the same id; for an id the vocabulary lacks, where the draft names it in the text's own words."""
    wanted = next((row[column] for column in IDS if row[column]), "")
    given = next((getattr(draft, column) for column in IDS if getattr(draft, column)), "")
    if given and document.bundles.get(wanted) == given:
        return True
    if wanted and wanted not in document.names:
        return wanted == given
    name = fold(document.names.get(wanted) or row["subject"] or "")
    return not given and alike(name, fold(draft.subject)) if wanted else alike(name, fold(draft.subject))


def alike(name: str, subject: str) -> bool:
    """True where half of the two-character pieces of the shorter name stand in the other."""
    if not name or not subject:
        return name == subject
    pieces = [{t[i : i + 2] for i in range(max(1, len(t) - 1))} for t in (name, subject)]
    return len(pieces[0] & pieces[1]) * 2 >= min(map(len, pieces))


def told_misses(documents: list[Document], guess: str) -> Iterator[str]:
    """Yields each miss of one guess with the words around it, what the row says and what the draft says.

    `recall` lists rows that no draft says, `precision` drafts that no row says.
    """
    for document in documents:
        read = read_again(document)
        yield f"## {document.name}"
        yield from (
            f"{beside(document, row['start'])} lacks {row['value']} {row['unit']}"
            for row in read.lost
            if guess == "recall"
        )
        yield from (f"{beside(document, d.start)} gives {d.value} {d.unit}" for d in read.wrong if guess == "precision")
        wholes = {d.start: d for _, d in read.pairs}
        for row, draft in read.pairs if guess in GUESSES else ():
            counted = agreement(row, draft, document, wholes)
            if counted[f"of_{guess}"] and not counted[guess]:
                yield f"{beside(document, row['start'])} is {told(row, guess)}, read {told(draft.as_dict(), guess)}"


def beside(document: Document, start: int) -> str:
    return re.sub(r"\s", " ", f"{document.text[max(0, start - 36) : start]}【{document.text[start : start + 16]}】")


def told(row: dict, guess: str) -> str:
    """Returns what a row says of a guess: of a subject its id and its name."""
    if guess == "measure_or_stage":
        return row["measure_id"] or row["stage"]
    if guess == "subject":
        return " ".join([*(row[column] for column in IDS if row[column]), row["subject"] or ""])
    return str(row[guess])
