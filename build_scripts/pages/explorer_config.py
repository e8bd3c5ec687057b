"""What the explorer's scripts are told: which columns there are, what may be chosen, and every word they say.

Columns are those of views/columns.py; the explorer reads them from Parquet files of its own, in which what is read
together stands side by side. In the address a choice is a code, so that one address serves both languages.
"""

from __future__ import annotations

from build_scripts.labels import read_words
from build_scripts.labels.numbers import NOT_PRINTED, QUALIFIER_WORDS
from build_scripts.labels.remarks import JUDGED_MARK
from build_scripts.pages.addresses import ROWS_A_PAGE
from build_scripts.pages.book import Book
from build_scripts.views.columns import ADDING_COLUMNS, CLAIM_COLUMNS, PROJECT_COLUMNS, Column

FILES = {
    "money": "data/explorer/claims.parquet",
    "figures": "data/explorer/claims.parquet",
    "projects": "data/explorer/projects.parquet",
}
WHERE = {"money": ("table", "funds"), "figures": ("table", "observations"), "projects": None}
RANGE = {"money": "value", "figures": "value", "projects": "amount"}
PROVINCES = ("provider_province", "recipient_province", "place_province")
COUNTIES = ("provider_county", "recipient_county")
LONG = (*COUNTIES, "source")  # facets of hundreds of choices: counted where they are open, their words are in the file
FACETS = {
    "money": (*PROVINCES, *COUNTIES, "programme", "year", "stage", "fund_source", "sector", "status", "proof",
              "source"),
    "figures": (*PROVINCES, *COUNTIES, "programme", "year", "measure_group", "measure", "sector", "status", "proof",
                "source"),
    "projects": (
        *PROVINCES,
        *COUNTIES,
        "programme",
        "year",
        "sector",
        "project_type",
        "status",
        "amount_stage",
        "proof",
        "source",
    ),
}  # fmt: skip
SPLITS = {  # what a chart may be split by, the first unless asked
    "money": (
        "year",
        "stage",
        "recipient_province",
        "provider_province",
        "programme",
        "fund_source",
        "sector",
    ),
    "figures": ("year", "measure_group", "measure", "recipient_province", "provider_province", "programme"),
    "projects": ("year", "sector", "status", "place_province", "provider_province", "programme"),
}
SHARED = ("programme", "provider_province", "recipient_province", "place_province", "sector", "status")
# In the order of the table, of which a telephone shows the first two; those before None unless a reader chooses others.
COLUMNS = {
    "money": ("subject", "value", "label", "period", "stage", "source", None, "fund_source", *SHARED, "instrument",
              "basis", "project", "as_printed", "note", "proof", "reliability", "publisher", "published", "in_totals",
              "left_out_because"),
    "figures": ("subject", "value", "label", "measure", "period", "source", None, *SHARED, "measure_group", "basis",
                "project", "as_printed", "note", "proof", "reliability", "publisher", "published", "in_totals",
                "left_out_because"),
    "projects": ("project", "amount", "amount_stage", "pairing", "place", "sector", "status", "source", None,
                 "programme", "provider_province", "recipient_province", "place_province", "project_type",
                 "status_date", "is_umbrella", "claims", "note", "proof", "reliability"),
}  # fmt: skip
CLAIM_LINKS = (
    "claim_id", "subject_kind", "subject_id", "pairing_id", "project_id", "source_id", "order_in_source", "proof",
    "disagree", "unit", "qualifier", "value", "basis", "fund_source", "stage", "measure_id", "inferred",
)  # fmt: skip
PROJECT_LINKS = (
    "project_id", "pairing_id", "place_id", "source_id", "proof", "amount", "amount_qualifier", "amount_claim_id",
    "amount_proof", "amount_source_id", "amount_order_in_source", "amount_stage",
)  # fmt: skip
ADDED = (  # what a sum reads
    "table", "claim_id", "subject_kind", "subject_id", "pairing_id", "within", "value", "part_of", "label", "qualifier",
    "programme_class", *(column.name for column in ADDING_COLUMNS),
)  # fmt: skip
ALWAYS = {  # what a download holds beside the columns shown
    "money": ("claim_id", "unit", "qualifier", "source_id"),
    "figures": ("claim_id", "unit", "qualifier", "source_id"),
    "projects": ("project_id", "amount_qualifier", "amount_claim_id", "source_id"),
}
TYPES = {  # how a cell is shown, where its type in the file does not say it
    "subject": "subject", "label": "label", "value": "figure", "amount": "amount", "period": "period",
    "source": "source", "project": "project", "pairing": "pairing", "place": "place", "status_date": "period",
    "published": "period", "claims": "count", "reliability": "reliability", "left_out_because": "reasons",
}  # fmt: skip
IN_FILES = {column.name: column for column in (*CLAIM_COLUMNS, *PROJECT_COLUMNS)}
CODE_LISTS = {column.codes: name for name, column in reversed(IN_FILES.items()) if column.codes}
SEARCHED = {  # in both languages
    "money": ("subject", "label", "source", "as_printed"),
    "figures": ("subject", "label", "source", "as_printed"),
    "projects": ("project", "pairing", "place", "source"),
}
MONEY_UNITS = {"zh": 10_000, "en": 1_000_000}  # in which a reader types an amount


def explorer_config(book: Book) -> dict:
    """Returns the configuration as plain values, fit for JSON."""
    return {
        "lang": book.lang,
        "root": "" if book.lang == "zh" else "../",
        "source_rows": ROWS_A_PAGE["source"],
        "money_unit": MONEY_UNITS[book.lang],
        "words": words_of(book),
        "codes": codes_of(book),
        "measure_units": {key: book.row("measures", key)["unit"] for key in book.index.facts_of_measure},
        "kinds": {kind: kind_of(book, kind) for kind in FILES},
    }


