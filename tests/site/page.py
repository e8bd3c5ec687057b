"""What one built page says of itself, read once: `read_page`. The tests compare; nothing is judged here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from tests.site.evidence import Loose, loose_digits

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]+)+")
XLINK = "{http://www.w3.org/1999/xlink}href"
LOADS = " | ".join(  # addresses a browser asks for by itself; rel=canonical and alternate only name pages
    f"//@{name}" for name in ("src", "srcset", "poster", "data", "action", "formaction", "background", "ping")
) + " | //link[not(@rel='canonical' or @rel='alternate')]/@href"
POINTERS = " | ".join(
    f"//@{name}"
    for name in ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list")
)
INLINE = (  # data in JSON is never run
    "//style | //script[not(@src) and not(@type='application/ld+json')] | //@style | //@*[starts-with(name(), 'on')]"
    " | //@href[starts-with(., 'javascript:')] | //@src[starts-with(., 'javascript:')]"
)
MATERIALS = ("__toc", "__search")  # boxes that labels of Material name; they stand on a page where they are used
SPOKEN = ("title", "alt", "aria-label", "placeholder", "data-copy", "data-copied", "data-filter-label", "data-label")
SAID = (".//figcaption", ".//ul[@class='statements']/li", ".//dl[@class='answers']//dd", ".//div[@class='answer']/p")
VISIBLE = "//text()[not(parent::script or parent::style or parent::code)] | " + " | ".join(
    f"//@{name}" for name in (*SPOKEN, "content")
)
OTHER_SCRIPT = {"zh": LATIN, "en": HAN}
LEFTOVER = re.compile(r"\bnan\b|\bNaN\b|\bNaT\b|<NA>|\bundefined\b|\{\{|\}\}|\{%|object at 0x|\[object|\bnull\b")
GLUED = re.compile(r"[a-z0-9)][.,:;]?$")
NOTHING = re.compile(r"\bNone\b")  # a word in English: looked for on the Chinese twin of each page


@dataclass(frozen=True)
class Page:
    """One page; addresses as written in it, `path` below the site's folder."""

    path: str
    size: int  # bytes
    lang: str
    html_lang: str
    kind: str
    heads: dict[str, tuple[str, ...]]  # title, description, canonical, policy, image, robots, alternate:<lang>
    h1: tuple[str, ...]
    ids: tuple[str, ...]
    links: tuple[str, ...]  # of <a> and <area>
    loads: tuple[str, ...]  # of everything the browser fetches, and of forms
    switch: tuple[str, ...]  # of the links to the other language
    inline: tuple[str, ...]  # scripts and styles that stand in the page
    references: tuple[str, ...]  # ids that something on the page points at
    targets: tuple[str, ...]  # ids of popovers that a button opens
    popovers: tuple[str, ...]
    loose: tuple[Loose, ...]  # digits without evidence
    foreign: tuple[str, ...]  # text in the other language outside elements that say so
    leftovers: tuple[str, ...]
    said: tuple[str, ...]  # titles of charts, sentences on money, answers
    glued: tuple[str, ...]  # the end of a sentence with the link that follows it without a space, in English
    empty: tuple[str, ...]  # tables without a row, lists without an item, blocks without a word

    @property
    def is_missing_page(self) -> bool:
        """Whether hosts serve it, at any depth, for what they do not have."""
        return self.path.removeprefix("en/") == "404.html"


