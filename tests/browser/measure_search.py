"""Measures the search on a built site: python -m tests.browser.measure_search (no test: it takes minutes).

Prints, on the site, the kilobytes loaded until the first result of the full text is shown, in a browser that has
nothing of the search yet (`--bytes` stops there). Then, for 1,000, 3,000 and 6,000 pages a language, the seconds of
indexing and the same kilobytes; and how many automatic queries find their record (recall) and how many of the pages
found hold what was asked (precision).
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from opencc import OpenCC
from playwright.sync_api import Browser, Page, Response, sync_playwright
from pypinyin import lazy_pinyin

from build_scripts.labels import LANGUAGES
from build_scripts.labels.spelling import HAN, runs
from build_scripts.search.index import index_site
from build_scripts.search.names import names_of
from build_scripts.search.text import query_terms
from tests.browser.conftest import ARGUMENTS, PROGRAM, served
from tests.search.records import read_records, write_records

SIZES = (1_000, 3_000, 6_000)
QUERIES = {  # of one word and several, of names and of what only the text says, in the page's language and the other
    "zh": ("紫阳", "柞水木耳", "zhashui", "7573", "7,573", "慢城", "高淳 柞水", "常州浩翠商贸", "1,710 万元",
           "電商扶貧", "苏陕协作", "金米村"),
    "en": ("Ziyang", "wood ear", "Gaochun Zhashui", "7,573", "紫阳 厂房", "slow city", "Shenzhen delegation", "zhashui",
           "standard factory", "talent training"),
}  # fmt: skip
MOST_BYTES = 230_000  # until the first result of the full text
FIRST = """() => new Promise(done => {
    const look = () => {
        const dialog = document.querySelector(".search-dialog");
        const asked = dialog.querySelector(".search-status").textContent;
        const isDone = asked && asked !== LedgerSearch.words.searching;
        if (dialog.querySelector("[id^=search-text-] ~ .result") || isDone) done();
        else requestAnimationFrame(look);
    };
    look();
})"""
SAMPLE, MOST_PAGES = 60, 400  # records asked for in each language; queries with more pages are left out
TRADITIONAL = OpenCC("s2t")
ANSWERS = """async query => {
    const pages = await LedgerSearch.findPages(query, 400);
    const names = await LedgerSearch.findMoreNames(query);
    return { names: names.map(row => row.url), pages: pages.results.map(row => row.url), total: pages.total };
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=PROGRAM / "site")
    parser.add_argument("--bytes", action="store_true", help="only the bytes until the first result")
    options = parser.parse_args()
    measure(options.site, options.bytes)


def measure(site: Path, bytes_only: bool) -> None:
    random.seed(1)
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        with served(site.resolve()) as address:
            measure_bytes(browser, address)
        if bytes_only:
            return
        records = read_records(PROGRAM / "build" / "search")
        for size in SIZES:
            with TemporaryDirectory() as folder:
                measure_size(
                    browser, Path(folder), [r for lang in LANGUAGES for r in resized(records, lang, size)]
                )
        with served(site.resolve()) as address:
            for lang in LANGUAGES:
                measure_answers(open_search(browser, address + LANGUAGES[lang].folder), lang, records)
        browser.close()


def resized(records: list[dict], lang: str, size: int) -> list[dict]:
    """So many records of a language: the first ones, or all with copies whose names are numbered."""
    own = [record for record in records if record["lang"] == lang]
    copies = range(1, size // len(own) + 1)
    more = [numbered(record, number) for number in copies for record in own]
    return (own + more)[:size]


def numbered(record: dict, number: int) -> dict:
    names = {key: f"{record[key]} {number}" for key in ("title", "title_other")}
    return {**record, **names, "url": record["url"].replace(".html", f"-copy{number}.html")}


def measure_size(browser: Browser, folder: Path, records: list[dict]) -> None:
    for part in ("search.html", "en/search.html", "assets/js", "assets/css"):
        source, target = PROGRAM / "site" / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target)
    with TemporaryDirectory() as written:
        write_records(Path(written), records)
        start = time.perf_counter()
        index_site(folder, Path(written))
        seconds = time.perf_counter() - start
    print(f"{len(records) // 2:,} pages a language: indexed in {seconds:.1f} s")
    with served(folder) as address:
        measure_bytes(browser, address)


