"""Prints what is lost where Zensical renders the pages: `.venv/bin/python tests/zensical.py ZENSICAL`.

Not a test: Zensical is young, and the site is made by MkDocs. The same Markdown, theme and settings go in, a few pages
of each folder of build/docs/zh; the pages that come out are compared with those of site/. ZENSICAL is its program in
an environment of its own (`pip install zensical`).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import html

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from build_scripts.ledger.package import read_settings  # noqa: E402  the program is not installed: it runs from its folder
from build_scripts.publish.render import theme_values  # noqa: E402  as above

PAGES = 4  # of a folder: the first ones and the largest


def main(program: str) -> None:
    """Renders the sample and prints what differs."""
    docs, site = ROOT / "build/docs/zh", ROOT / "site"
    if not docs.is_dir() or not site.exists():
        sys.exit("there is no build/docs or no site/; run: make site")
    with TemporaryDirectory() as folder:
        work = Path(folder)
        names = sample(docs)
        prepare(work, docs, names)
        done = subprocess.run([program, "build", "-f", "mkdocs.yml"], cwd=work, capture_output=True, text=True)
        print("\n".join((done.stdout + done.stderr).strip().splitlines()[-3:]))
        rendered = {name: work / "build/next/zh" / f"{name}.html" for name in names}
        made = {name: path for name, path in rendered.items() if path.is_file()}
        print(f"{len(made)} of {len(names)} pages rendered")
        tell({name: differences(site / f"{name}.html", path) for name, path in made.items()})


def sample(docs: Path) -> list[str]:
    """Returns the names of the pages at the root, and of a few in each folder."""
    found = [path.stem for path in docs.glob("*.md")]
    for folder in sorted(path for path in docs.iterdir() if path.is_dir()):
        pages = sorted(folder.glob("*.md"), key=lambda path: -path.stat().st_size)
        kept = dict.fromkeys([*pages[: PAGES // 2], *sorted(pages)[: PAGES // 2], *folder.glob("index.md")])
        found += [str(path.relative_to(docs)).removesuffix(".md") for path in kept]
    return sorted(found)


def prepare(work: Path, docs: Path, names: list[str]) -> None:
    """Writes the sample, the theme and the settings as the build hands them to MkDocs."""
    for name in names:
        target = work / "build/docs/zh" / f"{name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(docs / f"{name}.md", target)
    shutil.copytree(ROOT / "docs/theme", work / "docs/theme")
    settings = read_settings(ROOT)
    extra = theme_values("zh", settings, date(2026, 1, 1))
    own = {"site_url": settings["address"], "extra": extra}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in own.items()]
    (work / "mkdocs.yml").write_text("\n".join([(ROOT / "mkdocs.yml").read_text(encoding="utf-8"), *lines]), "utf-8")


def differences(ours: Path, theirs: Path) -> Counter[str]:
    """Returns what the page of MkDocs has and the other lacks, and what the other has besides, each how often."""
    before, after = (parts(html.parse(str(path)).getroot()) for path in (ours, theirs))
    lost = Counter({f"lost: {what}": n for what, n in (before - after).items()})
    return lost + Counter({f"new: {what}": n for what, n in (after - before).items()})


def parts(page: html.HtmlElement) -> Counter[str]:
    """Returns elements with their classes, ids, addresses, and the words of the content."""
    found: Counter[str] = Counter()
    for element in page.iter():
        if isinstance(element.tag, str):
            found[" ".join([f"<{element.tag}>", *(element.get("class") or "").split()])] += 1
            values = {name: element.get(name) for name in ("id", "href", "src")}
            found.update(f"{name} {value.removeprefix('./')}" for name, value in values.items() if value)
            is_inline = element.tag == "style" or (element.tag == "script" and not element.get("src"))
            found["inline script or style"] += is_inline and element.get("type") != "application/ld+json"
    content = page.xpath("//*[@id='content']")
    found.update(f"word {word}" for word in (content[0].text_content().split() if content else ()))
    found.update(f"data {each.text}" for each in page.iter("script") if each.get("type") == "application/ld+json")
    return +found


def tell(found: dict[str, Counter[str]]) -> None:
    """Prints how many pages are alike, and each kind of difference with the pages it is on."""
    print(f"{sum(not each for each in found.values())} of {len(found)} pages alike")
    on_pages = Counter(what[:100] for each in found.values() for what in each)
    in_order = sorted(on_pages.items(), key=lambda each: (not each[0].startswith("lost"), -each[1], each[0]))
    for what, n in in_order[:60]:
        example = next(name for name, each in found.items() if any(one.startswith(what) for one in each))
        print(f"{n:4} pages  {what}   (as in {example})")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
