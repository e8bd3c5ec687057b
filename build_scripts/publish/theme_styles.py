"""Material's style sheets, as they are installed, in a layer below ours: the rules that some page can meet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import material
import tinycss2
from tinycss2.ast import Node

TEMPLATES = Path(material.__file__).parent / "templates"
FOLDER = "assets/stylesheets/"
CHARSET = '@charset "UTF-8";'  # may stand at the very beginning only; the files are served as UTF-8
ORDER = ("main.", "palette.")  # Material loads them in this order
# What a rule can ask of a page, in pages as Jinja, Markdown and the record templates write them.
ATTRIBUTES = ("class", "dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent")
MARKUP = re.compile(rb' (?:%s)=(?:"[^"]*"|[\w-]+)' % b"|".join(name.encode() for name in ATTRIBUTES))
WORD = re.compile(r"[\w-]+")
VALUE = re.compile(r'(?<=[{;])(--[\w-]+):(?:[^;{}"]|"[^"]*")*;?')  # a value by name, such as a colour or an icon
READ = re.compile(r"var\((--[\w-]+)")
Traits = frozenset[tuple[str, str]]  # (attribute, word of its value)


def style_paths() -> dict[str, Path]:
    """Returns path below the site's root -> installed file, by Material's own hashed names, in the order of loading."""
    found = [path for start in ORDER for path in sorted((TEMPLATES / FOLDER).glob(f"{start}*.css"))]
    return {FOLDER + path.name: path for path in found}


def traits_of(pages: Iterable[Path], scripts: Iterable[Path] = ()) -> Traits:
    """Returns the classes, directions and palettes of rendered pages; any word of a script may be a class it sets."""
    marks = {mark.decode() for page in pages for mark in MARKUP.findall(page.read_bytes())}
    parts = [mark.strip().partition("=") for mark in marks]
    written = {(name, word) for name, _, value in parts for word in value.strip('"').split()}
    return frozenset(written | {("class", word) for path in scripts for word in WORD.findall(path.read_text("utf-8"))})


def material_styles(traits: Traits | None = None, ours: str = "") -> dict[str, bytes]:
    """Returns path below the site's root -> style sheet; with `traits`, without rules that ask for others.

    Values by name that neither these rules nor `ours`, the CSS of the site, read are then left out as well. Each sheet
    stands in the cascade layer `material`: whatever is said outside a layer comes before it, so ours need not outdo
    Material's selectors.
    """
    sheets = {path: file.read_text(encoding="utf-8") for path, file in style_paths().items()}
    if traits is not None:
        sheets = {path: kept_rules(tinycss2.parse_stylesheet(css, True, True), traits) for path, css in sheets.items()}
        sheets = without_unread(sheets, ours)
    return {path: layered(css) for path, css in sheets.items()}


def without_unread(sheets: dict[str, str], ours: str) -> dict[str, str]:
    """Returns the sheets without values by name that nothing reads, nor what only such values read."""
    read = set(READ.findall(ours + "".join(sheets.values())))
    kept = {path: VALUE.sub(lambda m: m[0] * (m[1] in read), css) for path, css in sheets.items()}
    return kept if kept == sheets else without_unread(kept, ours)


def layered(css: str) -> bytes:
    """Returns a style sheet within the layer, without the reference to a source map that is not published."""
    body = css.removeprefix(CHARSET).partition("/*# sourceMappingURL=")[0]
    return f"@layer material{{{body}}}\n".encode()


def kept_rules(rules: list[Node], traits: Traits) -> str:
    """Returns the rules that a page of these traits can meet, as CSS; rules of fonts, keyframes and print stay."""
    kept = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in selectors_of(rule.prelude) if asked_of(each) <= traits]
            listed = ",".join(map(tinycss2.serialize, selectors))
            kept += [f"{listed}{{{tinycss2.serialize(rule.content)}}}"] * bool(listed)
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = kept_rules(tinycss2.parse_rule_list(rule.content, True, True), traits)
            kept += [f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"] * bool(inner)
        elif rule.type == "at-rule":
            kept.append(rule.serialize())
    return "".join(kept)


def selectors_of(prelude: list[Node]) -> list[list[Node]]:
    """Returns the selectors between the commas."""
    selectors: list[list[Node]] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def asked_of(selector: list[Node]) -> Traits:
    """Returns what a page must have for the selector to meet it; what stands in `:not()` or `:is()` is not asked."""
    classes = {("class", word.value) for dot, word in pairwise(selector) if dot == "." and word.type == "ident"}
    tests = [tuple(part.value for part in block.content) for block in selector if block.type == "[] block"]
    equal = {(test[0], test[2]) for test in tests if len(test) == 3 and test[1] == "="}
    return frozenset(classes | {(name, value) for name, value in equal if name in ATTRIBUTES})
