"""Text into HTML that stands in Markdown, and back: the few rules every page keeps.

Data stand in raw HTML blocks without blank lines between Markdown headings; nothing a table holds can
end a block,
begin a heading or look like Markdown's own placeholders.
"""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup, escape

LINE_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
HEADING = re.compile(r"#{2,3} ")
BLOCK_TAG = re.compile(
    r"</?(?:caption|dd|details|div|dl|dt|fieldset|figcaption|figure|form|h[1-6]|legend|li|nav|noscript|ol|p|section|"
    r"summary|table|tbody|td|th|thead|tr|ul)[ >]"
)
HAN = re.compile(r"[㐀-鿿]+")
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
DIGIT = re.compile(r"\d")
TAG = re.compile(r"<[^>]*>")
SPACES = re.compile(r"[ \n]+")
SCRIPT_LANGS = {"Hans": "zh-Hans", "Hant": "zh-Hant", "en": "en", "ja": "ja", "other": ""}


def clean(value: object) -> object:
    """Returns text without line breaks and control characters; None as empty text; anything else as it is."""
    if value is None:
        return ""
    if type(value) is str and (LINE_BREAKS.search(value) or CONTROLS.search(value)):
        return CONTROLS.sub("", LINE_BREAKS.sub(" ", value))
    return value


def named(text: str | None, lang: str = "", page: str = "zh") -> Markup:
    """Returns a printed name: marked as one where it holds digits or is in another language than the page.

    Chinese words inside an English text (on a `page` in English) are marked by themselves.
    """
    safe = escape(clean(text))
    if RIGHT_TO_LEFT.search(safe):  # so that what follows the name keeps its place
        safe = Markup(f"<bdi>{safe}</bdi>")
    if page == "en" and not lang:
        safe = Markup(HAN.sub(r'<span lang="zh-Hans">\g<0></span>', str(safe)))
    if lang:
        return Markup(f'<span class="name" lang="{lang}">{safe}</span>')
    return Markup(f'<span class="name">{safe}</span>') if DIGIT.search(TAG.sub("", str(safe))) else safe


def html_id(*parts: str) -> str:
    """Returns an id that CSS selectors and fragments can hold."""
    return re.sub(r"[^a-z0-9_-]", "-", "-".join(parts))


def squeeze(text: str) -> str:
    """Returns the text with each `## heading` on its own and everything between two as one block without
    blank lines.

    Templates break and indent their lines as a reader likes: a break stays before the tag of a block, where
    HTML shows no space for it; elsewhere the next line goes on where the one before ended.
    """
    blocks = [""]
    for line in filter(None, (line.lstrip() for line in text.split("\n"))):
        if HEADING.match(line):
            blocks += [line.rstrip(), ""]
        else:
            blocks[-1] += ("\n" if blocks[-1] and BLOCK_TAG.match(line) else "") + line
    return "\n\n".join(block.rstrip() for block in blocks if block) + "\n"


def one_line(text: str) -> str:
    """Returns the text of a template without its breaks and indents."""
    return "".join(line.lstrip() for line in text.split("\n"))


def plain_text(html: str) -> str:
    """Returns what a reader sees of a page's body, on one line: for the search index."""
    text = re.sub(r"(?m)^#{2,3} ([^{\n]*).*$", r"\1", html)
    return SPACES.sub(" ", unescape(TAG.sub(" ", text))).strip()
