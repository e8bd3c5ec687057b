"""The site as a ZIP that opens from a folder: for reading, charts and the search for names, without a network.

Browsers load no modules and fetch no files from a folder. So in this copy the scripts of every page come as plain
scripts (they have no static import), and what cannot work there is left out: full-text search, the explorer's filters
(its first rows stay, as without scripts), live charts, the pictures of the charts and the records for programs, whose
links lead to the site.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from build_scripts.ledger.package import read_settings
from build_scripts.publish.files import replace_files
from build_scripts.publish.listings import POLICY

TARGET = Path("build/offline/pairing-ledger.zip")
FOLDER = "pairing-ledger/"  # everything in the ZIP stands in it
# Patterns of fnmatch: * also crosses folders.
LEFT_OUT = (
    "404.html",
    "en/404.html",
    "_headers",
    "robots.txt",
    "sitemap.xml",
    "*pagefind/*",
    "charts/*.png",
    "api/*",
    "data/explorer/*",
    "assets/vendor/*",
    "assets/js/explorer*.js",
    "assets/js/chart-live*.js",
    "assets/js/search.js",
    "assets/js/search-worker.js",
)
FILE_POLICY = POLICY.replace("'self'", "'self' file:")  # for Firefox a file's own origin is no file
PLAIN_SCRIPT = re.compile(r'<script type="module" (src="[^"]*/assets/js/page-[a-z]+\.js")></script>')
MODULE = re.compile(r'<script type="module"[^>]*></script>\n?')
LEFT_ON_WEB = re.compile(r'href="([^":]+/(?:charts/[^":]+\.png|api/[^":]+))"')
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a ZIP: the same content is the same file
MISSING = "还没有 site/：先运行 make site · there is no site/ yet: run make site"


def run(root: Path) -> int:
    """Writes the ZIP of `root/site`, prints its path and size; returns 1 where there is no site."""
    site = (root / "site").resolve()
    if not (site / "index.html").is_file():
        print(MISSING, file=sys.stderr)
        return 1
    content = pack(offline_files(site, read_settings(root)["address"]))
    (root / TARGET).parent.mkdir(parents=True, exist_ok=True)
    replace_files({root / TARGET: content})
    print(f"{root / TARGET}  {len(content) / 1e6:.1f} MB")
    return 0


def offline_files(site: Path, address: str) -> Iterator[tuple[str, bytes]]:
    """Yields (path, content) of each file of the copy, by path; `address` is the site's on the web."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if any(fnmatch(name, pattern) for pattern in LEFT_OUT):
            continue
        content = path.read_bytes()
        if name.endswith(".html"):
            content = offline_page(content.decode(), address + name).encode()
        yield name, content


def offline_page(page: str, address: str) -> str:
    """Returns a page as it works from a folder; `address` is its own on the web."""
    page = page.replace(escape(POLICY, quote=False), escape(FILE_POLICY, quote=False), 1)
    page = MODULE.sub("", PLAIN_SCRIPT.sub(r"<script defer \1></script>", page))
    return LEFT_ON_WEB.sub(lambda found: f'href="{urljoin(address, found[1])}"', page)


def pack(files: Iterator[tuple[str, bytes]]) -> bytes:
    """Returns a ZIP of the files that depends on nothing but them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(FOLDER + name, EARLIEST)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=6)
    return buffer.getvalue()
