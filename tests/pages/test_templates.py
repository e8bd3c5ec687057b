"""How templates are written: lines of a reader's length, one way to say a word, no part that nothing shows."""

import re

from jinja2 import meta

from build_scripts.pages.book import TEMPLATES, make_environment
from build_scripts.pages.html_text import one_line, squeeze

FILES = {path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html")}
WIDEST = 160
MACRO = re.compile(r"{% macro (\w+)")


def test_no_line_of_a_template_is_longer_than_a_screen_is_wide():
    lines = [(name, line) for name, text in FILES.items() for line in text.split("\n")]
    assert [each for each in lines if len(each[1]) > WIDEST] == []


def test_a_break_stays_only_where_html_shows_no_space_for_it():
    text = "<p>\n  {{ a }}\n  <b>甲</b>：\n  乙\n</p>\n\n## Head\n<ul>\n  <li>一</li>\n</ul>\n"
    assert squeeze(text) == "<p>{{ a }}<b>甲</b>：乙\n</p>\n\n## Head\n\n<ul>\n<li>一</li>\n</ul>\n"
    assert one_line("<dd>\n  甲: \n  <b>乙</b>\n</dd>\n") == "<dd>甲: <b>乙</b></dd>"


def test_every_part_is_used_by_a_template():
    parsed = {name: set(meta.find_referenced_templates(make_environment().parse(text))) for name, text in FILES.items()}
    used = set().union(*parsed.values())
    assert {name for name in FILES if name.startswith("parts/")} <= used


def test_every_macro_is_called_somewhere():
    whole = "\n".join(FILES.values())
    names = [name for text in FILES.values() for name in MACRO.findall(text)]
    assert [name for name in names if not re.search(rf"(?<!macro )\b{name}\b", whole)] == []
