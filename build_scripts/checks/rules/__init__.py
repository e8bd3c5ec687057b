"""What only code can check: one cross-table rule a file, all of them run in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import ModuleType

from build_scripts.checks.rules import (
    canonical_form,
    clean_text,
    currency,
    cycles,
    dates,
    dates_agree,
    drawn_names,
    each_year,
    ends_swapped,
    enterprise_money,
    figures_agree,
    file_forms,
    foreign_keys,
    inferred_columns,
    inferred_starts,
    measures_used,
    offsets,
    pairing_ends,
    part_above_whole,
    part_years,
    parts,
    past_the_round,
    payers,
    place_codes,
    place_parents,
    plain_cells,
    printed_once,
    private_data,
    project_places,
    redactions,
    reserved_ids,
    retired_ids,
    row_counts,
    same_reports,
    scope_of_rounds,
    scripts,
    source_ranges,
    source_texts,
    source_watch,
    spreadsheet_marks,
    stages_named,
    stale_proofs,
    statements,
    subjects,
    successions,
    terms,
    twins,
    umbrellas,
    unique_ids,
    unique_keys,
    units_agree,
    urls,
    years,
)
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import RawTables, Tables

# Rules of the files and their bare cells: problems(package, raw).
CELL_RULES = (file_forms, canonical_form, plain_cells, clean_text, spreadsheet_marks, private_data, urls, drawn_names)

# Rules of the rows and what they mean: problems(package, tables).
ROW_RULES = (
    row_counts,
    unique_ids,
    reserved_ids,
    retired_ids,
    unique_keys,
    foreign_keys,
    cycles,
    dates,
    subjects,
    parts,
    statements,
    inferred_columns,  # ids, links, sums
    source_ranges,
    source_texts,
    offsets,
    scripts,
    figures_agree,
    units_agree,
    currency,
    dates_agree,
    printed_once,
    stale_proofs,
    source_watch,  # sources and evidence
    pairing_ends,
    successions,
    place_codes,
    place_parents,
    redactions,
    umbrellas,
    measures_used,
    scope_of_rounds,
    past_the_round,
    inferred_starts,
    part_years,
    stages_named,
    enterprise_money,
    each_year,
    payers,
    same_reports,  # what rows mean
    twins,
    years,
    terms,
    part_above_whole,
    ends_swapped,
    project_places,  # what is unlikely
)
RULES = CELL_RULES + ROW_RULES


def cell_problems(package: Package, raw: RawTables, rules: Iterable[ModuleType] = CELL_RULES) -> list[Problem]:
    """Returns the findings of these rules of cells, by file and line."""
    return sorted(problem for rule in rules for problem in run_rule(rule, package, raw))


def row_problems(package: Package, tables: Tables) -> list[Problem]:
    """Returns the findings of every rule of rows, by file and line."""
    return sorted(problem for rule in ROW_RULES for problem in run_rule(rule, package, tables))


def run_rule(rule: ModuleType, package: Package, data: RawTables | Tables) -> list[Problem]:
    """Returns the findings of one rule, `rule` in each of them the name of its module."""
    name = rule.__name__.rpartition(".")[2]
    return [replace(problem, rule=name) for problem in rule.problems(package, data)]