def file_columns(columns: tuple[Column, ...], *kinds: str) -> list[Column]:
    """Returns the columns that the explorer reads of some kinds of records, as its file has them.

    A browser asks for the parts of a file it needs, so what is read together stands side by side: codes and numbers,
    then Chinese text, English text, and what is shown only when a reader asks for it.
    """
    often, used = set(), set()
    for kind in kinds:
        shown = COLUMNS[kind].index(None)
        asked = (*SEARCHED[kind], *FACETS[kind], *SPLITS[kind], *COLUMNS[kind][:shown])
        often |= {*asked, *map(coded_column, asked), *(PROJECT_LINKS if kind == "projects" else (*CLAIM_LINKS, *ADDED))}
        used |= {*often, *filter(None, COLUMNS[kind]), *ALWAYS[kind]}
    names = {column.name for column in columns}

    def place(column: Column) -> int:
        base = column.name.removesuffix("_en")
        return 3 if base not in often else 2 if column.name != base else int(f"{base}_en" in names)

    return sorted((column for column in columns if column.name.removesuffix("_en") in used), key=place)


def kind_of(book: Book, kind: str) -> dict:
    """Returns file, facets, columns and searched texts of one kind of records."""
    shown = COLUMNS[kind].index(None)
    names = [name for name in COLUMNS[kind] if name]
    return {
        "file": FILES[kind],
        "where": WHERE[kind],
        "range": RANGE[kind],
        "sums": [] if kind == "projects" else list(ADDED),
        "facets": [facet_of(book, name) for name in FACETS[kind]],
        "splits": [facet_of(book, name) for name in SPLITS[kind]],
        "columns": [column_of(book, name) for name in names],
        "shown": names[:shown],
        "always": [column_of(book, name) for name in ALWAYS[kind]],
        "links": list(PROJECT_LINKS if kind == "projects" else CLAIM_LINKS),
        "text": sorted({each for name in SEARCHED[kind] for each in (name, f"{name}_en") if each in IN_FILES}),
    }


def facet_of(book: Book, name: str) -> dict:
    """Returns a facet: the column its choices stand in, and the list of their words."""
    facet = {
        "name": name,
        "title": column_title(book, name),
        "column": coded_column(name),
        "codes": codes_name(name),
    }
    names = {"names": list(dict.fromkeys((in_language(book, name), name)))} if name in LONG else {}
    return facet | ({"years": True} if name == "year" else {}) | names


def column_of(book: Book, name: str) -> dict:
    """Returns a column of the table: where it is read from and how it is shown."""
    plain = "boolean" if IN_FILES[name].kind == "boolean" else "text"
    column = {"name": name, "title": column_title(book, name), "type": TYPES.get(name, plain)}
    if codes := codes_name(name):
        return column | {"from": coded_column(name), "type": "code", "codes": codes}
    own = in_language(book, name)
    return column | {"from": own} | ({"else": name} if own != name and name in ("source", "subject") else {})


def codes_name(name: str) -> str:
    """Returns which list holds the words of a column's codes; '' where it has no codes."""
    if name in PROVINCES:
        return "province"
    if name in ("measure", "proof"):
        return name
    column = IN_FILES.get(name)
    return CODE_LISTS[column.codes] if column and column.codes else ""


def coded_column(name: str) -> str:
    """Returns the column in which the codes, ids or periods stand that a facet or a column of names belongs to."""
    if name == "year":
        return "period"
    return f"{name}_id" if f"{name}_id" in IN_FILES else name


def in_language(book: Book, name: str) -> str:
    """Returns the name of a column in the file, in the language of the book."""
    return f"{name}_en" if book.lang == "en" and f"{name}_en" in IN_FILES else name


def column_title(book: Book, name: str) -> str:
    return read_words(book.lang)["explorer"]["columns"][name]


def codes_of(book: Book) -> dict[str, dict[str, str]]:
    """Returns list -> code -> word, in the order of the code lists; provinces and measures that are used."""
    lists = {name: book.names.codes(*place) for place, name in CODE_LISTS.items()}
    places = book.views.shown_places.values()
    lists["province"] = {row["place_id"]: book.pick(row, "name") for row in places if row["level"] == "province"}
    used = book.index.facts_of_measure
    lists["measure"] = {key: book.pick(row, "title") for key, row in book.index.rows["measures"].items() if key in used}
    return lists | {"proof": read_words(book.lang)["explorer"]["proof"]}


def words_of(book: Book) -> dict:
    """Returns every word the scripts say: those of this page, the marks of evidence, units and qualifiers."""
    words = read_words(book.lang)
    units = book.site.package.codes("measures", "unit")
    return {
        **{key: word for key, word in words["explorer"].items() if key not in ("columns", "about", "description")},
        "mark": words["evidence"]["mark"],
        "judged_sign": JUDGED_MARK,
        "no_period": words["evidence"]["no_period"],
        "up_to": words["said"]["to"],
        "left_out_reasons": words["evidence"]["left_out"],
        "fund_kind": words["pages"]["fund_kind"],
        "arrow": words["pages"]["arrow"],
        "total_of_money": words["pages"]["total_of_money"],
        "programme_class": words["pages"]["programme_class"],
        "rank": words["reliability"]["rank"],
        "not_printed": NOT_PRINTED[book.lang],
        "qualifiers": QUALIFIER_WORDS[book.lang],
        "units": {code: unit_word(each, book.lang) for code, each in units.items()},
    }


def unit_word(unit: dict[str, str], lang: str) -> str | dict[str, str]:
    """Returns the word of a unit; in English with another after exactly 1 where it has one."""
    if lang == "en" and "one" in unit:
        return {"one": unit["one"], "other": unit["en"]}
    return unit[lang]