def measure_bytes(browser: Browser, address: str) -> None:
    """Prints of each query the kilobytes until its first result, and those that are over the limit."""
    over = 0
    for lang, queries in QUERIES.items():
        for query in queries:
            size = first_bytes(browser, address + LANGUAGES[lang].folder, query)
            over += size > MOST_BYTES
            print(f"  {lang} {query}: {size / 1000:.0f} KB until the first result of the full text", flush=True)
    print(f"{over} of {sum(map(len, QUERIES.values()))} queries load more than {MOST_BYTES / 1000:.0f} KB")


def open_search(browser: Browser, tree: str, page: Page | None = None) -> Page:
    page = page or browser.new_context().new_page()
    page.goto(f"{tree}search.html")
    page.wait_for_load_state("networkidle")
    page.locator("#search-open").click()
    page.locator("#search-input").wait_for()
    page.evaluate("LedgerSearch.findNames('')")
    return page


def first_bytes(browser: Browser, tree: str, query: str) -> int:
    """Bytes of the search's files, gzipped, that had come when the first result of the full text was shown."""
    page = browser.new_context().new_page()
    answers: list[Response] = []
    page.context.on("requestfinished", lambda request: answers.append(request.response()))
    page.goto(f"{tree}search.html")
    page.locator("#search-open").click()
    page.locator("#search-input").fill(query)
    page.evaluate(FIRST)
    loaded = sum(map(size_of, list(answers)))
    page.context.close()
    return loaded


def size_of(response: Response) -> int:
    if not any(part in response.url for part in ("/search/", "/pagefind/", "js/search", "css/search")):
        return 0
    body = response.body()
    return len(body) if body.startswith(b"\x1f\x8b") else len(gzip.compress(body, 6))


def measure_answers(page: Page, lang: str, records: list[dict]) -> None:
    own = {record["url"]: record for record in records if record["lang"] == lang}
    words = {
        url: {term for name in names_of(r) for term in terms_of(name)} | terms_of(r["text"])
        for url, r in own.items()
    }
    found: dict[str, list] = {}  # kind of query -> (is found, is among the first ten, share that is right)
    for record in random.sample(list(own.values()), SAMPLE):
        for kind, query in automatic_queries(record):
            answer = page.evaluate(ANSWERS, query)
            if answer["total"] <= MOST_PAGES:
                all_found = list(dict.fromkeys(answer["names"] + answer["pages"]))
                right = [terms_of(query) <= words[url] for url in answer["pages"]]
                share = sum(right) / len(right) if right else 1.0
                found.setdefault(kind, []).append(
                    (record["url"] in all_found, record["url"] in all_found[:10], share)
                )
    for kind, answers in found.items():
        recall, top, precision = (sum(column) / len(answers) for column in zip(*answers, strict=True))
        shown = "" if kind.startswith("pinyin") else f", precision {precision:.3f}"
        print(f"{lang} {kind}: {len(answers)} queries, recall {recall:.2f}, among ten {top:.2f}{shown}")


def terms_of(text: str) -> set[str]:
    return set(query_terms(text))


def automatic_queries(record: dict) -> Iterator[tuple[str, str]]:
    """Queries made from the names of a record: (kind, query)."""
    yield "title", record["title"]
    yield "title in the other language", record["title_other"]
    longest = max(
        (run for run in runs(f"{record['title']} {record['title_other']}") if HAN.match(run)),
        key=len,
        default="",
    )
    if len(longest) < 5:
        return
    middle = random.randrange(1, len(longest) - 3)
    yield "two characters", longest[middle : middle + 2]
    yield "four characters across words", longest[middle : middle + 4]
    yield "Traditional", TRADITIONAL.convert(longest)
    yield "pinyin", "".join(lazy_pinyin(longest[:4]))
    yield "pinyin with spaces", " ".join(lazy_pinyin(longest[:4]))
    yield "pinyin from the middle", "".join(lazy_pinyin(longest[middle : middle + 3]))


if __name__ == "__main__":
    main()
