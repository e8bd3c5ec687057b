"""A relation can be read and worked out: known claims and numbers, + − × ÷ ( ), and exactly one of = ≤ ≥.

One whose sides are apart in scope says in its note where they differ.
"""

from __future__ import annotations

from decimal import Decimal

from build_scripts.checks.suggest import suggest_words
from build_scripts.ledger.formulas import StatementError, evaluate, split_statement, terms
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, rows_of

CLAIMS = {"funds": "fund_id", "observations": "observation_id"}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Relations that cannot be read, or that name a claim which is in neither `funds` nor `observations`."""
    known = {key for table, column in CLAIMS.items() for key in tables[table][column]}
    unreadable = [
        problem
        for row in rows_of(tables["relations"])
        if row.statement
        for problem in statement_problems(row.Index, row.statement, known)
    ]
    unsaid = [
        finding("relations", row.Index, "note", "apart_unsaid")
        for row in tables["relations"].itertuples()
        if row.is_apart is True and not row.note
    ]
    return unreadable + unsaid


def statement_problems(line: int, statement: str, known: set[str]) -> list[Problem]:
    try:
        left, _, right = split_statement(statement)
        for side in (left, right):
            evaluate(side, lambda term: Decimal(1))
    except StatementError as error:
        reason = {"because": error.code, "token": error.token}
        return [finding("relations", line, "statement", "unreadable", statement=statement, **reason)]
    return [
        finding("relations", line, "statement", "unknown", term=term, **suggest_words(term, known))
        for term in dict.fromkeys(terms(statement))
        if term not in known
    ]
