"""Puts together the parts of a full-text index that Pagefind wrote, without what our search does not use.

Pagefind holds all it reads in memory, 54 bytes for each byte: it is handed a part of the pages at a time. Of an index
a browser reads the table of contents (`pagefind.*.pf_meta`: [version, [[page, words], …], [[from, to, file], …],
filters, sorts, fields]) and, for a word, one file of words: [[word, [[page, places, places in fields], …], forms], …].
Words stand in order, pages are told by the distance from the one before, a form is [form, pages]. What comes out does
not depend on where the parts are cut.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from heapq import merge
from itertools import accumulate, count, groupby
from operator import itemgetter
from os.path import commonprefix
from pathlib import Path

import cbor2

from build_scripts.ledger.collector import uncollected
from build_scripts.ledger.kept import hash_of, keep

Entry = tuple[int, list[int], list[int]]  # page, its places in the text, its places in the fields
PLACES_A_FILE = 20_000  # of words, as Pagefind cuts them: what a browser loads for one word
MOST_ON_A_PAGE = 4096  # times that one word stands on one page; more would only count a little less
SIGNATURE = b"pagefind_dcd"  # before the content of every file of an index, which is JSON or CBOR
HASH = 10  # characters of it in the name of a file


@dataclass(frozen=True)
class Part:
    """A part of an index: `numbers` are those of its pages in the whole index, `fields` those of its fields."""

    folder: Path
    counts: list[tuple[int, list]]  # page in the whole index, what the table of contents tells of it
    files: list[str]
    numbers: list[int]
    fields: dict[int, int]


def join_parts(parts: list[Path], folder: Path, language: str, listed: list[str]) -> None:
    """Writes the index of all parts into a folder, each page called by its place in the list of names.

    `listed` are the addresses in that order. Pagefind calls a page by a hash and writes a file of that name for each.
    Both would be loaded for what the list of names tells too: a third of the table of contents, and thousands of files.
    Raises ValueError where a file is not as Pagefind 1.5 writes it.
    """
    places = {url: place for place, url in enumerate(listed)}
    contents = [contents_of(part) for part in parts]
    fields = sorted({field for each in contents for field in each[5]})
    opened = [open_part(*pair, places, fields) for pair in zip(parts, contents, strict=True)]
    pages = sorted((pair for part in opened for pair in part.counts), key=itemgetter(0))
    with uncollected():  # of millions of places
        chunks = list(write_words(joined_words(opened), folder / "index", language))
    told = [contents[0][0], [[str(place), *counts] for place, counts in pages], chunks, [], [], fields]
    name = f"{language}_{hash_of(packed(told))[:HASH]}"
    keep(folder / f"pagefind.{name}.pf_meta", packed(told))
    entry = json.loads((parts[0] / "pagefind-entry.json").read_bytes())
    entry["languages"][language] |= {"hash": name, "page_count": len(pages)}
    keep(folder / "pagefind-entry.json", json.dumps(entry, ensure_ascii=False).encode())


def contents_of(part: Path) -> list:
    """Returns the table of contents of a part."""
    [file] = part.glob("pagefind.*.pf_meta")
    contents = cbor2.loads(plain(file))
    if len(contents) != 6 or contents[3] or contents[4]:
        raise ValueError(f"{file.name} of the search index is not a table of contents without filters and sorts")
    return contents


def open_part(folder: Path, contents: list, places: dict[str, int], fields: list[str]) -> Part:
    _, pages, chunks, _, _, own = contents
    urls = {file.stem: json.loads(plain(file))["url"].removeprefix("/") for file in (folder / "fragment").iterdir()}
    numbers = [places[urls[called]] for called, *_ in pages]
    told = [(number, counts) for number, (_, *counts) in zip(numbers, pages, strict=True)]
    moved = {-1 - old: -1 - fields.index(field) for old, field in enumerate(own)}
    return Part(folder, told, [file for _, _, file in chunks], numbers, moved)


def joined_words(parts: list[Part]) -> Iterator[list]:
    """Yields each word of all parts in order, with its pages in the whole index and without its places."""
    words = merge(*map(words_of, parts), key=itemgetter(0))
    for start, (word, found) in zip(count(0, MOST_ON_A_PAGE), groupby(words, itemgetter(0)), strict=False):
        entries, forms = [], {}
        for _, pages, others in found:
            entries += pages
            for form, more in others:
                forms.setdefault(form, []).extend(more)
        told = partial(told_pages, start=start)
        yield [word, told(entries), [[form, told(pages)] for form, pages in sorted(forms.items())]]


def words_of(part: Part) -> Iterator[tuple[str, list[Entry], list[tuple[str, list[Entry]]]]]:
    """Yields the words of a part, the pages of each and of its other forms as they are called in the whole index."""
    for file in part.files:
        [words] = cbor2.loads(plain(part.folder / "index" / f"{file}.pf_index"))
        for word, pages, forms in words:
            yield word, entries_of(part, pages), [(form, entries_of(part, more)) for form, more in forms]


def entries_of(part: Part, pages: list) -> list[Entry]:
    numbers, fields = part.numbers, part.fields
    return [
        (numbers[page], places, [fields.get(each, each) for each in more] if more else more)
        for page, (_, places, more) in zip(accumulate(map(itemgetter(0), pages)), pages, strict=True)
    ]


def told_pages(entries: list[Entry], start: int) -> list[list]:
    """Returns the pages of a word as an index tells them: how often it stands on each, not where.

    Pagefind would need the places for phrases and excerpts, which the search does not show: two thirds of what a
    browser loads. A word has a stretch of numbers to itself, since two words at one place count as one.
    """
    before, told = 0, []
    for page, places, more in sorted(entries, key=itemgetter(0)):
        told.append([page - before, in_a_row(places, start), more])
        before = page
    return told


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


def write_words(words: Iterable[list], folder: Path, language: str) -> Iterator[list[str]]:
    """Writes the files of words and yields a line of the table of contents for each: from, to, name.

    From and to are as short as tells a file from its neighbours.
    """
    last, files = "", cut_words(words)
    file = next(files, None)
    while file:
        after = next(files, None)
        first, end = file[0][0], file[-1][0]
        content = packed([file])
        name = f"{language}_{hash_of(content)[:HASH]}"
        keep(folder / f"{name}.pf_index", content)
        begins, ends = distinct(first, last) if last else first, distinct(end, after[0][0]) if after else end
        yield [begins, ends if ends >= begins else end, name]
        last, file = end, after


def cut_words(words: Iterable[list]) -> Iterator[list[list]]:
    """Yields the words of one file after the other."""
    file, size = [], 0
    for word in words:
        file.append(word)
        size += sum(1 + len(places) + len(more) for _, places, more in word[1])
        if size >= PLACES_A_FILE:
            yield file
            file, size = [], 0
    if file:
        yield file


def distinct(word: str, other: str) -> str:
    """Returns the beginning of a word that the other does not share."""
    return word[: len(commonprefix([word, other])) + 1]


def plain(file: Path) -> bytes:
    """Returns the content of a file of an index. Raises ValueError where it is not as Pagefind 1.5 writes it."""
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(SIGNATURE):
        raise ValueError(f"{file.name} of the search index does not begin with Pagefind's signature")
    return content.removeprefix(SIGNATURE)


def packed(content: list) -> bytes:
    """Returns a file of an index as Pagefind reads it, the same bytes at every run."""
    return gzip.compress(SIGNATURE + cbor2.dumps(content), compresslevel=6, mtime=0)