def read_page(site: Path, path: Path) -> Page:
    """Reads a page; raises ValueError where nothing has the id `content`."""
    name = path.relative_to(site).as_posix()
    lang = "en" if name.startswith("en/") else "zh"
    content = path.read_bytes()
    root = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    body, main = root.find("body"), root.get_element_by_id("content", None)
    if main is None:
        raise ValueError(f"{name} has no content")
    return Page(
        path=name,
        size=len(content),
        lang=lang,
        html_lang=root.get("lang", ""),
        kind=main.get("class", "").rpartition("--")[2],
        heads=read_head(root.find("head")),
        h1=tuple(element.text_content().strip() for element in root.iter("h1")),
        ids=found(root, "//@id"),
        links=found(root, "//a/@href | //area/@href"),
        loads=(*found(root, LOADS), *(use.get("href") or use.get(XLINK) or "" for use in root.iter("use", "image"))),
        switch=found(root, "//a[@data-language]/@href"),
        inline=found(root, INLINE),
        references=tuple(i for ids in found(root, POINTERS) for i in ids.split() if i not in MATERIALS),
        targets=found(root, "//@popovertarget"),
        popovers=found(root, "//*[@popover]/@id"),
        loose=tuple(loose_digits(main)),
        foreign=tuple(foreign(body, lang, lang)),
        leftovers=tuple(leftovers(root, lang)),
        said=tuple(" ".join(e.text_content().split()) for path in SAID for e in main.iterfind(path)),
        glued=tuple(glued(main)) if lang == "en" else (),
        empty=tuple(empty(main)),
    )


def found(root: html.HtmlElement, path: str) -> tuple[str, ...]:
    """Returns the values of attributes, or the names of elements, that an XPath leads to."""
    return tuple(str(each) if isinstance(each, str) else f"<{each.tag}>" for each in root.xpath(path))


def read_head(head: html.HtmlElement) -> dict[str, tuple[str, ...]]:
    said: dict[str, list[str]] = {"title": [each.text or "" for each in head.iter("title")]}
    for meta in head.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("http-equiv")
        said.setdefault(name or "charset", []).append(meta.get("content") or meta.get("charset"))
    for link in head.iter("link"):
        lang = link.get("hreflang")
        said.setdefault(f"{link.get('rel')}:{lang}" if lang else link.get("rel"), []).append(link.get("href"))
    return {name: tuple(values) for name, values in said.items()}


def foreign(element: html.HtmlElement, lang: str, inherited: str) -> list[str]:
    """Runs of the other language's script, also in spoken attributes, where the language said is the page's."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "code"):
        return []
    said = element.get("lang", inherited) if element.attrib else inherited
    is_ours, runs = said.startswith(lang), OTHER_SCRIPT[lang].findall
    spoken = [element.get(name, "") for name in SPOKEN] if is_ours and element.attrib else []
    found = [run for text in [element.text, *spoken] if text for run in runs(text)] if is_ours else []
    for child in element:
        found += foreign(child, lang, said)
        if is_ours and child.tail:
            found += runs(child.tail)
    return found


def glued(main: html.HtmlElement) -> list[str]:
    """Links that stand at the end of a word or sentence without a space between them."""
    found = []
    for link in main.iter("a"):
        before = link.getprevious()
        text = (link.getparent().text if before is None else before.tail) or ""
        if GLUED.search(text) and link.text_content()[:1].isalnum():
            found.append(f"{text[-30:]}|{link.text_content()[:30]}")
    return found


def leftovers(root: html.HtmlElement, lang: str) -> list[str]:
    """Traces of a program in what a reader sees or hears; code may hold braces (BibTeX)."""
    texts = [text for text in root.xpath(VISIBLE) if not text.isspace()]
    if LEFTOVER.search(whole := "\n".join(texts)) or (lang == "zh" and NOTHING.search(whole)):
        return [t.strip()[:80] for t in texts if LEFTOVER.search(t) or (lang == "zh" and NOTHING.search(t))]
    return []


def empty(main: html.HtmlElement) -> list[str]:
    found = [f"table {table.findtext('caption')}" for table in main.iter("table") if table.find(".//td") is None]
    found += [f"<{each.tag}>" for each in main.iter("ul", "ol", "dl") if not len(each)]
    blocks = main.iter("p", "li", "dd", "figcaption", "caption", "h1", "h2", "h3")
    return found + [f"<{e.tag}> in {e.getparent().get('class')}" for e in blocks if is_blank(e)]


def is_blank(element: html.HtmlElement) -> bool:
    shown = element.iter("svg", "img", "input", "button")
    return not element.text_content().strip(" \n§") and next(shown, None) is None and "aria-live" not in element.attrib
