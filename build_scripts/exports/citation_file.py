"""How to cite the whole ledger, for programs: `CITATION.cff` (Citation File Format 1.2.0)."""

from __future__ import annotations

import yaml

from build_scripts.exports.model import of_schema
from build_scripts.labels import word


def citation_file(descriptor: dict, address: str, day: str) -> bytes:
    """Returns the file of a version that was released, or whose data last changed, on a day (ISO)."""
    title = of_schema(descriptor)["en"]
    fields = {
        "cff-version": "1.2.0", "message": word("en", "exports.cite"), "type": "dataset", "title": title,
        "abstract": of_schema(descriptor, "description")["en"],
        "authors": [{"name": title, "website": address}],
        "version": descriptor["version"], "date-released": day, "url": address,
        "license": descriptor["licenses"][0]["name"],
    }  # fmt: skip
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=110).encode()
