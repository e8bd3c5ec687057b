"""A measure counts figures of paired assistance; those of other documents stand last and are said."""

import pytest

from build_scripts.labels.names import open_names
from build_scripts.pages.compose import make_pages
from build_scripts.pages.model import Site
from build_scripts.views.derive import derive_views


@pytest.fixture(scope="module")
def labour(one_ledger):
    """The body of the page of workers employed, where a document with an earlier figure is a general report."""
    one_ledger.set("sources", "tc21", collection="general")
    one_ledger.set("observations", "tc21.o01", label="另一份文件的务工人数", period="2010")
    package, tables = one_ledger.read()
    views = derive_views(tables, "2025-11-21")
    pages = make_pages(Site(package, views, open_names(package, views), {}))["zh"]
    return {page.path: page for page in pages}["measures/labour_total.md"].body


def test_a_general_report_is_not_counted_among_the_figures_of_a_measure(labour):
    assert 'value="2">2</data> 个数字</p>' in labour
    assert 'value="1">1</data> 个数字出自一般扶贫材料' in labour


def test_its_figure_stands_last_however_early_its_time(labour):
    table = labour[: labour.index("</tbody>")]
    assert "另一份文件的务工人数" in table[table.rindex("<tr") :]
