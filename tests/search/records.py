"""Records of the search as the pages leave them: a file a language, and the titles of both."""

from __future__ import annotations

import json
from pathlib import Path

from build_scripts.labels import LANGUAGES


def write_records(folder: Path, records: list[dict]) -> Path:
    """Returns the folder with the records of each language."""
    own = {lang: [record for record in records if record["lang"] == lang] for lang in LANGUAGES}
    for lang, found in own.items():
        lines = [json.dumps({k: v for k, v in each.items() if k != "title_other"}) for each in found]
        (folder / f"records.{lang}.ndjson").write_text("\n".join(lines), encoding="utf-8")
    titles = {lang: {each["url"]: each["title"] for each in found} for lang, found in own.items()}
    (folder / "titles.json").write_text(json.dumps(titles), encoding="utf-8")
    return folder


def read_records(folder: Path) -> list[dict]:
    """Returns the records of all languages, with their titles in the other one."""
    titles = json.loads((folder / "titles.json").read_bytes())
    return [
        {**record, "title_other": titles[other][record["url"]]}
        for lang, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True)
        for record in map(json.loads, (folder / f"records.{lang}.ndjson").read_bytes().splitlines())
    ]
