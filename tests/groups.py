"""Which tests share a process, and in which order the two processes take them.

xdist's own `--dist loadgroup` tells a process's groups by the name of each test, which pytest 9.2 no longer lets it
change: every test then goes where there is room, and what a file shares is made in both processes. Its hook for a
scheduler is asked instead; a name alone tells the group here.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

EVERY_PAGE = "tests/browser/test_pages.py"
FOLDERS = ("tests/site", "tests/data", "tests/charts")  # whose files share what costs seconds: pages, views, drawings
LONGEST = (  # by the time they take: they come first, so that both processes end together
    "tests/commands/test_killed.py", "tests/site", "tests/browser/test_attacks.py", "tests/browser/test_charts.py",
    "tests/browser/test_explorer.py", "tests/commands/test_preview.py", "tests/charts", "tests/browser/test_theme.py",
    "tests/test_promises.py", "tests/fuzz/test_fuzz.py", "tests/browser/test_offline.py",
    "tests/browser/test_search.py",
)  # fmt: skip


class ByGroup(LoadScopeScheduling):
    """Gives a process one group of tests after the other, in the order in which they were collected."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(nodeid: str) -> str:
    """Returns the group of a test: its file, the folder of files that share much, or the pages of one language."""
    file, _, name = nodeid.partition("::")
    if file == EVERY_PAGE:
        return f"{file} {'en' if '[en/' in name else 'zh'}"
    return next((folder for folder in FOLDERS if file.startswith(f"{folder}/")), file)


def turn_of(nodeid: str) -> int:
    """Returns the place of a test's group among the longest; all others come behind them."""
    group = group_of(nodeid).partition(" ")[0]
    return LONGEST.index(group) if group in LONGEST else len(LONGEST)
