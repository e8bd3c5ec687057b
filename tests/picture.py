"""Makes the README's picture out of the built site: `make picture`.

Not a test: it shows the page of one pairing on a desk, as a reader meets it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import ARGUMENTS, served  # noqa: E402  the program is not installed: it runs from its folder
from tests.browser.get_chromium import find_chromium  # noqa: E402  as above
from tests.site.built import largest_page  # noqa: E402  as above

PICTURE = ROOT / "docs" / "assets" / "img" / "readme.png"
SIZE = {"width": 960, "height": 750}


def main() -> None:
    """Writes the picture of the largest page of a pairing."""
    site = (ROOT / "site").resolve()
    address = largest_page(site, "pairings/*.html").relative_to(site).as_posix()
    executable = find_chromium()  # before Playwright starts: it may be asked for its own
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(home + address)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
