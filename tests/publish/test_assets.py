"""Styles and scripts are sent without the comments written for their authors, and nothing else is lost."""

from build_scripts.publish.assets import asset_files
from build_scripts.publish.publish import ASSETS


def written(folder, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def test_a_style_sheet_is_sent_without_comments_and_indents(tmp_path):
    style = "/* for\n   authors */\n.a {\n  color: red; /* why */\n}\n\n.b { top: 0 }\n"
    written(tmp_path / "assets", "css/a.css", style)
    assert asset_files(tmp_path / "assets") == {"assets/css/a.css": b".a {\ncolor: red; \n}\n.b { top: 0 }\n"}


def test_a_script_keeps_every_line_that_is_not_a_comment_alone(tmp_path):
    script = '// what it does\nlet a = "https://example.org"; // stays\n  // goes\n  a += "/* b */";\n'
    written(tmp_path / "assets", "js/a.js", script)
    expected = 'let a = "https://example.org"; // stays\n  a += "/* b */";\n'
    assert asset_files(tmp_path / "assets") == {"assets/js/a.js": expected.encode()}


def test_what_others_wrote_keeps_its_licence(tmp_path):
    written(tmp_path / "assets", "vendor/a/a.css", "/* licence */\n  .a { top: 0 }\n")
    assert asset_files(tmp_path / "assets") == {"assets/vendor/a/a.css": b"/* licence */\n  .a { top: 0 }\n"}


def test_no_string_of_ours_holds_what_would_be_taken_for_a_comment():
    for path in sorted((ASSETS / "css").glob("*.css")):
        text = path.read_text(encoding="utf-8")
        assert text.count("/*") == text.count("*/"), path.name
        assert not [line for line in text.splitlines() if '"' in line.partition("/*")[0] and '/*"' in line], path.name
