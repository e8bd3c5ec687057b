"""Who sends whom where: from the helper to the helped, the other way, or both ways."""

from __future__ import annotations

import re

from build_scripts.reading.extract.cast import Cast
from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.vocabulary import Vocabulary, words


def direction_of(context: Context, cast: Cast, known: Vocabulary) -> str:
    """Returns to_recipient, to_provider or both, as a sentence says who sends whom where; "" where it says nothing."""
    spoken = words("subjects")
    clause = re.split("[。;；]", context.before)[-1][-60:] + "#" + context.near_after[:24]
    if re.search("|".join(spoken["to_provider"]), clause.partition("#")[2] + clause[-30:]):
        return "to_provider"
    if re.search("|".join(spoken["to_recipient"]), clause):
        return "to_recipient"
    provider, recipient = names_of(cast.provider, known, "helper"), names_of(cast.recipient, known, "receiver")
    sends, goes = "|".join(spoken["sent_from"]), "|".join(spoken["sent_to"])
    signs = {"to_recipient": 0, "to_provider": 0}
    for sign, (here, there) in {"to_recipient": (provider, recipient), "to_provider": (recipient, provider)}.items():
        for pattern in (
            here and rf"(?:{here})[^,，。]{{0,8}}(?:{sends}|{goes})",
            there and rf"(?:{goes})[^,，。]{{0,4}}(?:{there})",
        ):
            ends = [m.end() for m in re.finditer(pattern, clause)] if pattern else []
            signs[sign] = max([signs[sign], *ends])
    if any(signs.values()):
        return max(signs, key=signs.get)
    return "both" if re.search("|".join(spoken["both"]), clause) else ""


def names_of(place_id: str, known: Vocabulary, kind: str) -> str:
    """Returns what a text may call one end of the main pairing, as a pattern."""
    listed = list(known.places[place_id].names) if place_id in known.places else []
    own = words("subjects")["own"][:8] if kind == "receiver" else []
    return "|".join(map(re.escape, [*listed, *words("subjects")[kind], *own]))
