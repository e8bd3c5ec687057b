"""Where workers go: to the helper's places by name or initial (赴沪, 到佛山, in Jiangsu), else as the words say."""

from __future__ import annotations

import re

from build_scripts.reading.extract.cast import Cast
from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.places import ancestors
from build_scripts.reading.extract.vocabulary import Vocabulary, words

WORK = re.compile("务工|就业|劳务|输送|输转|转移|稳岗|返岗|workers|jobs|employ", re.I)
GENERAL = ("labour_total", "labour_nearby", "other_person", "other_piece", "enterprise_jobs", "delegates_", "")


def of_provider(measure: str, context: Context, cast: Cast, known: Vocabulary) -> bool:
    """True for workers whose clause says that they go to, or are at, a place of the helper."""
    if context.found.kind not in ("person", "person_time") or not measure.startswith(GENERAL[:-1]) and measure:
        return False
    if context.cell or not WORK.search(context.before + context.near_after):
        return False
    names, initials = provider_names(cast, known)
    before = re.split("[,，。;；:：]", context.gap or context.before)[-1]
    clause = f"{'' if re.search('[a-z] ?$', before) else before}#{context.near_after[:24]}"  # English says it behind
    there = rf"(?:到|赴|来|在|去|向|往|\bin |\bto )(?:{names})" if names else "(?!)"
    short = rf"(?:赴|来|在|入|到|去)[{initials}](?![\u4e00-\u9fff]{{0,1}}[省市县区])" if initials else "(?!)"
    return bool(re.search(f"{there}|{short}", clause))


def provider_names(cast: Cast, known: Vocabulary) -> tuple[str, str]:
    """Returns the names of the helping place and of those above it, as a pattern, and their initials."""
    if cast.provider not in known.places:
        return "", ""
    place = known.places[cast.provider]
    above = [place, *(known.places[code] for code in ancestors(place, known) if known.places[code].level)]
    names = [name for p in above for name in p.names if len(name) > 1]
    short = words("subjects")["abbreviations"] | words("subjects")["city_abbreviations"]
    codes = {p.place_id for p in above}
    initials = "".join(char for char, code in short.items() if code in codes)
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True))), initials
