"""Pages of lists that were longer once stay and say that there is nothing on them now."""

from dataclasses import replace

from build_scripts.commands.releasing.pages import numbered_pages
from build_scripts.ledger.numbered import numbered_json, read_numbered
from build_scripts.pages.compose import make_pages


def test_a_page_that_a_list_no_longer_has_says_none_and_leads_to_the_first(tiny_site, walk):
    made = make_pages(replace(tiny_site, numbered={"signals-no_amount": 3, "nowhere": 2, "projects/index": 2}))
    for lang, said in (("zh", "现在没有这一页"), ("en", "none of it stands here")):
        pages = {page.path: page for page in made[lang]}
        page = pages["signals-no_amount.p3.md"]
        assert page.title.startswith(pages["signals-no_amount.md"].title) and "3" in page.title
        assert said in page.body and walk(page.body).links == ["signals-no_amount.html"]
        assert walk(pages["projects/index.p2.md"].body).links == ["../projects/index.html"]
        assert "nowhere.p2.md" not in pages and page.search == {}


def test_a_page_that_stands_is_not_made_twice(tiny_site):
    paths = [page.path for page in make_pages(replace(tiny_site, numbered={"signals": 1}))["zh"]]
    assert len(paths) == len(set(paths)) and not any(path.startswith("signals.p") for path in paths)


def test_a_release_keeps_the_pages_of_the_site_and_of_those_before(tmp_path):
    (tmp_path / "datasets").mkdir()
    (tmp_path / "datasets" / "numbered_pages.json").write_bytes(numbered_json({"audit": 4, "funds/a": 2}))
    for name in ("audit.p2.html", "funds/a.p3.html", "places/cn.p2.html", "en/audit.p9.html", "audit.html"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    ((path, content),) = numbered_pages(tmp_path).items()
    path.write_bytes(content)
    assert read_numbered(tmp_path) == {"audit": 4, "funds/a": 3, "places/cn": 2}


def test_a_spoilt_file_promises_nothing_and_breaks_nothing(tmp_path):
    (tmp_path / "datasets").mkdir()
    spoilt = b'{"a": "", "b": null, "c": 9999999999, "d": 2.5, "e": 2}'
    (tmp_path / "datasets" / "numbered_pages.json").write_bytes(spoilt)
    assert read_numbered(tmp_path) == {"e": 2}
