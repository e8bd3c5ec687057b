"""`serve`: a changed page is shown at once (preview.py), the whole site again as soon as it is built."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from threading import Event, Lock, Thread

from build_scripts.commands.preview import LENGTH
from build_scripts.publish.assets import sent
from build_scripts.publish.serve import HOST, open_first_free

PROGRAM = Path(__file__).resolve().parents[2]
WATCHED = (
    "datasets",
    "schemas",
    "docs",
    "build_scripts",
    "datapackage.yaml",
    "site.yaml",
    "mkdocs.yml",
    "mkdocs.en.yml",
)
FRAME = ("docs", "mkdocs.yml", "mkdocs.en.yml", "site.yaml")  # what changes there changes no page's Markdown
BEHIND = ["nice", "-n", "19"] if shutil.which("nice") else []  # whoever waits for a page goes before the whole site


class Worker:
    """A process of preview.py; the next one is started before it is needed, since Python's imports take a second."""

    def __init__(self, root: Path, today: date):
        command = [sys.executable, "-m", "build_scripts.commands.preview", str(root), today.isoformat()]
        self.process = subprocess.Popen(command, cwd=PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.lock = Lock()

    def ask(self, address: str, is_data: bool) -> bytes:
        """Returns the page at an address, b"" where there is none or the worker was stopped."""
        with self.lock:
            try:
                self.process.stdin.write(json.dumps({"address": address, "is_data": is_data}).encode() + b"\n")
                self.process.stdin.flush()
                return self.process.stdout.read(int.from_bytes(self.process.stdout.read(LENGTH)))
            except OSError:
                return b""

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


class Desk:
    """Knows what changed since the shown site was made, and has it answered until the site is made again."""

    def __init__(self, root: Path, today: date):
        self.root, self.today = root, today
        self.changed: set[str] = set()  # paths below the root
        self.lock, self.is_behind = Lock(), Event()
        self.worker: Worker | None = None
        self.spare: Worker | None = Worker(root, today)

    def note(self, paths: set[str]) -> None:
        """Takes note of changed paths: another worker answers from now on, of a new program where that changed."""
        with self.lock:
            self.changed |= paths
            left = [self.worker]
            if any(path.startswith("build_scripts") for path in paths):
                left, self.spare = [*left, self.spare], None
            self.worker, self.spare = self.spare or Worker(self.root, self.today), None
            Thread(target=self.get_ready, args=(self.worker, self.is_data_changed), daemon=True).start()
        for worker in filter(None, left):
            worker.stop()

    def get_ready(self, worker: Worker, is_data: bool) -> None:
        """Has the worker read what changed, then the whole site built: the page that somebody waits for goes first."""
        if is_data:
            worker.ask("", is_data)
        with self.lock:
            if worker is self.worker:  # still the one who answers
                self.spare = self.spare or Worker(self.root, self.today)
        self.is_behind.set()

    @property
    def is_data_changed(self) -> bool:
        return not all(path.startswith(FRAME) for path in self.changed)

    def fresh(self, address: str) -> bytes:
        """Returns what stands at an address of the site by now; b"" where the shown site holds it."""
        with self.lock:
            worker, is_data = self.worker, self.is_data_changed
        if not worker:
            return b""
        asset = self.root / "docs" / address
        if address.startswith(("assets/css/", "assets/js/")) and f"docs/{address}" in self.changed and asset.is_file():
            return sent(asset, self.root / "docs" / "assets")
        return worker.ask(address, is_data) if address.endswith(".html") else b""

    def caught_up(self) -> None:
        """The shown site holds everything again: nobody is asked, and the next worker gets ready."""
        with self.lock:
            left, self.worker = self.worker, None
            self.changed.clear()
            self.spare = self.spare or Worker(self.root, self.today)
        if left:
            left.stop()

    def build_again(self) -> None:
        """Builds whenever something changed, for ever; a build that fails leaves the last good site in view."""
        while self.is_behind.wait():
            self.is_behind.clear()
            if rebuild(self.root, BEHIND) and not self.is_behind.is_set():
                self.caught_up()

    def close(self) -> None:
        for worker in filter(None, (self.worker, self.spare)):
            worker.stop()


def rebuild(root: Path, before: list[str] | None = None) -> bool:
    """Builds in a process of its own, so that changed program files count; returns whether it worked."""
    command = [*(before or []), sys.executable, "-m", "build_scripts", "build", "--root", str(root.resolve())]
    return subprocess.run(command, cwd=PROGRAM).returncode == 0


def serve(root: Path, today: date) -> None:
    """Serves `root/site` until interrupted."""
    from watchfiles import watch

    root = root.resolve()
    rebuild(root)
    desk = Desk(root, today)
    server = open_first_free(root / "site", desk.fresh)
    for work in (server.serve_forever, desk.build_again):
        Thread(target=work, daemon=True).start()
    print(f"http://{HOST}:{server.server_port}/  (Ctrl-C ends)", flush=True)
    try:
        for changes in watch(*(root / name for name in WATCHED if (root / name).exists()), raise_interrupt=False):
            desk.note({Path(path).relative_to(root).as_posix() for _, path in changes})
    finally:
        server.shutdown()
        server.server_close()
        desk.close()
