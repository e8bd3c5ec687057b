"""Evidence stands in its source's own script: nothing is turned from Traditional into Simplified or back.

Only sources read in full are held to it: an excerpt was copied by its reader, and nothing proves its characters.
A character is foreign only where OpenCC's tables leave no doubt (后, 里 and 干 belong to both scripts).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

HAN = re.compile(r"[\u3400-\u9fff]")
SCRIPTS = ("Hans", "Hant", "en")


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Rows whose `as_printed` holds a character that a text in the source's script does not have."""
    full = tables["sources"].query("coverage == 'full_text'")
    scripts = dict(zip(full["source_id"], full["script"], strict=True))
    return [
        finding(table, row.Index, "as_printed", script, print=row.as_printed, foreign=foreign)
        for table, frame in tables.items()
        if "as_printed" in frame
        for row in rows_of(frame)
        if (script := scripts.get(row.source_id)) in SCRIPTS
        and (foreign := foreign_characters(row.as_printed or "", script))
    ]


def foreign_characters(text: str, script: str) -> str:
    """Returns the characters of `text` that cannot stand in the script; en has no Han characters at all."""
    if script == "en":
        return "".join(HAN.findall(text))
    return "".join(c for c in text if c in foreign_set(script))


@cache
def foreign_set(script: str) -> frozenset[str]:
    """Returns the characters that OpenCC always turns into others on the way to `script`."""
    towards, back = ("TS", "ST") if script == "Hans" else ("ST", "TS")
    choices = characters(towards)
    own = {c for some in choices.values() for c in some} | {
        c for c, some in characters(back).items() if c in some
    }
    return frozenset(c for c, some in choices.items() if c not in some and c not in own)


def characters(name: str) -> dict[str, list[str]]:
    """Returns an OpenCC character table: character -> the characters it may become."""
    text = files("opencc").joinpath(f"dictionary/{name}Characters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {key: choices.split() for key, choices in pairs}
