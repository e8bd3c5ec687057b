"""Pages of lists that were longer once: their addresses stay, say that there is nothing now, and lead to the first."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from build_scripts.pages.addresses import page_suffix
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page


def kept_pages(book: Book, made: Collection[str]) -> Iterator[Page]:
    """Yields a page for each address that an earlier release had and that is not among `made` (paths of pages)."""
    for base, last in book.site.numbered.items():
        for number in range(2, last + 1):
            path = f"{base}{page_suffix(number)}.html"
            if path.removesuffix(".html") + ".md" not in made and f"{base}.md" in made:
                yield kept_page(book, base, path, number)


def kept_page(book: Book, base: str, path: str, number: int) -> Page:
    title = book.text("retired.shorter", n=number)
    values = {"number": number, "first": f"{base}.html"}
    trail = crumbs(book, (book.text("retired.to_first"), f"{base}.html"), (str(number), ""))
    return print_page(book, Draft(path, "kept", "prose", title, title, values, trail, is_found=False))
