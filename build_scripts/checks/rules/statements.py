"""A relation can be read and worked out: known claims and numbers, + − × ÷ ( ), and exactly one of = ≤ ≥."""

from __future__ import annotations

from decimal import Decimal

from build_scripts.checks.quote import quote
from build_scripts.ledger.formulas import StatementError, evaluate, split_statement, terms
from build_scripts.ledger.package import Package
from build_scripts.ledger.problem import Problem
from build_scripts.ledger.tables import Tables

CLAIMS = {"funds": "fund_id", "observations": "observation_id"}


def problems(package: Package, tables: Tables) -> list[Problem]:
    """Relations that cannot be read, or that name a claim which is in neither `funds` nor `observations`."""
    known = {key for table, column in CLAIMS.items() for key in tables[table][column]}
    return [
        problem
        for row in tables["relations"].itertuples()
        if row.statement
        for problem in statement_problems(row.Index, row.statement, known)
    ]


def statement_problems(line: int, statement: str, known: set[str]) -> list[Problem]:
    try:
        left, _, right = split_statement(statement)
        for side in (left, right):
            evaluate(side, lambda term: Decimal(1))
    except StatementError as error:
        return [
            Problem(
                "relations",
                line,
                "statement",
                f"{quote(statement, 80)}读不通：{error}",
                f"{quote(statement, 80)} cannot be read: {error}",
                "写成 甲 = 乙 + 丙，各项之间空一格",
                "write it as a = b + c, with single spaces between the terms",
            )
        ]
    return [
        Problem(
            "relations",
            line,
            "statement",
            f"{quote(term)}不是任何一条资金或观测的编号",
            f"{quote(term)} is the id of no fund and no observation",
            "改正编号；符号用 + − × ÷ = ≤ ≥",
            "mend the id; the signs are + − × ÷ = ≤ ≥",
        )
        for term in dict.fromkeys(terms(statement))
        if term not in known
    ]
