"""References in the forms people use: GB/T 7714-2015, APA 7, BibTeX, RIS, CSL-JSON, each made from one CSL-JSON item.

The first two follow the styles of the Citation Style Language, against whose processor the tests hold them. They depart
from it where no date is printed: the style takes the year of access for an estimate of the year of printing, which
would be a statement of ours. Days of access are slots, filled by whoever prints the reference: only the reader's own
day is true.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

Item = dict[str, object]  # CSL-JSON: type, title, author, container-title | publisher, issued, URL, version
TYPES = {  # document_type of schemas/sources.yaml -> type of CSL; the others are reports
    "news": "article-newspaper", "press_release": "article-newspaper", "article": "webpage", "policy": "webpage",
    "encyclopedia": "webpage", "compendium": "webpage", "other": "webpage",
}  # fmt: skip
LANGUAGES_OF_SCRIPT = {"Hans": "zh-CN", "Hant": "zh-TW", "ja": "ja", "en": "en"}
GBT_MARKS = {"article-newspaper": "N", "webpage": "EB", "report": "R", "dataset": "DS"}
BIBTEX_TYPES = {"report": "techreport"}
RIS_TYPES = {"article-newspaper": "NEWS", "webpage": "ELEC", "report": "RPRT", "dataset": "DATA"}
NO_DAY = {"iso": "", "slash": "", "parts": "", "long": ""}  # of access: whoever imports the reference sets his own
SPECIAL = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"})


def document_item(row: dict[str, str | None]) -> Item:
    """Returns a row of `sources` as an item: the document itself, never the ledger, with what is printed of it."""
    kind = TYPES.get(row["document_type"], "report")
    told = {
        "id": row["source_id"], "type": kind, "title": row["title"],
        "author": [{"literal": row["author"]}] if row["author"] else None,
        "container-title" if kind == "article-newspaper" else "publisher": row["publisher"],
        "issued": issued(row["published"]), "URL": row["url"], "language": LANGUAGES_OF_SCRIPT.get(row["script"]),
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def ledger_item(key: str, title: str, ledger: str, version: str, year: str, address: str, lang: str) -> Item:
    """Returns a part of the ledger as an item: its author is the ledger, its year that of the data."""
    return {
        "id": key, "type": "dataset", "title": title, "author": [{"literal": ledger}], "version": version,
        "issued": issued(year), "URL": address, "language": lang,
    }  # fmt: skip


def issued(day: str | None) -> dict | None:
    """Returns a date as CSL holds it, as exact as it is printed; the last day of a span."""
    parts = (day or "").rpartition("/")[2]
    return {"date-parts": [[int(part) for part in parts.split("-")]]} if parts else None


def access_day(day: date) -> dict[str, str]:
    """Returns the day of access in the forms that references want."""
    return {"iso": day.isoformat(), "slash": f"{day:%Y/%m/%d}", "parts": f"{day.year},{day.month},{day.day}",
            "long": f"{day:%B} {day.day}, {day.year}"}  # fmt: skip


def gbt(item: Item, access: dict[str, str]) -> str:
    """Returns the reference by GB/T 7714-2015; an item without an address is cited as printed matter."""
    venue = item.get("container-title") or item.get("publisher") or ""
    is_paper = item["type"] == "article-newspaper"
    when = dashed(item) if is_paper else dashed(item)[:4]
    alone = f"({dashed(item)})" if when and not is_paper and "URL" in item else when
    printed = f"{venue}, {when}" if venue and when else venue or alone
    mark = f"[{GBT_MARKS[item['type']]}/OL]" if "URL" in item else ""
    read = f"[{access['iso']}]" if "URL" in item else ""
    parts = [author_of(item), f"{item['title']}{mark}", printed + read, item.get("URL")]
    return ". ".join(filter(None, parts)) + "."


def apa(item: Item, access: dict[str, str]) -> str:
    """Returns the reference by APA 7: a title leads where nobody is named as author, on the web whoever published."""
    venue = item.get("container-title") or item.get("publisher") or ""
    title = item["title"]
    if item["type"] == "dataset":
        title += f" (Version {item['version']}) [Dataset]"
    first = author_of(item) or (venue if item["type"] == "webpage" else "") or title
    rest = [each for each in (title, venue) if each and each != first]
    found = ". ".join([first, f"({spelled(item)})", *rest]) + "."
    if "URL" not in item:
        return found
    read = "" if "issued" in item else f"Retrieved {access['long']}, from "
    return f"{found} {read}{item['URL']}"


def bibtex(item: Item, access: dict[str, str]) -> str:
    """Returns an entry of BibTeX; signs that TeX reads are escaped, addresses left as they are."""
    year, month = (*dashed(item).split("-"), "")[:2]
    fields = {
        "title": plain_tex(item["title"]), "author": braced(author_of(item)),
        "publisher": plain_tex(item.get("container-title") or item.get("publisher") or ""),
        "year": year, "month": month.lstrip("0"), "version": item.get("version"), "url": item.get("URL"),
        "urldate": access["iso"] if "URL" in item else "",
    }  # fmt: skip
    told = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{BIBTEX_TYPES.get(item['type'], 'misc')}{{{item['id']}, {told}}}"


def braced(author: str) -> str:
    """Returns an author in braces of its own: the name of an office has no first and last part."""
    return f"{{{plain_tex(author)}}}" if author else ""


def plain_tex(text: str) -> str:
    return text.translate(SPECIAL)


def ris(item: Item, access: dict[str, str]) -> str:
    """Returns the record of RIS, a tag a line."""
    day = dashed(item).replace("-", "/")
    tags = [
        ("TY", RIS_TYPES[item["type"]]), ("ID", item["id"]), ("AU", author_of(item)), ("TI", item["title"]),
        ("T2", item.get("container-title")), ("PB", item.get("publisher")), ("PY", day[:4]), ("DA", day),
        ("ET", item.get("version")), ("LA", item.get("language")), ("UR", item.get("URL")),
        ("Y2", access["slash"] if "URL" in item else ""),
    ]  # fmt: skip
    return "\n".join([*(f"{tag}  - {value}" for tag, value in tags if value), "ER  - "])


def csl_json(item: Item, access: dict[str, str]) -> str:
    """Returns the item itself as JSON, with the day of access."""
    told = json.dumps(item, ensure_ascii=False)
    if not access["parts"] or "URL" not in item:
        return told
    return f'{told[:-1]}, "accessed": {{"date-parts": [[{access["parts"]}]]}}}}'


def author_of(item: Item) -> str:
    return "; ".join(each["literal"] for each in item.get("author", ()))


def dashed(item: Item) -> str:
    """Returns the date as printed, ISO; '' where none is."""
    parts = item["issued"]["date-parts"][0] if "issued" in item else ()
    return "-".join(f"{part:02d}" for part in parts)


def spelled(item: Item) -> str:
    """Returns the date as APA writes it: the day for papers and the web, the year for the rest."""
    parts = item["issued"]["date-parts"][0] if "issued" in item else []
    if not parts:
        return "n.d."
    if item["type"] in ("report", "dataset") or len(parts) == 1:
        return str(parts[0])
    return ", ".join([str(parts[0]), " ".join([f"{date(2000, parts[1], 1):%B}", *map(str, parts[2:])])])


FORMS: dict[str, Callable[[Item, dict[str, str]], str]] = {
    "GB/T 7714": gbt, "APA": apa, "BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl_json,
}  # fmt: skip
