"""`llms.txt`: for programs that read the site in order to answer from it: what to read, and what must not be added."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, of_schema
from build_scripts.labels import LANGUAGES, word

TEXT = "text/plain"
RULES = ("added", "stages", "proof", "unknown", "cite")
WIDE = ("projects", "pairings", "funds", "observations", "events", "places")
NAMED = (
    *("claims.csv", "totals.csv", *(f"{table}_wide.csv" for table in WIDE)),
    *("account.csv", "coverage.csv", "gaps.csv", "pairing-ledger.sqlite", "openapi.yaml", "index.json"),
)


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the file, one language after the other."""
    yield Download("llms.txt", "\n".join(lines(edition)).encode(), TEXT)


def lines(edition: Edition) -> Iterator[str]:
    """Yields title, what it is, the rules of adding, the states of proof, and the files."""
    descriptor = edition.package.descriptor
    for lang in LANGUAGES:
        yield f"# {of_schema(descriptor)[lang]}"
        yield f"\n> {of_schema(descriptor, 'description')[lang]}\n"
        yield f"{word(lang, 'exports.how_to_read')}\n"
        yield from (f"- {word(lang, f'exports.llms.{rule}')}" for rule in RULES)
        yield ""
        yield from (f"- [{name}]({edition.address}data/{name})" for name in NAMED)
        yield f"- [api/v1]({edition.address}api/v1/pairings.json)\n"
