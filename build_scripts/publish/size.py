"""How many files a site is and how large, by kind: static hosts stop at some number of files, or after some minutes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

MOST_FILES, MOST_BYTES = 18_000, 250_000_000  # of one edition, so that it fits any common static host
KINDS_TOLD = 8


def size_warning(site: Path, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES) -> str:
    """Returns what a host may refuse, in both languages: files and MB by kind, the most first; '' where all fits."""
    files, sizes = count_by_kind(site)
    if sum(files.values()) <= most_files and sum(sizes.values()) <= most_bytes:
        return ""
    told = ", ".join(f"{kind} {count:,} ({sizes[kind] / 1e6:.1f} MB)" for kind, count in files.most_common(KINDS_TOLD))
    counts = {"n": sum(files.values()), "mb": sum(sizes.values()) / 1e6, "most": most_files, "limit": most_bytes / 1e6}
    return (
        "本站 {n:,} 个文件、{mb:.0f} MB，超过 {most:,} 个或 {limit:.0f} MB，有的静态托管会拒收：{told}\n"
        "the site is {n:,} files, {mb:.0f} MB, more than {most:,} or {limit:.0f} MB: some hosts refuse it: {told}"
    ).format(**counts, told=told)


def count_by_kind(site: Path) -> tuple[Counter[str], Counter[str]]:
    """Returns files and bytes of each kind: the first folder below the language, and the ending."""
    files: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            folder = path.relative_to(site).as_posix().removeprefix("en/").rpartition("/")[0].partition("/")[0]
            kind = f"{folder or '.'} {path.suffix}"
            files[kind] += 1
            sizes[kind] += path.stat().st_size
    return files, sizes
