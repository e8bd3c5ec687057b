"""Hand-written pages are held to what cells are held to: nothing in them runs, loads or leads elsewhere by itself.

Markdown lets HTML through, so a page of prose could do what no row may. What is written is looked at line by line, but
for what stands in code, which is shown and never run; what Markdown makes of it is looked at too (`rendered.py`), since
what looks like code may be none.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import yaml

from build_scripts.checks.rendered import leads_astray, rendered_parts
from build_scripts.checks.traces import NUMBERS, plain_text, traces
from build_scripts.ledger.problem import Problem, finding

FORBIDDEN = frozenset((
    *("script", "iframe", "frame", "frameset", "object", "embed", "applet", "template", "noscript", "plaintext"),
    *("portal", "base", "meta", "link", "style", "form", "input", "button", "svg", "math"),
    *("video", "audio", "source", "track"),
))  # fmt: skip
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background", "cite")
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1[`~]*\s*$|(`+)(?!`).+?(?<!`)\2(?!`)", re.M | re.S)
LINK = re.compile(r"\]\(\s*<?\s*([^)\s>]*)|^ {0,3}\[[^\]]+\]:\s*<?(\S+)", re.M)
MAIL = re.compile(r"mailto:[^\s)>]+")  # whom the ledger itself is written to
SAID = ("title", "description", "kind")
EVENT_LIST = re.compile(r"\{:?[^}\n]*\b(on[a-z]+|style)\s*=", re.I)  # attribute lists of Python-Markdown


def prose_problems(pages: dict[str, bytes]) -> list[Problem]:
    """Returns what is wrong with pages of prose (path -> Markdown): no title, or something that runs or loads."""
    return sorted({problem for path, content in pages.items() for problem in page_problems(path, content)})


def page_problems(path: str, content: bytes) -> list[Problem]:
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return [of_page(path, content[: error.start].count(b"\n") + 1, "not_utf8")]
    head = front_matter(text)
    if head is None:
        return [of_page(path, 1, "no_title")]
    shown = CODE.sub(lambda code: "\n" * code[0].count("\n"), text)
    tags = Tags()
    tags.feed(shown)
    tags.close()
    links = [(shown[: m.start()].count("\n") + 1, m[1] or m[2] or "") for m in LINK.finditer(shown)]
    astray = [(line, "address", link) for line, link in links if leads_astray(link)]
    written = [*tags.found, *astray]
    made = [part for part in rendered_parts(text.split("---\n", 2)[2]) if part not in {part[1:] for part in written}]
    lists = [(shown[: m.start()].count("\n") + 1, m[1]) for m in EVENT_LIST.finditer(shown)]
    return [
        *(of_page(path, 1, "front", name=str(name)) for name, value in head.items() if not is_said(name, value)),
        *(of_page(path, line, code, what=what) for line, code, what in written),
        *(of_page(path, line, "attribute", what=name) for line, name in lists),
        *(of_page(path, line_of(text, what), code, what=what) for code, what in made),
        *persons_in(path, text),
    ]


def persons_in(path: str, text: str) -> list[Problem]:
    """Returns the lines with a number or an account of a person; what only may be one is no question of prose."""
    return [
        finding(path, line, "", kind, rule="private_data")
        for line, said in enumerate(text.split("\n"), 1)
        for kind in traces(plain_text(MAIL.sub("", said)))
        if kind in NUMBERS
    ]


def line_of(text: str, what: str) -> int:
    """Returns the line where a text first stands, else that where the body begins."""
    at = text.casefold().find(what.casefold(), text.index("---\n", 4) + 4)
    return text[:at].count("\n") + 1 if at > 0 else text.split("---\n", 2)[1].count("\n") + 3


def front_matter(text: str) -> dict | None:
    """Returns what a page says of itself before its text; None where that gives no title."""
    parts = text.split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        return None
    try:
        head = yaml.safe_load(parts[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return head if isinstance(head, dict) and isinstance(head.get("title"), str) else None


def is_said(name: object, value: object) -> bool:
    """True for what a hand-written page may say of itself; the theme reads scripts and more of pages that are made."""
    return name in SAID and isinstance(value, str) and (name != "kind" or value == "prose")


class Tags(HTMLParser):
    """Collects (line, code, what) of tags and attributes that no page may have."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.CDATA_CONTENT_ELEMENTS = ()  # what follows a stray <script> is looked at too
        self.found: list[tuple[int, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if tag in FORBIDDEN:
            self.found.append((line, "tag", tag))
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "http-equiv"):
                self.found.append((line, "attribute", name))
            elif name in ADDRESSES and leads_astray(value or ""):
                self.found.append((line, "address", value or ""))


def of_page(path: str, line: int, code: str, **values: object) -> Problem:
    return finding(path, line, "", code, rule="prose", **values)
