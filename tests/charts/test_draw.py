import ast
import inspect
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from build_scripts.charts import convert, draw, gallery, png
from build_scripts.charts.draw import ALL_CHARTS, all_sketches, all_specs, by_width, draw_parts, drawn, job_of
from build_scripts.charts.sketches import sketches_of
from build_scripts.charts.theme import NARROW, WIDE
from build_scripts.labels.names import open_names
from build_scripts.ledger import side_by_side
from build_scripts.ledger.kept import keep_values
from build_scripts.views.derive import derive_views

SHEET = Path(__file__).parents[2] / "docs/assets/css/charts.css"
GALLERY = sorted(Path(gallery.__file__).parent.glob("[a-z]*.py"))
SHARED = {"encodings", "rows", "statements", "flow_rows", "flow_words"}  # by several charts
PACKING = {"png"}  # bytes in, bytes out: a format, counted for itself


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.fixture
def drawings(tiny_drawings):
    return tiny_drawings


def test_every_chart_is_drawn_in_both_languages(drawings):
    names = {lang: {name for name, each in drawings if each == lang} for lang in ("zh", "en")}
    assert names["zh"] == names["en"]
    assert {"matrix", "pairings-by-level", "timeline-instruments", "project-status", "events-by-year"} <= names["zh"]
    assert {"money-by-stage.ew1-jia-yi", "planned-against-completed"} & names["zh"] == {"money-by-stage.ew1-jia-yi"}


def test_every_file_of_the_gallery_is_listed():
    assert {path.stem for path in GALLERY} == {chart.__name__.rpartition(".")[2] for chart in ALL_CHARTS}


def test_each_chart_asks_a_question_in_its_docstring():
    for chart in ALL_CHARTS:
        assert "?" in chart.__doc__.split("\n\n")[0], chart.__name__


def test_a_chart_is_a_question_a_frame_and_encodings_on_one_screen():
    lengths = sorted(map(lines_of, GALLERY))
    assert lengths[-1] <= 90 and lengths[len(lengths) // 2] <= 50
    for chart in ALL_CHARTS:
        assert [*inspect.signature(chart.chart).parameters] == ["data", "words", "width"], chart.__name__
        assert [*inspect.signature(chart.frame).parameters] == ["views", "names"], chart.__name__


def test_the_engine_stays_small_enough_to_be_read():
    """All of charts/ but its gallery, what the charts of the gallery share, and the packing of pictures."""
    modules = set(Path(draw.__file__).parent.glob("*.py"))
    assert {path.stem for path in modules} >= SHARED | PACKING
    assert sum(lines_of(path) for path in modules if path.stem not in SHARED | PACKING) < 700


def test_what_packs_pictures_is_short_and_knows_nothing_of_charts():
    packing = [Path(draw.__file__).with_name(f"{name}.py") for name in PACKING]
    assert sum(map(lines_of, packing)) < 100
    assert not any("build_scripts" in path.read_text(encoding="utf-8") for path in packing)


def test_no_chart_writes_a_file_or_reads_one():
    for path in GALLERY:
        called = {n.id for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Name)}
        assert "open" not in called and "Path" not in called, path.name


def test_a_matrix_without_any_figure_is_drawn_at_its_own_size(tiny_views, tiny_words):
    """Marks of no stage at all made a picture without end."""
    bare = replace(tiny_views, flows=())
    sketch = next(each for each in sketches_of(gallery.matrix, bare, tiny_words["zh"]))
    assert sketch.data["code"].isna().all()
    parts = next(convert.draw_all([job_of(sketch, lambda: {width: sketch.spec(width) for width in (NARROW, WIDE)})]))
    assert 'viewBox="0 0 720 58"' in parts["svgs"]["720"]


def test_every_chart_says_in_words_what_it_shows(drawings):
    for drawing in drawings.values():
        sketch = drawing.sketch
        assert sketch.title and sketch.question and len(sketch.alt) > 15 and sketch.note, sketch.name
        assert len(sketch.data) and set(sketch.columns) <= set(sketch.data), sketch.name
        assert "{" not in sketch.title + sketch.alt + sketch.note + sketch.source, sketch.name


def test_each_figure_in_a_data_table_has_its_claims_or_says_that_none_was_read(drawings, tiny_views):
    for drawing in drawings.values():
        if "amount" in drawing.sketch.data:
            for row in drawing.sketch.data.to_dict("records"):
                assert bool(row["claims"]) == (row["amount"] is not None), drawing.sketch.name
                assert set(row["claims"]) <= set(tiny_views.claims)


def test_every_row_names_its_subject_period_unit_sources_and_proof(drawings):
    sketch = drawings["money-by-stage.ew1-jia-yi", "zh"].sketch
    row = sketch.data.iloc[2]
    assert row[["subject", "period", "stage", "unit", "sources", "addresses", "proof", "claims"]].tolist() == [
        "甲县 → 乙县", "2018", "到位", "cny", "tc21", "https://news.example.org/2021/jia-yi.html", "excerpt",
        ("tc21.f01",),
    ]  # fmt: skip
    assert sketch.scope == "甲县 → 乙县，2018\u00a0年，5 个数字，出自 2 份文件"
    assert sketch.short == f"{sketch.question} 甲县 → 乙县，2018\u00a0年，5 个数字，出自 2 份文件"
    assert "https://tiny-ledger.example.org/embed/money-by-stage.ew1-jia-yi.html" in sketch.source
    assert "CC BY 4.0" in sketch.source


