"""`forms`: the issue forms, made from the schemas, so that what a person chooses from is what a cell may hold.

The heading of an answer ends with the name of its column (“金额 Amount · amount”), by which `import` reads it back;
`sources.title` is the column of another table: the document, where the ledger does not have it yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from build_scripts.commands.incoming.columns import OF_NO_COLUMN
from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.choices import code_choices
from build_scripts.ledger.package import Package, open_package

FOLDER = Path(".github") / "ISSUE_TEMPLATE"
DOCUMENT = ("title", "url", "publisher", "published", "document_type", "collection", "script", "is_repost",
            "is_redacted", "coverage")  # fmt: skip
DEFAULTS = {
    "in_totals": "true", "is_repost": "false", "is_redacted": "false", "is_umbrella": "false", "script": "Hans",
    "coverage": "excerpt", "collection": "paired", "basis": "in_period", "instrument": "not_stated",
}  # fmt: skip
PRIVATE = "private_report"  # of site.yaml
LONG = ("note", "remark", "happened", "expected")
READ_FROM_PRINT = ("amount", "value", "qualifier")  # may stay empty: import reads them from the print


@dataclass(frozen=True)
class Form:
    """One kind of thing that is told: the table its answers are a row of ('' for none), and what it asks."""

    name: str
    table: str
    asks: tuple[str, ...]
    document: bool = True  # whether it asks for the document too


EVIDENCE = ("section", "as_printed")
FORMS = (
    Form("money", "funds", ("pairing_id", "project_id", "place_id", "label", "as_printed", "amount", "fund_source",
                            "stage", "instrument", "period", "basis", "in_totals", "section", "note")),
    Form("figure", "observations", ("pairing_id", "project_id", "place_id", "measure_id", "label", "as_printed",
                                    "value", "period", "basis", "in_totals", "section", "note")),
    Form("project", "projects", ("title", "title_en", "pairing_id", "place_id", "is_umbrella", "sector",
                                 "project_type", "status", "status_date", "period", *EVIDENCE, "note")),
    Form("event", "events", ("pairing_id", "kind", "date", "title", "title_en", "from_place_id", "to_place_id",
                             *EVIDENCE)),
    Form("pairing", "pairings", ("programme", "level", "provider_place_id", "recipient_place_id", "valid_from",
                                 "valid_to", "dates_basis", *EVIDENCE, "note")),
    Form("source", "sources", (*DOCUMENT, "title_en", "period", "note"), document=False),
    Form("correction", "", ("record", "as_printed", "section", "source_id", "remark"), document=False),
    Form("site_error", "", ("page", "happened", "expected"), document=False),
)  # fmt: skip


def run(root: Path) -> int:
    """Writes the forms of the ledger at `root` and prints their paths; returns 0."""
    for name, text in form_files(open_package(root)).items():
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        (root / FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
        print(root / FOLDER / name)
    return 0


def form_files(package: Package) -> dict[str, str]:
    """Returns file name -> text of each form and of the page on which one is chosen."""
    made = {f"{form.name}.yml": form_content(package, form) for form in FORMS}
    made["config.yml"] = {"blank_issues_enabled": False} | contact_links(package)
    return {name: yaml.safe_dump(content, allow_unicode=True, sort_keys=False) for name, content in made.items()}


def contact_links(package: Package) -> dict:
    """Returns where a person's name or number is reported privately; nothing where site.yaml names no address."""
    if PRIVATE not in package.settings:
        return {}
    words = {"name": both("forms.private.name"), "about": both("forms.private.about")}
    return {"contact_links": [{**words, "url": package.settings[PRIVATE]}]}


def form_content(package: Package, form: Form) -> dict:
    """Returns one form as GitHub reads it: Chinese first."""
    about = both(f"forms.{form.name}.about", "\n\n")
    if not form.table and PRIVATE in package.settings:
        about += f"\n\n{both('forms.private.about')}\n\n<{package.settings[PRIVATE]}>"
    body = [{"type": "markdown", "attributes": {"value": about}}]
    body += [question(package, form.table, column) for column in form.asks]
    if form.document:
        body += [question(package, form.table, "source_id", required=False)]
        body += [question(package, "sources", column, "sources.", required=False) for column in DOCUMENT]
    return {
        "name": both(f"forms.{form.name}.name"),
        "description": both(f"forms.{form.name}.description"),
        "labels": [f"form:{form.table or form.name}"],
        "body": body,
    }


def both(key: str, between: str = " · ") -> str:
    return between.join(word(lang, key) for lang in LANGUAGES)


def question(package: Package, table: str, column: str, prefix: str = "", required: bool | None = None) -> dict:
    """Returns the question for one column: a list where it has codes, else a line or a box."""
    field = field_of(package, table, column)
    label = f"{field['title']} {field['title_en']} · {prefix}{column}"
    attributes = {"label": label, "description": f"{field['description']}\n{field['description_en']}"}
    asked: dict = {"type": "input", "id": (prefix + column).replace(".", "_"), "attributes": attributes}
    if choices := code_choices(field):
        keys = [choice.key for choice in choices]
        asked["type"] = "dropdown"
        attributes["options"] = [choice.shown("zh") for choice in choices]
        if DEFAULTS.get(column) in keys:
            attributes["default"] = keys.index(DEFAULTS[column])
    elif column in LONG:
        asked["type"] = "textarea"
    must = field.get("constraints", {}).get("required", False) if required is None else required
    if must and column not in READ_FROM_PRINT:
        asked["validations"] = {"required": True}
    return asked


def field_of(package: Package, table: str, column: str) -> dict:
    """Returns the schema field a question is made from; one of our own for what is no column."""
    if column in OF_NO_COLUMN:
        own = {key: word("zh", f"forms.{column}.{key}") for key in ("title", "description")}
        own |= {f"{key}_en": word("en", f"forms.{column}.{key}") for key in ("title", "description")}
        return {**own, "name": column, "type": "string", "constraints": {"required": column != "remark"}}
    fields = package.schemas[table or "funds"]["fields"]
    return next(field for field in fields if field["name"] == column)
