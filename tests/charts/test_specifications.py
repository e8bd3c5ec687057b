"""What is published of a chart for machines: data first, drawn through scales, fit for the Vega editor."""

from functools import partial
from itertools import islice

import altair as alt
import pytest
import vl_convert
from jsonschema import ValidationError

from build_scripts.charts.convert import register_fonts
from build_scripts.charts.gallery import ALL_CHARTS, instruments_timeline, money_by_stage
from build_scripts.charts.live import live_view
from build_scripts.charts.model import Drawing
from build_scripts.charts.sketches import sketches_of
from build_scripts.charts.theme import HATCHED, NARROW, ROLES, WIDE
from build_scripts.exports.formats.charts import chart_files, full_spec

PLACES = ("x", "y")


@pytest.fixture(scope="module")
def one_of_each(real_views, real_words):
    """The first of each chart of the gallery, of the real ledger, in Chinese, with its specifications: not drawn."""
    first = [next(sketches_of(chart, real_views, real_words["zh"])) for chart in ALL_CHARTS]
    specs = {each.name: {width: each.spec(width) for width in (NARROW, WIDE)} for each in first}
    return {each.name: Drawing(each, dict, partial(dict, specs[each.name])) for each in first}


def layers_of(spec: dict) -> list[dict]:
    """Returns the single marks of a specification, those of facets and layers too."""
    inner = spec.get("layer") or ([spec["spec"]] if "spec" in spec else [])
    return [layer for each in inner for layer in layers_of(each)] if inner else [spec]


def is_placed_by_data(layer: dict) -> bool:
    """True where x or y is encoded from a field through a scale."""
    places = [layer["encoding"].get(name, {}) for name in PLACES]
    return any("field" in place and place.get("scale", {}) is not None for place in places)


def test_the_gallery_has_a_chart_of_each_kind_in_the_real_ledger(one_of_each):
    assert len(one_of_each) == len(ALL_CHARTS)


def test_every_specification_is_drawn_through_scales_and_compiles_without_our_theme(one_of_each):
    register_fonts()
    for name, drawing in one_of_each.items():
        spec = full_spec(drawing)
        assert is_placed_by_data(layers_of(spec)[0]), name
        svg = vl_convert.vegalite_to_svg({key: value for key, value in spec.items() if key != "config"})
        assert svg.count("<path") + svg.count("<text") > 5, name


def test_every_specification_is_valid_vega_lite(one_of_each):
    """Altair would hold each specification against the schema as it makes it; here each kind of chart is, once."""
    for drawing in one_of_each.values():
        alt.Chart.from_dict({**drawing.specs()[WIDE], "datasets": {}}, validate=True)


def test_a_specification_that_is_no_vega_lite_is_refused(one_of_each):
    spec = next(iter(one_of_each.values())).specs()[WIDE]
    with pytest.raises(ValidationError):
        alt.Chart.from_dict({**spec, "datasets": {}, "height": {"steps": 4}}, validate=True)


def test_no_specification_places_a_mark_by_pixel(one_of_each):
    for name, drawing in one_of_each.items():
        for layer in layers_of(drawing.specs()[WIDE]):
            assert all(layer["encoding"].get(p, {}).get("scale", {}) is not None for p in PLACES), name


def test_the_specification_holds_the_frame(tiny_drawings):
    drawing = tiny_drawings["money-by-stage.ew1-jia-yi", "zh"]
    (rows,) = full_spec(drawing)["datasets"].values()
    assert [row["amount"] for row in rows] == [8600000, 12000000, 12000000, 150000000, 4800000]
    assert rows[2]["claims"] == "tc21.f01" and rows[2]["sources"] == "tc21" and rows[2]["subject"] == "甲县 → 乙县"


def test_the_specification_carries_title_description_and_source(tiny_drawings):
    drawing = tiny_drawings["money-by-stage.ew1-jia-yi", "en"]
    sketch, spec = drawing.sketch, full_spec(drawing)
    assert " ".join(spec["title"]["text"]) == sketch.title and spec["description"] == sketch.alt
    assert spec["usermeta"]["source"] == sketch.source and "CC BY 4.0" in " ".join(spec["title"]["subtitle"])
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")


def test_no_line_break_reaches_the_downloads(tiny_drawings):
    drawing = tiny_drawings["timeline-instruments", "zh"]
    text = chart_files(drawing)["charts/zh/timeline-instruments.csv"].decode()
    assert len(text.splitlines()) == len(drawing.sketch.data) + 1


def test_a_tooltip_says_the_columns_of_the_table(one_of_each):
    for name, drawing in one_of_each.items():
        said = [[tip["title"] for tip in layer["encoding"]["tooltip"]] for layer in layers_of(drawing.specs()[WIDE])
                if "tooltip" in layer["encoding"]]  # fmt: skip
        assert said and all(each == list(drawing.sketch.columns.values()) for each in said), name


def test_the_live_view_is_the_same_chart_compiled_without_what_no_tooltip_says(tiny_drawings):
    drawing = tiny_drawings["money-by-stage.ew1-jia-yi", "en"]
    view = live_view(drawing.drawn().vega, "en")
    assert set(view) == {"narrow", "wide", "roles", "words"} and view["roles"]["#0f6b6b"] == "provider"
    for width in ("narrow", "wide"):
        rows = next(source["values"] for source in view[width]["data"] if "values" in source)
        assert rows[0]["figure"] == "CNY\u00a08.6\u00a0million" and not {"addresses", "claims"} & set(rows[0])


def test_a_label_that_fits_stands_in_one_line_and_leaves_room_for_the_marks(one_of_each):
    """One label in two lines makes every row of its chart twice as tall."""
    (rows,) = one_of_each["account"].specs()[WIDE]["datasets"].values()
    assert all("\n" not in row["lines"] for row in rows)


def test_no_label_is_cut(real_views, real_words):
    """Stage and time stand at the end of a label."""
    for chart in (instruments_timeline, money_by_stage):
        for sketch in islice(sketches_of(chart, real_views, real_words["en"]), 5):
            (rows,) = sketch.spec(NARROW)["datasets"].values()
            labels = zip(rows, (row["lines"].replace("\n", " ").split() for row in rows), strict=True)
            assert all(row["label"].split() == found for row, found in labels), sketch.name


def test_what_is_unknown_is_a_named_category_with_an_outline(one_of_each):
    """Where a colour is that of what is unknown, the mark has an outline for the same value."""
    unknown, outline, seen = ROLES[HATCHED], ROLES["axis"], 0
    for name, drawing in one_of_each.items():
        for layer in layers_of(drawing.specs()[WIDE]):
            scale = layer["encoding"].get("color", {}).get("scale", {})
            if unknown in scale.get("range", ()):
                named = dict(zip(scale["domain"], layer["encoding"]["stroke"]["scale"]["range"], strict=True))
                assert named[scale["domain"][scale["range"].index(unknown)]] == outline, name
                seen += 1
    assert seen > 7


def test_panels_of_pairs_have_their_own_years_so_that_none_stand_below_an_empty_place(one_of_each):
    assert one_of_each["money-by-year"].specs()[WIDE]["resolve"]["axis"] == {"x": "independent"}