def test_a_language_sketched_by_another_process_gives_the_same_jobs(tiny_views, tiny_words, tiny_drawings, monkeypatch):
    monkeypatch.setattr(side_by_side, "MANY_CLAIMS", 1)
    sketches = all_sketches(tiny_views, tiny_words)
    assert list(sketches) == list(tiny_drawings)
    specs = {key: by_width(read()) for key, read in all_specs(sketches, None).items()}
    assert specs == {key: each.specs() for key, each in tiny_drawings.items()}
    for key, sketch in sketches.items():
        here = tiny_drawings[key].sketch
        assert sketch.made_from == here.made_from and sketch.data.equals(here.data), key


def test_a_character_without_a_glyph_stops_the_drawing_and_names_it_and_its_row(ledger):
    ledger.set("funds", "ta18.f08", label="意向投资\U00020bb7")
    package, tables = ledger.read()
    views = derive_views(tables, "2022-01-01")
    with pytest.raises(ValueError, match=r"ta18\.f08.*\U00020bb7.*U\+20BB7.*extra-hanzi\.txt.*the chart font lacks"):
        all_sketches(views, open_names(package, views))


@pytest.fixture(scope="module")
def jobs(tiny_drawings):
    """Three jobs: enough to see that they are kept, and drawn alike by another process."""
    return {key: job_of(each.sketch, each.specs) for key, each in list(tiny_drawings.items())[:3]}


def parts_of(jobs: dict, folder: Path) -> dict:
    """Returns what is drawn of the jobs, or was kept of them in the folder."""
    return {key: read() for key, read in draw_parts({k: partial(str, job) for k, job in jobs.items()}, folder).items()}


def test_other_processes_draw_the_same_bytes_in_order(monkeypatch, jobs):
    here = [convert.draw_one(job) for job in jobs.values()]
    monkeypatch.setattr(convert, "ALONE", 2)
    assert list(convert.draw_all(list(jobs.values()))) == here


def test_a_specification_hangs_on_every_stage_of_which_a_chart_may_import():
    program = Path(draw.__file__).parents[1]
    imported = {
        node.module.split(".")[1]
        for path in (program / "charts").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("build_scripts.")
    }
    assert imported <= set(draw.KNOWN) and all((program / stage).is_dir() for stage in draw.KNOWN)


def test_kept_drawings_are_used_and_a_cut_off_one_is_drawn_again(tmp_path, jobs):
    first = parts_of(jobs, tmp_path)
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == 3
    kept[0].write_bytes(kept[0].read_bytes()[:100])
    times = {path: path.stat().st_mtime_ns for path in kept}
    assert parts_of(jobs, tmp_path) == first
    assert [path for path in kept if path.stat().st_mtime_ns != times[path]] == [kept[0]]


def test_a_drawing_that_is_kept_is_read_when_it_is_asked_for(tmp_path, jobs):
    """Of a ledger of 10,000 projects all of them together took two gigabytes."""
    key, job = next(iter(jobs.items()))
    read = draw_parts({key: partial(str, job)}, tmp_path)[key]
    (place,) = tmp_path.iterdir()
    keep_values(place, read() | {"kept": "another"})
    assert drawn(read).kept == "another"


def test_drawings_of_an_earlier_ledger_do_not_pile_up(tmp_path, jobs):
    parts_of(jobs, tmp_path)
    key = next(iter(jobs))
    parts_of({key: jobs[key]}, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_another_title_is_another_drawing(tmp_path, jobs):
    key, job = next(iter(jobs.items()))
    parts_of({key: job, "again": job.replace('"title": "', '"title": "x', 1)}, tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_picture_is_at_least_1600_pixels_wide(drawings):
    for drawing in drawings.values():
        assert drawing.drawn().png.startswith(png.SIGNATURE)
        assert int.from_bytes(drawing.drawn().png[16:20]) >= 1600, drawing.sketch.name


def test_a_picture_that_leaves_its_page_names_of_whom_when_and_where_it_is_from(drawings):
    drawing = drawings["money-by-stage.ew1-jia-yi", "zh"]
    words = re.sub(r"<[^>]*>|\s", "", drawing.drawn().kept)
    for said in (drawing.sketch.title, drawing.sketch.scope, drawing.sketch.source):
        assert re.sub(r"\s", "", said) in words


def test_a_chart_comes_at_two_widths(drawings):
    for drawing in drawings.values():
        assert list(drawing.drawn().svgs) == [NARROW, WIDE] == list(drawing.drawn().vega)
        narrow, wide = (int(re.search(r'viewBox="0 0 (\d+) ', svg)[1]) for svg in drawing.drawn().svgs.values())
        assert narrow <= NARROW + 40 and wide <= WIDE + 40, drawing.sketch.name


def test_every_class_of_a_drawing_has_its_rule(drawings):
    ruled = set(re.findall(r"\.([\w-]+) \{", SHEET.read_text(encoding="utf-8")))
    pictures = [svg for drawing in drawings.values() for svg in drawing.drawn().svgs.values()]
    given = {name for svg in pictures for names in re.findall(r'class="([^"]*)"', svg) for name in names.split()}
    assert given <= ruled


def test_a_picture_names_its_edition_and_the_day_of_its_data(tiny_views, tiny_words):
    sketches = all_sketches(tiny_views, tiny_words, "2021-12-24").items()
    days = {"zh": "版（2021 年 12 月 24 日）", "en": "of 24 December 2021 ·"}
    assert all(days[lang] in sketch.source.replace("\xa0", " ") for (_, lang), sketch in sketches)


def test_where_nobody_knows_when_the_data_changed_a_picture_bears_the_day_of_the_build(tiny_views, tiny_words):
    assert all("2022" in each.source for each in all_sketches(tiny_views, tiny_words).values())
