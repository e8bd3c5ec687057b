"""Fetches the vendored browser libraries again: `python fetch.py [--write]`. Needs npm and node.

Compares each package with the integrity in manifest.yaml and each rebuilt file with its checksum. Without --write
nothing here is changed, and the exit code is 1 where something differs.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
MANIFEST = HERE / "manifest.yaml"
BUNDLER = "esbuild-wasm"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the files and their checksums")
    write = parser.parse_args().write
    manifest = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for package in manifest["packages"]:
            unpack(fetch(package, Path(folder)), Path(folder) / "node_modules" / package["name"])
        made = {entry["path"]: make(entry, Path(folder)) for entry in manifest["files"]}
    differing = [entry for entry in manifest["files"] if digest(made[entry["path"]]) != entry["sha256"]]
    for entry in differing:
        print(f"{entry['path']}: {digest(made[entry['path']])}, not {entry['sha256'] or 'known yet'}")
    if write:
        write_files(made)
    return 0 if write or not differing else 1


def fetch(package: dict, folder: Path) -> Path:
    """Returns the package's archive; raises ValueError where it is not the one the manifest names."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package['name']}@{package['version']}"]
    name = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout.strip()
    archive = folder / name.splitlines()[-1]
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != package["integrity"]:
        raise ValueError(f"{package['name']} {package['version']}: integrity {found}, not {package['integrity']}")
    return archive


def unpack(archive: Path, target: Path) -> None:
    """Unpacks a package's archive, whose one folder is called `package`."""
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    for path in (target / "package").iterdir():
        path.rename(target / path.name)


def make(entry: dict, folder: Path) -> bytes:
    """Returns the contents of one file: a copy, or a bundle of its entry module."""
    if "copy" in entry:
        return (folder / "node_modules" / entry["copy"]).read_bytes()
    (folder / "entry.js").write_text(entry["bundle"], encoding="utf-8")
    esbuild = folder / "node_modules" / BUNDLER / "bin" / "esbuild"
    command = ["node", str(esbuild), "entry.js", "--bundle", "--minify", "--format=esm", "--target=es2022",
               "--legal-comments=none", "--charset=utf8"]  # fmt: skip
    return subprocess.run(command, check=True, capture_output=True, cwd=folder).stdout


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write_files(made: dict[str, bytes]) -> None:
    """Writes the files and puts their checksums into the manifest, whose remarks stay."""
    text = MANIFEST.read_text(encoding="utf-8")
    for path, content in made.items():
        (HERE / path).parent.mkdir(parents=True, exist_ok=True)
        (HERE / path).write_bytes(content)
        entry = re.compile(rf"(- path: {re.escape(path)}\n(?:(?!  - path:).*\n)*?    sha256: ).*")
        text = entry.sub(rf'\g<1>"{digest(content)}"', text)
    MANIFEST.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
