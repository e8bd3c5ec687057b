"""Of Material's style sheets a page loads what some page can meet, and nothing else."""

from __future__ import annotations

import tinycss2

from build_scripts.publish.theme_styles import kept_rules, material_styles, style_paths, traits_of


def kept(css: str, *traits: tuple[str, str]) -> str:
    return kept_rules(tinycss2.parse_stylesheet(css, True, True), frozenset(traits))


def test_a_rule_for_a_class_that_no_page_has_is_left_out():
    css = ".md-nav,.md-search{color:red}.md-search{top:0}a{x:y}"
    assert kept(css, ("class", "md-nav")) == ".md-nav{color:red}a{x:y}"


def test_a_rule_needs_every_class_of_its_selector():
    assert kept(".md-nav--lifted>.md-nav{a:b}", ("class", "md-nav")) == ""


def test_a_class_that_a_selector_excludes_is_not_asked_for():
    css = ".md-nav:not(.focus-visible){a:b}"
    assert kept(css, ("class", "md-nav")) == css


def test_a_palette_or_a_direction_that_no_page_has_is_left_out():
    css = "[dir=ltr] a{a:b}[dir=rtl] a{a:c}[data-md-color-primary=red]{c:d}[data-md-toggle=drawer]:checked{e:f}"
    assert kept(css, ("dir", "ltr")) == "[dir=ltr] a{a:b}[data-md-toggle=drawer]:checked{e:f}"


def test_rules_within_media_are_sorted_out_and_an_empty_media_block_goes():
    css = "@media print{.md-nav{a:b}.md-search{c:d}}@media screen{.md-search{c:d}}@keyframes fade{0%{a:b}}"
    assert kept(css, ("class", "md-nav")) == "@media print{.md-nav{a:b}}@keyframes fade{0%{a:b}}"


def test_the_traits_of_a_page_are_read_quoted_or_not(tmp_path):
    page = '<p dir=ltr class="one two"><p class=three data-md-color-scheme="slate">class=four'
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "a.js").write_text('list.add("five-six")')
    traits = traits_of([tmp_path / "a.html"], [tmp_path / "a.js"])
    assert {("dir", "ltr"), ("data-md-color-scheme", "slate")} < traits
    assert {word for name, word in traits if name == "class"} == {"one", "two", "three", "list", "add", "five-six"}


def test_a_value_by_name_stays_only_where_a_rule_or_our_style_sheet_reads_it():
    main = next(path for path in style_paths() if "main." in path)
    css = material_styles(frozenset({("class", "md-typeset")}), "p { color: var(--md-footer-fg-color) }")[main].decode()
    assert "--md-footer-fg-color:#fff" in css  # read by ours
    assert "--md-default-fg-color--light:" in css  # read by Material's heading
    assert "--md-mermaid" not in css and "--md-version-icon" not in css
    assert css.startswith("@layer material{") and css.count("{") == css.count("}")


def test_what_is_kept_is_less_than_half_of_what_is_installed():
    whole = sum(map(len, material_styles().values()))
    assert sum(map(len, material_styles(frozenset({("class", "md-nav"), ("class", "md-header")})).values())) < whole / 2
