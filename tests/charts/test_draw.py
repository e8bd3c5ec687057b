import re
from pathlib import Path

import pytest

from build_scripts.charts import convert
from build_scripts.charts.draw import (
    ALL_CHARTS,
    all_sketches,
    draw_charts,
    draw_parts,
    job_of,
    kept_place,
    spec_of,
)

SHEET = Path(__file__).parents[2] / "docs/assets/css/charts.css"


@pytest.fixture(scope="module")
def drawings(tiny_views, tiny_words):
    return draw_charts(tiny_views, tiny_words, None)


def test_every_chart_is_drawn_in_both_languages(drawings):
    names = {lang: {name for name, each in drawings if each == lang} for lang in ("zh", "en")}
    assert names["zh"] == names["en"]
    assert {
        "matrix",
        "pairings-by-level",
        "tile-map",
        "timeline-instruments",
        "project-status",
        "events-by-year",
    } <= names["zh"]
    assert {"money-by-stage.ew1-jia-yi", "planned-against-completed"} & names["zh"] == {
        "money-by-stage.ew1-jia-yi"
    }


def test_each_chart_asks_a_question_in_its_docstring():
    for chart in ALL_CHARTS:
        assert "?" in chart.__doc__.split("\n\n")[0], chart.__name__


def test_every_specification_is_valid_vega_lite(tiny_views, tiny_words):
    for sketch in all_sketches(tiny_views, tiny_words).values():
        sketch.chart.to_dict()  # Altair checks it against the schema of Vega-Lite and raises


def test_every_chart_says_in_words_what_it_shows(drawings):
    for drawing in drawings.values():
        sketch = drawing.sketch
        assert sketch.title and sketch.question and len(sketch.alt) > 15 and sketch.note and sketch.rows, (
            sketch.name
        )
        assert all(len(row) == len(sketch.header) for row in sketch.rows), sketch.name
        assert "{" not in sketch.title + sketch.alt + sketch.note, sketch.name


def test_each_figure_in_a_data_table_has_its_claims_or_is_a_count(drawings, tiny_views):
    for drawing in drawings.values():
        for cell in (cell for row in drawing.sketch.rows for cell in row):
            assert set(cell.claims) <= set(tiny_views.claims)
            if not isinstance(cell.value, int | type(None)) and not re.fullmatch(r"[\d/-]+", str(cell.value)):
                assert cell.claims, (drawing.sketch.name, cell)


@pytest.fixture(scope="module")
def jobs(tiny_views, tiny_words):
    """Three jobs: enough to see that they are kept, and drawn alike by another process."""
    sketches = list(all_sketches(tiny_views, tiny_words).items())[:3]
    return {key: job_of(sketch, spec_of(sketch)) for key, sketch in sketches}


def test_another_process_draws_the_same_bytes(jobs):
    here = [convert.draw_one(job) for job in jobs.values()]
    assert convert.draw_batch(list(jobs.values())) == here


def test_many_drawings_come_back_in_order(monkeypatch, jobs):
    monkeypatch.setattr(convert, "ALONE", 2)
    assert list(convert.draw_all(list(jobs.values()))) == [convert.draw_one(job) for job in jobs.values()]


def test_kept_drawings_are_used_and_a_cut_off_one_is_drawn_again(tmp_path, jobs):
    first = draw_parts(jobs, tmp_path)
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == 3
    kept[0].write_bytes(kept[0].read_bytes()[:100])
    times = {path: path.stat().st_mtime_ns for path in kept}
    assert draw_parts(jobs, tmp_path) == first
    assert [path for path in kept if path.stat().st_mtime_ns != times[path]] == [kept[0]]


def test_drawings_of_an_earlier_ledger_do_not_pile_up(tmp_path, jobs):
    draw_parts(jobs, tmp_path)
    key = next(iter(jobs))
    draw_parts({key: jobs[key]}, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_another_title_is_another_drawing(tmp_path, jobs):
    job = next(iter(jobs.values()))
    assert kept_place(tmp_path, job) != kept_place(tmp_path, job.replace('"title": "', '"title": "x', 1))


def test_a_picture_is_twice_the_size_of_the_chart(drawings):
    png = drawings["matrix", "zh"].png
    assert png.startswith(convert.PNG_SIGNATURE)
    assert int.from_bytes(png[16:20]) == 2 * (400 + 32)


def test_every_class_of_a_drawing_has_its_rule(drawings):
    ruled = set(re.findall(r"\.([\w-]+) \{", SHEET.read_text(encoding="utf-8")))
    given = " ".join(each for drawing in drawings.values() for each in re.findall(r'class="([^"]*)"', drawing.svg))
    assert set(given.split()) <= ruled
