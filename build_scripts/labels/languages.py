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


LANGUAGES = {
    "zh": Language("", "zh-Hans", "zh_CN", "http://publications.europa.eu/resource/authority/language/ZHO"),
    "en": Language("en/", "en", "en_GB", "http://publications.europa.eu/resource/authority/language/ENG"),
}
