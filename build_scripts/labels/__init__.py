"""Every visible word that is in no schema: one folder a language, one YAML file a part of the site."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from build_scripts.labels.languages import LANGUAGES
from build_scripts.ledger.package import YAML

__all__ = ["LANGUAGES", "read_words", "word"]
FOLDER = Path(__file__).parent


@cache
def read_words(lang: str) -> dict[str, dict]:
    """Returns {part: {key: text or nested dict}} of one language, read from `labels/<lang>/*.yaml`."""
    paths = sorted((FOLDER / lang).glob("*.yaml"))
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=YAML) for path in paths}


def word(lang: str, key: str, /, **values) -> str:
    """Returns the text at a dotted key such as `audit.verdict.holds`, with {placeholders} filled.

    Raises KeyError naming the language and the key: a missing word stops the build.
    """
    node = read_words(lang)
    for part in key.split("."):
        if not isinstance(node, dict) or part not in node:
            raise KeyError(f"labels/{lang}: no word for '{key}'")
        node = node[part]
    return node.format(**values) if values else node
