"""The languages of the site: the one table of them, Chinese first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """What one language is called by those who ask in codes of their own."""

    folder: str  # of its pages, below the site's root
    html: str  # BCP 47, for `lang` and `hreflang`
    locale: str  # for Open Graph
    dcat: str  # the term of the EU's list of languages, for data catalogues
    windows: str  # how Windows begins the name of its own language, in small letters


EU = "http://publications.europa.eu/resource/authority/language"
LANGUAGES = {
    "zh": Language("", "zh-Hans", "zh_CN", f"{EU}/ZHO", "chinese"),
    "en": Language("en/", "en", "en_GB", f"{EU}/ENG", "english"),
}
