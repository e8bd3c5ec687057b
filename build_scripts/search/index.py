"""Writes the search: of each language a full-text index (Pagefind) and a list of names that answers at once.

A record is one page of one language: {"url", "lang", "title", "kind", "text"}, here "title_other" too, and, where
there are any, "names" (further names, codes, old names) and "meta" ({"place", "year", "amount"}). `url` is relative
to the language's tree. Nothing is asked of a server that computes: the browser reads these files.

Pagefind reads one small HTML file a record: its Python interface waits a tenth of a second for each.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from html import escape
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from more_itertools import constrained_batches

from build_scripts.labels import LANGUAGES, read_words, spelling
from build_scripts.labels.spelling import pinyin_terms
from build_scripts.ledger.kept import drop_others, hash_of, hash_of_files, keep, keep_values, kept_values
from build_scripts.ledger.sharing import share
from build_scripts.ledger.side_by_side import end_with_parent
from build_scripts.search.names import names_files, names_of, rank_of_kind
from build_scripts.search.parts import join_parts
from build_scripts.search.text import index_terms

Record = dict
META = ("title", "other", "kind", "place", "year", "amount")
STEMMERS = {"zh": "unknown", "en": "en"}  # Pagefind cuts words of zh by itself, which would break our pairs
LIBRARIES = ("opencc-python-reimplemented", "pypinyin")  # that read the texts
AT_ONCE = 6_000_000  # bytes of pages; Pagefind takes 54 times as many of memory
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
    with TemporaryDirectory() as work:
        pages, parts = zip((record["url"] for record in records), pages_of(records, kept), strict=True), []
        for part in constrained_batches(pages, AT_ONCE, get_len=lambda each: len(each[1].encode()), strict=False):
            parts.append(Path(work) / str(len(parts)))
            write_part(parts[-1], part, STEMMERS[lang])
        move_program(parts[0], folder, STEMMERS[lang])
        join_parts(parts, folder, STEMMERS[lang], [record["url"] for record in sorted(records, key=rank_of_kind)])


def write_part(folder: Path, pages: Iterable[tuple[str, str]], language: str) -> None:
    """Writes the index of these pages as Pagefind makes it."""
    with TemporaryDirectory() as work:
        for url, page in pages:
            path = Path(work) / url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
        run_pagefind(Path(work), folder, language)


def pages_of(records: list[Record], kept: Path | None) -> list[str]:
    """Returns the page of each record, from the kept file where its record is the same; keeps these pages alone."""
    before = (kept and kept_values(kept)) or {}
    keys = [hash_of(json.dumps(record, ensure_ascii=False, sort_keys=True)) for record in records]
    pages = [before.get(key) or page_of(record) for key, record in zip(keys, records, strict=True)]
    if kept:
        keep_values(kept, dict(zip(keys, pages, strict=True)))
    return pages


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


def move_program(part: Path, folder: Path, language: str) -> None:
    """Moves what a browser runs; Pagefind's own search boxes and worker, and its other stemmers, stay behind."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("pagefind.js", f"wasm.{language}.pagefind"):
        shutil.move(part / name, folder / name)


def words_files(lang: str) -> dict[str, bytes]:
    """Returns the words of the search as a script: a page opened by file:// may run one, but not fetch."""
    words = json.dumps(read_words(lang)["search"], ensure_ascii=False)
    return {f"words.{lang}.js": f"(globalThis.LedgerSearch ??= {{}}).words = {words};\n".encode()}
