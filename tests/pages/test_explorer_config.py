"""What the explorer is told agrees with the files it reads."""

import pytest

from build_scripts.labels import LANGUAGES
from build_scripts.pages.book import open_book
from build_scripts.pages.explorer_config import COLUMNS, FACETS, FILES, SEARCHED, SPLITS, explorer_config, file_columns
from build_scripts.views.columns import ADDING_COLUMNS, CLAIM_COLUMNS, PROJECT_COLUMNS

OF_CLAIMS = file_columns((*CLAIM_COLUMNS, *ADDING_COLUMNS), "money", "figures")
IN_FILE = {
    "data/explorer/claims.parquet": {each.name for each in OF_CLAIMS},
    "data/explorer/projects.parquet": {each.name for each in file_columns(PROJECT_COLUMNS, "projects")},
}


def asked_for(kind: dict) -> set[str]:
    """Every column of the file that the scripts ask for."""
    read = {each["from"] for each in kind["columns"] + kind["always"]}
    read |= {each["else"] for each in kind["columns"] if "else" in each}
    read |= {each["column"] for each in kind["facets"] + kind["splits"]}
    return read | {*kind["links"], *kind["text"], *kind["sums"], kind["range"], *(kind["where"] or [])[:1]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_that_the_scripts_ask_for_is_in_their_file(tiny_site, lang):
    for kind in explorer_config(open_book(tiny_site, lang))["kinds"].values():
        assert asked_for(kind) - IN_FILE[kind["file"]] == set()


def test_codes_and_sums_stand_before_texts_and_what_is_rarely_shown_stands_last():
    names = [each.name for each in OF_CLAIMS]
    assert names.index("programme") < names.index("subject") < names.index("subject_en") < names.index("publisher")
    assert "provider_city" not in names and "stage_name" not in names


def test_every_kind_of_records_has_all_of_its_lists():
    assert FILES.keys() == COLUMNS.keys() == FACETS.keys() == SPLITS.keys() == SEARCHED.keys()
