"""How a new row gets its id: one rule, said in CONTRIBUTING and on the page “codes and ids”.

- What one document says (`funds`, `observations`, `events`, `pairing_claims`, `relations`): the prefix of the
  document, a letter for the table, the next number: `ta18.f15`. The prefix is the one that the document's rows
  already have, else the id of the document.
- A pairing: programme, provider, recipient: `ew2-jia-yi`; its first year behind it where that is taken.
- A project: the prefix of its document and its first words: `ta18-ding-village-tea`.
- A document: the first words of its title and its year: `summary-of-a-year-2018`.
- An organisation, a measure, a policy instrument: the words of its name. A place: its official code, never invented.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

LETTERS = {"funds": "f", "observations": "o", "events": "e", "pairing_claims": "p", "relations": "r"}
WORDS = {"sources": 4, "projects": 3, "organisations": 4, "measures": 4, "instruments": 4}
COMMON = re.compile(r" (Autonomous|County|City|District|Prefecture|Province|Banner|Municipality|Region)\b.*")
RESERVED = ("index",)
Row = dict[str, str]
Tables = dict[str, list[Row]]


def new_id(table: str, row: Row, key: str, tables: Tables, taken: set[str]) -> str:
    """Returns the id of a new row; '' where the rule has nothing to make it of.

    `tables` hold the rows of the ledger, `taken` the ids that stand or once stood.
    """
    if table in LETTERS:
        return numbered(table, row, key, tables, taken)
    stem = stem_of(table, row, tables)
    if not stem:
        return ""
    date = row.get("valid_from") or row.get("published") or row.get("date") or ""
    dated = f"{stem}-{date[:4]}" if date else stem
    tries = [stem, dated] if table == "pairings" else [stem]
    return free(tries, taken)


def free(tries: list[str], taken: set[str]) -> str:
    """Returns the first id that is not taken, counting from 2 where all are."""
    used = {key.casefold() for key in taken} | set(RESERVED)
    counted = (f"{tries[-1]}-{n}" for n in range(2, len(used) + 3))
    return next(each for each in [*tries, *counted] if each not in used)


def numbered(table: str, row: Row, key: str, tables: Tables, taken: set[str]) -> str:
    """Returns prefix, letter and the number behind the highest that the prefix has had."""
    source = row.get("source_id", "")
    if not source:
        return ""
    stem = f"{prefix_of(source, tables)}.{LETTERS[table]}"
    numbers = [each[len(stem) :] for each in taken if each.startswith(stem) and each[len(stem) :].isdecimal()]
    width = max([2, *map(len, numbers)])
    return f"{stem}{max([0, *map(int, numbers)]) + 1:0{width}}"


def prefix_of(source: str, tables: Tables) -> str:
    """Returns the prefix that most rows of a document have, else the id of the document."""
    prefixes = Counter(
        next(iter(row.values())).rpartition(".")[0]
        for table in LETTERS
        for row in tables.get(table, [])
        if row.get("source_id") == source
    )
    prefixes.pop("", None)
    return prefixes.most_common(1)[0][0] if prefixes else source


def stem_of(table: str, row: Row, tables: Tables) -> str:
    """Returns the words an id is made of; '' where the row has none."""
    if table == "pairings":
        ends = [end_name(row, side, tables) for side in ("provider", "recipient")]
        return "-".join([row.get("programme", ""), *ends]) if all(ends) and row.get("programme") else ""
    if table not in WORDS:
        return ""
    name = slug(row.get("title_en") or row.get("name_en") or "", WORDS[table]) or pinyin(
        row.get("title") or row.get("name") or "", WORDS[table]
    )
    if not name:
        return ""
    if table == "projects":
        return f"{prefix_of(row['source_id'], tables)}-{name}" if row.get("source_id") else ""
    if table == "sources":
        year = (row.get("published") or row.get("period") or "")[:4]
        return f"{name}-{year}" if year and not name.endswith(year) else name
    if table == "instruments":
        return "-".join(["i", *filter(None, [(row.get("date") or "")[:4]]), name])
    return name.replace("-", "_") if table == "measures" else name


def end_name(row: Row, side: str, tables: Tables) -> str:
    """Returns one end of a pairing in a few letters: Yi County is yi."""
    org, place = row.get(f"{side}_org_id"), row.get(f"{side}_place_id")
    table, key = ("organisations", org) if org else ("places", place)
    found = next((each for each in tables[table] if next(iter(each.values())) == key), None)
    if org or not found:
        return org or ""
    return slug(COMMON.sub("", found.get("name_en", "")), 3) or pinyin(found["name"], 2)


def slug(text: str, words: int) -> str:
    """Returns the first words of an English text in small letters, joined by hyphens."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:words])


def pinyin(text: str, characters: int) -> str:
    """Returns the first Han characters in pinyin without tones."""
    from pypinyin import lazy_pinyin  # late: 0.1 s, and few rows need it

    return "-".join(lazy_pinyin("".join(re.findall("[㐀-鿿]", text))[:characters]))


def all_ids(tables: Tables, table: str, key: str, retired: Iterable[Row] = ()) -> set[str]:
    """Returns the ids of a table, with those that stood once."""
    return {row[key] for row in tables[table]} | {row["row_id"] for row in retired if row["table"] == table}
