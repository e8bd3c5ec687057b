"""“Correct this” on the pages: the right form of the repository opens, with what is known of the figure filled in."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

ROOT = Path(__file__).parents[3]
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


def asked(walked) -> list[dict[str, str]]:
    """What each link of a page to a form of the repository fills in."""
    found = [urlsplit(link) for link in walked.links if "/issues/new?" in link]
    return [{name: values[0] for name, values in parse_qs(each.query).items()} for each in found]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_figure_opens_the_form_with_record_print_and_source(tiny_files, walk, lang):
    told = asked(walk(tiny_files[f"docs/{lang}/sources/ta18.md"].decode()))
    wanted = {"template": "correction.yml", "record": "ta18.f02", "as_printed": "900万元", "source_id": "ta18"}
    assert any(wanted.items() <= each.items() for each in told)


def test_what_a_link_fills_in_is_a_field_of_the_form_it_opens(tiny_files, walk):
    forms = {
        path.name: {each["id"] for each in yaml.safe_load(path.read_text(encoding="utf-8"))["body"] if "id" in each}
        for path in FORMS.glob("*.yml")
        if path.name != "config.yml"
    }
    told = [
        each
        for path, content in tiny_files.items()
        if path.endswith(".md") and b"/issues/new?" in content
        for each in asked(walk(content.decode()))
    ]
    assert len(told) > 100
    assert not [each for each in told if not each.keys() - {"template"} <= forms[each["template"]]]


def test_every_claim_of_a_document_has_its_link(tiny_files, walk, tiny_site):
    told = {each.get("record") for each in asked(walk(tiny_files["docs/zh/sources/ta18.md"].decode()))}
    claims = {claim.claim_id for claim in tiny_site.views.claims.values() if claim.source_id == "ta18"}
    assert claims <= told
