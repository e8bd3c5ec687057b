"""What only code can check: one cross-table rule a file, all of them run in one pass."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.checks.rules import (
    canonical_form,
    clean_text,
    cycles,
    dates,
    figures_agree,
    file_forms,
    foreign_keys,
    inferred_columns,
    measures_used,
    offsets,
    pairing_ends,
    parts,
    place_codes,
    place_parents,
    plain_cells,
    private_data,
    redactions,
    row_counts,
    scripts,
    source_ranges,
    source_texts,
    statements,
    subjects,
    successions,
    umbrellas,
    unique_ids,
    unique_keys,
    urls,
)
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

RULES = (
    file_forms,
    canonical_form,
    row_counts,
    plain_cells,
    clean_text,
    private_data,
    urls,  # the files and their cells
    unique_ids,
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
    figures_agree,  # sources and evidence
    pairing_ends,
    successions,
    place_codes,
    place_parents,
    redactions,
    umbrellas,
    measures_used,  # what rows mean
)


def rule_problems(package: Package, tables: Tables) -> list[Problem]:
    """Returns the findings of every rule, by file and line; `rule` is the name of the rule's module."""
    return sorted(
        replace(problem, rule=rule.__name__.rpartition(".")[2])
        for rule in RULES
        for problem in rule.problems(package, tables)
    )
