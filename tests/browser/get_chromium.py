"""Makes a Chromium available to the browser tests and prints which: `python tests/browser/get_chromium.py`.

The one on the machine, else the distribution's package, else the one that Playwright brings.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HELP = (
    "浏览器测试需要 Chromium，这台机器上没有，也装不上。请自行安装 chromium（Debian、Ubuntu：apt-get install "
    "chromium），或运行：.venv/bin/python -m playwright install chromium\n"
    "The browser tests need a Chromium; there is none on this machine and none could be installed. Install chromium "
    "(Debian, Ubuntu: apt-get install chromium), or run: .venv/bin/python -m playwright install chromium"
)


def find_chromium() -> str | None:
    """The path of a Chromium that can be started; None where there is none."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or playwrights_own()


def playwrights_own() -> str | None:
    """The path of Playwright's Chromium, if it has been installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.is_file() else None


def install_commands() -> list[list[str]]:
    """The ways to install one here, in the order to try: each a list of commands."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    packages = [
        [*root, "apt-get", "update", "-qq"],
        [*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ]
    own = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    return [packages, own] if shutil.which("apt-get") and (not root or shutil.which("sudo")) else [own]


def main() -> int:
    """Returns 0 where a Chromium can be started, 1 where none could be had."""
    for commands in ([], *install_commands()):
        all(subprocess.run(command, stdout=sys.stderr).returncode == 0 for command in commands)
        if found := find_chromium():
            print(found)
            return 0
    print(HELP, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
