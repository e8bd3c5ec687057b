"""Writes the search: of each language a full-text index (Pagefind) and a list of names that answers at once.

A record is one page of one language: {"url", "lang", "title", "kind", "text"}, here "title_other" too, and, where
there are any, "names" (further names, codes, old names) and "meta" ({"place", "year", "amount"}). `url` is relative
to the language's tree. Nothing is asked of a server that computes: the browser reads these files.

Pagefind reads one small HTML file a record: its Python interface waits a tenth of a second for each.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from html import escape
from importlib.metadata import version
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import cbor2

from build_scripts.labels import LANGUAGES, read_words, spelling
from build_scripts.labels.spelling import pinyin_terms
from build_scripts.ledger.collector import uncollected
from build_scripts.ledger.kept import drop_others, hash_of, hash_of_files, keep, keep_values, kept_values
from build_scripts.ledger.sharing import share
from build_scripts.ledger.side_by_side import end_with_parent
from build_scripts.search.names import names_files, names_of, rank_of_kind
from build_scripts.search.text import index_terms

Record = dict
META = ("title", "other", "kind", "place", "year", "amount")
STEMMERS = {"zh": "unknown", "en": "en"}  # Pagefind cuts words of zh by itself, which would break our pairs
LIBRARIES = ("opencc-python-reimplemented", "pypinyin")  # that read the texts
USED_FILES = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta")
MOST_ON_A_PAGE = 4096  # times that one word stands on one page; more would only count a little less
SIGNATURE = b"pagefind_dcd"  # before the content of every file of an index, which is JSON or CBOR
PAGE = (
    '<!doctype html><html lang="{lang}"><title>-</title><body data-pagefind-body>'
    '<p data-pagefind-weight="10" data-pagefind-meta="{spec}" {values}>{names}</p><p>{text}</p></body></html>'
)


def index_site(site: Path, folder: Path, kept: Path | None = None) -> None:
    """Writes `<tree>/pagefind/` for each language and `assets/search/` below the site's folder, a process a language.

    `folder` holds `records.<lang>.ndjson`, a record a line, and `titles.json`, the titles of all by language and
    address. What is made of a language is kept below `kept` under the hash of its records, and made again only when
    they changed. Raises RuntimeError where Pagefind fails, ValueError where its files are not as version 1.5 writes
    them or the languages differ in their pages.
    """
    titles = json.loads((folder / "titles.json").read_bytes())
    if len({tuple(titles[lang]) for lang in LANGUAGES}) > 1:  # a page has one number: an index answers for both
        raise ValueError("the languages do not list the same pages in the same order, so the search cannot tell them")
    with ProcessPoolExecutor(len(LANGUAGES), mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        jobs = [
            pool.submit(place_index, site, folder / f"records.{lang}.ndjson", lang, titles[other], kept)
            for lang, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True)
        ]
        for job in jobs:
            job.result()


def place_index(site: Path, file: Path, lang: str, titles: dict[str, str], kept: Path | None) -> None:
    """Puts the search of one language into the site: the kept one, or a new one, which is kept.

    `titles` are those in the other language, by address.
    """
    with TemporaryDirectory() as work:
        place = place_of_index(file.read_bytes(), lang, titles, kept or Path(work))
        for name, below in (("pagefind", LANGUAGES[lang].folder), ("search", "assets")):
            for made in filter(Path.is_file, (place / name).rglob("*")):
                share(made, site / below / made.relative_to(place))
    for name, content in words_files(lang).items():
        keep(site / "assets" / "search" / name, content)


def place_of_index(lines: bytes, lang: str, titles: dict[str, str], kept: Path) -> Path:
    """Returns the folder with `pagefind/` and `search/` of these records, made where it is not kept."""
    files = hash_of_files([*sorted(Path(__file__).parent.glob("*.py")), Path(spelling.__file__)])
    program = hash_of(files, *map(version, LIBRARIES))
    place = kept / lang / hash_of(program, version("pagefind"), lines, json.dumps(titles))
    pages = kept / lang / f"{program}.z"
    if not place.is_dir():
        records = [{**record, "title_other": titles[record["url"]]} for record in map(json.loads, lines.splitlines())]
        aside = place.with_suffix(".new")
        shutil.rmtree(aside, ignore_errors=True)
        write_index(aside / "pagefind", records, lang, pages)
        for name, content in names_files(lang, records).items():
            keep(aside / "search" / name, content)
        aside.rename(place)
    drop_others(place.parent, {place, pages})
    return place


def write_index(folder: Path, records: list[Record], lang: str, kept: Path | None = None) -> None:
    """Writes the full-text index of one language into a folder; none where there is nothing to index.

    `kept` is a file of what Pagefind read of earlier records: Pagefind reads all pages again, those that did not
    change need not be written anew.
    """
    if not records:
        return
    with TemporaryDirectory() as pages:
        for record, page in zip(records, pages_of(records, kept), strict=True):
            path = Path(pages) / record["url"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
        run_pagefind(Path(pages), folder, STEMMERS[lang])
    drop_unused_files(folder, STEMMERS[lang])
    number_pages(folder, [record["url"] for record in sorted(records, key=rank_of_kind)])
    shutil.rmtree(folder / "fragment")
    forget_positions(folder / "index")


def pages_of(records: list[Record], kept: Path | None) -> list[str]:
    """Returns the page of each record, from the kept file where its record is the same; keeps these pages alone."""
    before = (kept and kept_values(kept)) or {}
    keys = [hash_of(json.dumps(record, ensure_ascii=False, sort_keys=True)) for record in records]
    pages = [before.get(key) or page_of(record) for key, record in zip(keys, records, strict=True)]
    if kept:
        keep_values(kept, dict(zip(keys, pages, strict=True)))
    return pages


def number_pages(folder: Path, listed: list[str]) -> None:
    """Calls each page of an index by its place in the list of names, which tells address and title.

    Pagefind calls a page by a hash and writes a file of that name for each. Both would be loaded for what the list
    of names tells too: a third of the table of contents, and thousands of files.
    """
    places = {url: str(place) for place, url in enumerate(listed)}
    hashes = {file.stem: json.loads(plain(file))["url"].removeprefix("/") for file in (folder / "fragment").iterdir()}
    [contents] = folder.glob("pagefind.*.pf_meta")
    version, pages, *rest = cbor2.loads(plain(contents))
    numbered = [[places[hashes[called]], *counts] for called, *counts in pages]
    contents.write_bytes(packed([version, numbered, *rest]))


def forget_positions(index: Path) -> None:
    """Takes the places of words out of the files of an index; how often a word stands on a page remains.

    Pagefind would need them for phrases and excerpts, which the search does not show: two thirds of what a browser
    loads. A word has a stretch of numbers to itself, since two words at one place count as one.
    """
    start = 0
    for file in sorted(index.iterdir()):
        with uncollected():  # of four million places
            words, *rest = cbor2.loads(plain(file))
            counted = [
                [word, [[page, in_a_row(places, first), *more] for page, places, *more in pages], *meta]
                for first, (word, pages, *meta) in zip(count(start, MOST_ON_A_PAGE), words, strict=False)
            ]
            start += MOST_ON_A_PAGE * len(words)
            file.write_bytes(packed([counted, *rest]))


def in_a_row(places: list[int], start: int) -> list[int]:
    """Returns as many places as given, one after the other.

    A negative number is the weight of the places that follow it: the first is told whole, the next by their distance.
    Nearly always there is one weight, at the beginning, or none.
    """
    first = 1 if places and places[0] < 0 else 0
    if min(places[first:], default=0) >= 0:
        told = [start + first, *[1] * (len(places) - first - 1)] if len(places) > first else []
        return places[:first] + told
    return [
        place if place < 0 else start + n if n == 0 or places[n - 1] < 0 else 1 for n, place in enumerate(places)
    ]


def run_pagefind(pages: Path, folder: Path, language: str) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(folder),
               "--force-language", language, "--keep-index-url", "--quiet"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if done.returncode:
        raise RuntimeError(f"Pagefind could not index the site:\n{done.stdout}{done.stderr}")


def page_of(record: Record) -> str:
    """Returns what Pagefind reads: the terms of names, which weigh more, those of the text, metadata."""
    names = [term for name in names_of(record) for term in (*index_terms(name), *pinyin_terms(name))]
    shown = {
        **record.get("meta", {}),
        "title": record["title"],
        "other": record["title_other"],
        "kind": record["kind"],
    }
    kept = [key for key in META if shown.get(key)]
    return PAGE.format(
        lang=STEMMERS[record["lang"]], spec=", ".join(f"{key}[data-{key}]" for key in kept),
        values=" ".join(f'data-{key}="{escape(shown[key])}"' for key in kept),
        names=" ".join(dict.fromkeys(names)), text=" ".join(index_terms(record["text"])),
    )  # fmt: skip


def drop_unused_files(folder: Path, language: str) -> None:
    """Removes Pagefind's own search boxes and worker, which ours in docs/assets/js replace, and other stemmers."""
    kept = {path for pattern in (*USED_FILES, f"wasm.{language}.pagefind") for path in folder.glob(pattern)}
    for path in folder.iterdir():
        if path.is_file() and path not in kept:
            path.unlink()


def plain(file: Path) -> bytes:
    """Returns the content of a file of an index. Raises ValueError where it is not as Pagefind 1.5 writes it."""
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(SIGNATURE):
        raise ValueError(f"{file.name} of the search index does not begin with Pagefind's signature")
    return content.removeprefix(SIGNATURE)


def packed(content: list) -> bytes:
    """Returns a file of an index as Pagefind reads it, the same bytes at every run."""
    return gzip.compress(SIGNATURE + cbor2.dumps(content), compresslevel=6, mtime=0)


def words_files(lang: str) -> dict[str, bytes]:
    """Returns the words of the search as a script: a page opened by file:// may run one, but not fetch."""
    words = json.dumps(read_words(lang)["search"], ensure_ascii=False)
    return {f"words.{lang}.js": f"(globalThis.LedgerSearch ??= {{}}).words = {words};\n".encode()}
