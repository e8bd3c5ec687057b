"""Cuts text into the terms of the search index; docs/assets/js/search-text.js cuts in the same way what is typed.

Chinese has no spaces, so a run of Han characters becomes every two neighbours: 紫阳县 -> 紫阳 阳县.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import add

from build_scripts.labels.spelling import HAN_RANGES, fold, is_long_han, runs, runs_of

QUOTED = re.compile(f"([{HAN_RANGES}])[“”‘’「」『』《》〈〉]+(?=([{HAN_RANGES}]))")  # 昊冉“农光结合”


def query_terms(text: str) -> list[str]:
    """Returns what is looked up: neighbours of Han characters, lone characters, words in lower case."""
    return [term for run in runs(text) for term in neighbours(run)]


def index_terms(text: str) -> list[str]:
    """Returns what is indexed: the query's terms, the last character of each run, neighbours across quotation marks.

    A lone character of a query finds the terms that begin with it, and the last one of a run begins no pair. Readers
    type a name without its quotation marks: 冉农 for 昊冉“农光结合”.
    """
    folded, terms = fold(text), []
    for run in runs_of(folded):
        if is_long_han(run):
            terms += map(add, run, run[1:])
            terms.append(run[-1])
        else:
            terms.append(run)
    return terms + [a + b for a, b in QUOTED.findall(folded)]


def neighbours(run: str) -> list[str]:
    return [a + b for a, b in pairwise(run)] if is_long_han(run) else [run]
