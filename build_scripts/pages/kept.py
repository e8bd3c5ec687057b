"""Pages of lists that were longer once: their addresses stay, say that there is nothing now, and lead to the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_scripts.pages.addresses import page_suffix
from build_scripts.pages.book import Book
from build_scripts.pages.model import Page
from build_scripts.pages.sheet import Draft, crumbs, print_page


def kept_pages(book: Book, made: Mapping[str, str]) -> Iterator[Page]:
    """Yields a page for each address that an earlier release had and that is not among `made` (path -> title)."""
    for base, last in book.site.numbered.items():
        for number in range(2, last + 1):
            path = f"{base}{page_suffix(number)}.html"
            if path.removesuffix(".html") + ".md" not in made and f"{base}.md" in made:
                yield kept_page(book, base, path, made[f"{base}.md"], number)


def kept_page(book: Book, base: str, path: str, name: str, number: int) -> Page:
    """Returns the page that stands at the address of one that its list no longer has."""
    title = book.text("pages.numbered", name=name, n=number)
    about = book.text("retired.shorter", title=title)
    trail = crumbs(book, (book.text("retired.to_first"), f"{base}.html"), (title, ""))
    values = {"name": name, "first": f"{base}.html"}
    return print_page(book, Draft(path, "kept", "prose", title, about, values, trail, is_found=False))
