"""A file that a command writes and somebody changed is named, not stumbled over."""

import pytest

from build_scripts.commands.import_rows import run
from build_scripts.commands.incoming.remarks import UnreadableFile
from build_scripts.commands.locate import LocateError, read_text
from build_scripts.ledger.baseline import read_baseline
from build_scripts.ledger.history import read_row_dates
from build_scripts.ledger.numbered import read_numbered
from build_scripts.ledger.package import open_package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.releases import read_releases

SPOILT = {
    "datasets/allowed_hosts.txt": (open_package, b"example.org\n\xff", "not_utf8", 2),
    "datasets/quality_baseline.json": (read_baseline, b"{", "not_as_written", 0),
    "datasets/numbered_pages.json": (read_numbered, b"[1,", "not_as_written", 0),
    "datasets/import_notes/row_dates.csv": (read_row_dates, b"table,x\na\n", "not_as_written", 0),
    "datasets/import_notes/releases.csv": (read_releases, b"version\n1\n", "not_as_written", 0),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_file_of_a_command_is_told_by_its_name(ledger, name):
    read, content, code, line = SPOILT[name]
    (ledger.root / name).write_bytes(content)
    with pytest.raises(LedgerError) as told:
        read(ledger.root)
    (problem,) = told.value.problems
    assert (problem.table, problem.code, problem.row) == ("/".join(name.split("/")[-2:]), code, line)


def test_a_file_that_is_not_there_is_told_by_its_name(ledger, tmp_path):
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(UnreadableFile, match=path.name):
            run(ledger.root, path, "zh", False, False, None, None)
        with pytest.raises(LocateError) as told:
            read_text(path)
        assert path.name in told.value.message("en")
