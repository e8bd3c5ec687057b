"""What comes of a hand-written page: its Markdown is rendered, and held to what a page may have in a browser.

Where Markdown ends code, takes a line for HTML or gives an attribute to an element is its own affair; here only what it
makes is looked at. Comments are refused: a browser ends some of them (`<!-->`) where other readers do not.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser

from markdown import Markdown

EXTENSIONS = {  # of mkdocs.yml, with those that MkDocs adds; `tests/checks/test_rendered.py` holds them together
    **dict.fromkeys(("fenced_code", "admonition", "footnotes", "abbr", "pymdownx.details", "attr_list", "toc"), {}),
    "pymdownx.tabbed": {"alternate_style": True},
    "tables": {"use_align_attribute": True},
}
ELEMENTS = frozenset((
    *("a", "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "cite", "code", "col", "colgroup"),
    *("data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4"),
    *("h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "label", "li", "mark", "nav", "ol", "p", "pre", "q", "rp"),
    *("rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr"),
))  # fmt: skip
RUNS = ("style", "srcdoc", "http-equiv", "ping", "formaction", "autofocus", "is", "nonce", "slot")  # and on…
LEADS = ("href", "action", "cite", "longdesc", "xlink:href")
LOADS = ("src", "srcset", "poster", "background", "data")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
ALLOWED = ("http", "https", "mailto")
IGNORED = re.compile(r"[\x00-\x20\u00a0\u200b-\u200f\u2060\ufeff]")  # what a browser leaves out of an address, and kin
OPENED = re.compile("<[A-Za-z/!?]")

Part = tuple[str, str]  # code of a finding, what it tells of


def rendered_parts(body: str) -> list[Part]:
    """Returns what no page may have of what a page's Markdown is made into: ("tag" | "attribute" | "address", what)."""
    html = rendered(body)
    reader = Reader()
    reader.feed(html)
    reader.close()
    hidden = [] if reader.seen == len(OPENED.findall(html)) else [("tag", "…")]  # a tag in an attribute, or half of one
    return list(dict.fromkeys([*reader.found, *hidden]))


def rendered(body: str) -> str:
    """Returns the HTML of one page's Markdown, without what the page before it left (footnotes, abbreviations)."""
    return converter().reset().convert(body)


@cache
def converter() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)


def leads_astray(address: str) -> bool:
    """True for an address that a browser would run or take as data, as it reads it: without blanks, in any case."""
    scheme = SCHEME.match(plain(address))
    return bool(scheme) and scheme[1].lower() not in ALLOWED


def is_elsewhere(address: str) -> bool:
    """True for an address that is not of this site's own files."""
    return bool(SCHEME.search(plain(address))) or plain(address).replace("\\", "/").startswith("//")


def plain(address: str) -> str:
    return IGNORED.sub("", unescape(address))


class Reader(HTMLParser):
    """Collects what no page may have, and counts the tags it has seen."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.CDATA_CONTENT_ELEMENTS = ()  # what follows a stray <script> is looked at too
        self.found: list[Part] = []
        self.seen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen += 1
        if tag not in ELEMENTS:
            self.found.append(("tag", tag))
        for name, value in attrs:
            if name.startswith("on") or name in RUNS:
                self.found.append(("attribute", name))
            elif (name in LEADS and leads_astray(value or "")) or (name in LOADS and is_elsewhere(value or "")):
                self.found.append(("address", value or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, _tag: str) -> None:
        self.seen += 1

    def not_allowed(self, _text: str) -> None:
        self.seen += 1
        self.found.append(("tag", "!"))

    handle_comment = handle_decl = handle_pi = unknown_decl = not_allowed
