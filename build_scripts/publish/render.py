"""Turns the Markdown trees into pages: MkDocs, a process a language."""

from __future__ import annotations

import json
import logging
import posixpath
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib.metadata import version
from itertools import zip_longest
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from markdown import Markdown
from markdown.extensions import Extension
from more_itertools import constrained_batches

from build_scripts.labels import LANGUAGES, read_words
from build_scripts.ledger.kept import drop_others, hash_of, hash_of_files, keep
from build_scripts.ledger.sharing import share
from build_scripts.ledger.side_by_side import end_with_parent
from build_scripts.publish.indentation import without_indentation
from build_scripts.publish.listings import POLICY
from build_scripts.publish.raw_blocks import RawBlocks
from build_scripts.publish.theme_styles import Traits, style_paths, traits_of

PROGRAM = Path(__file__).resolve().parents[2]  # theme and MkDocs' settings belong to the program, not to the data
CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
LIBRARIES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2")
PARTS = ("render", "indentation", "raw_blocks", "theme_styles")
MADE_WITH = tuple(Path(__file__).with_name(f"{name}.py") for name in PARTS)
MISSING = "404.html"
AT_ONCE = 120_000_000  # bytes of Markdown that MkDocs is handed together: it holds five times as much in memory
LINK = re.compile(r"\]\(([^)#\s:]+\.md)(?:#[^)]*)?\)")  # [words](page.md), as hand-written pages lead to others


def render_trees(docs: Path, out: Path, settings: dict, today: date, kept: Path) -> Traits:
    """Puts the pages of `docs/<lang>` into `out/<lang>`: from `kept`, else rendered, one process a language.

    Returns what a style sheet can meet there. A page is kept, with its traits, under the hash of its Markdown and of
    the frame. `settings` are the values of site.yaml. Raises RuntimeError where a tree cannot be rendered.
    """
    places = {lang: places_of_pages(docs / lang, kept, lang, settings, today) for lang in LANGUAGES}
    missing = {lang: [path for path, place in places[lang].items() if not place.is_file()] for lang in LANGUAGES}
    cut = [[(lang, part) for part in parts_of(docs / lang, paths)] for lang, paths in missing.items()]
    parts = [part for of_each in zip_longest(*cut) for part in of_each if part]  # one of each language in turn
    with ProcessPoolExecutor(
        len(LANGUAGES), get_context("spawn"), end_with_parent, max_tasks_per_child=1  # what MkDocs took goes with it
    ) as pool:
        jobs = [
            pool.submit(render_missing, lang, docs / lang, out / f"{lang}-{at}", paths, places[lang], settings, today)
            for at, (lang, paths) in enumerate(parts)
        ]  # fmt: skip
        for job in jobs:
            job.result()
    for lang in LANGUAGES:
        for path, place in places[lang].items():
            if place.is_file():  # what is missing is told when the site is put together
                share(place, out / lang / path)
    used = [place for each in places.values() for place in each.values() if place.is_file()]
    drop_others(kept, {*used, *map(beside, used)})
    return frozenset((name, word) for place in used for name, word in json.loads(beside(place).read_bytes()))


def parts_of(docs: Path, paths: list[str]) -> Iterator[tuple[str, ...]]:
    """Yields the addresses of pages in their order, in parts of at most AT_ONCE bytes of Markdown."""

    def size(path: str) -> int:
        page = (docs / path).with_suffix(".md")
        return page.stat().st_size if page.is_file() else 0  # the page for what is missing has none

    return constrained_batches(paths, AT_ONCE, get_len=size, strict=False)


def beside(place: Path) -> Path:
    """Returns where the traits of a kept page are."""
    return place.with_suffix(".json")


def places_of_pages(docs: Path, kept: Path, lang: str, settings: dict, today: date) -> dict[str, Path]:
    """Returns the address of each page below the tree -> where it is kept; the page for what is missing is one."""
    frame = frame_hash(lang, settings, today)
    paths = {path.relative_to(docs).with_suffix(".html").as_posix(): path for path in sorted(docs.rglob("*.md"))}
    hashes = {path: hash_of(frame, path, file.read_bytes()) for path, file in paths.items()}
    return {path: kept / f"{each}.html" for path, each in {**hashes, MISSING: hash_of(frame, MISSING)}.items()}


def frame_hash(lang: str, settings: dict, today: date) -> str:
    """Returns the hash of what every page of a language shares: theme, words, settings, program."""
    values = json.dumps(theme_values(lang, settings, today), ensure_ascii=False, sort_keys=True)
    program = hash_of_files([PROGRAM / "docs/theme", *(PROGRAM / each for each in CONFIGS.values()), *MADE_WITH])
    return hash_of(values, program, *(f"{name} {version(name)}" for name in LIBRARIES))


def render_missing(
    lang: str, docs: Path, work: Path, paths: tuple[str, ...], places: dict[str, Path], settings: dict, today: date
) -> None:
    """Renders the pages at these addresses and keeps them, without the indentation of templates.

    MkDocs reads beside them the pages of the tabs, to which every page leads, and those to which they lead by links of
    Markdown; no page shows anything else of another.
    """
    tree, html = work / "docs", work / "html"
    own = {Path(path).with_suffix(".md").as_posix() for path in paths if path != MISSING}
    for path in own | pages_of_all(lang, docs) | linked_pages(docs, own):
        share(docs / path, tree / path)
    render_tree(lang, tree, html, settings, today)
    for path in paths:
        if (html / path).is_file():
            keep(beside(places[path]), json.dumps(sorted(traits_of([html / path]))).encode())
            keep(places[path], without_indentation((html / path).read_bytes()))
    rmtree(work)


def render_page(lang: str, docs: Path, address: str, content: bytes, settings: dict, today: date) -> bytes:
    """Returns the page at an address of a language's tree as it is published, from its Markdown.

    `docs` holds the Markdown of the other pages. Raises RuntimeError where MkDocs cannot render it.
    """
    page = Path(address).with_suffix(".md").as_posix()
    with TemporaryDirectory() as folder:
        tree, html = Path(folder) / "docs", Path(folder) / "html"
        for path in pages_of_all(lang, docs) | links_of(page, content.decode()):
            if (docs / path).is_file():
                keep(tree / path, (docs / path).read_bytes())
        keep(tree / page, content)
        render_tree(lang, tree, html, settings, today)
        return without_indentation((html / address).read_bytes())


def pages_of_all(lang: str, docs: Path) -> set[str]:
    """Returns the Markdown files that MkDocs needs whatever is rendered: the home page and the tabs."""
    tabs = re.findall(r": (\S+\.md)$", (PROGRAM / CONFIGS[lang]).read_text(encoding="utf-8"), re.MULTILINE)
    return {path for path in {"index.md", *tabs} if (docs / path).is_file()}


def linked_pages(docs: Path, pages: set[str]) -> set[str]:
    """Returns the Markdown files to which these pages lead by links that MkDocs makes into addresses."""
    found = {path for page in pages for path in links_of(page, (docs / page).read_text(encoding="utf-8"))}
    return {path for path in found if (docs / path).is_file()}


def links_of(page: str, text: str) -> set[str]:
    """Returns the Markdown files of its tree to which a page leads."""
    found = {posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) for link in LINK.findall(text)}
    return {path for path in found if not path.startswith("..")}


def render_tree(lang: str, docs: Path, out: Path, settings: dict, today: date) -> None:
    """Renders one language; the only place that knows MkDocs."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    address = settings["address"] + LANGUAGES[lang].folder
    try:
        config = load_config(
            str(PROGRAM / CONFIGS[lang]), docs_dir=str(docs), site_dir=str(out), site_url=address
        )
        config.markdown_extensions = [*built_extensions(config.markdown_extensions, config.mdx_configs), RawBlocks()]
        config.extra.update(theme_values(lang, settings, today))
        build(config)
    except MkDocsException as error:
        raise RuntimeError(f"MkDocs could not render {docs}: {error}") from error


def built_extensions(names: list[str], settings: dict[str, dict]) -> list[Extension]:
    """Returns the extensions of Markdown by their names: a name would be looked up anew for every page."""
    return [Markdown().build_extension(name, settings.get(name, {})) for name in names]


def get_ready() -> None:
    """Imports MkDocs, for which the first page would wait."""
    import mkdocs.commands.build  # noqa: F401  # imported for its own sake


def theme_values(lang: str, settings: dict, today: date) -> dict:
    """What the templates in docs/theme need to know, as `config.extra`."""
    trees = [
        {
            "lang": each,
            "folder": LANGUAGES[each].folder,
            "html_lang": LANGUAGES[each].html,
            "words": read_words(each)["theme"],
        }
        for each in LANGUAGES
    ]
    own = next(tree for tree in trees if tree["lang"] == lang)
    others = [tree for tree in trees if tree is not own]
    return {
        **own,
        "trees": [own, *others],
        "alternate": others,
        "homepage": "index.html",
        "to_root": "/.." * LANGUAGES[lang].folder.count("/"),
        "locale": LANGUAGES[lang].locale,
        "address": settings["address"],
        "repository": settings["repository"],
        "policy": POLICY,
        "stylesheets": list(style_paths()),
        "today": today.isoformat(),
    }
