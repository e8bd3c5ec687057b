"""Reads the statements of `relations`: claim ids and numbers with + − × ÷ ( ) around one = ≤ or ≥."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TypeVar

OPERATORS = {"+": 1, "−": 1, "×": 2, "÷": 2}
COMPARISONS = ("=", "≤", "≥")
T = TypeVar("T")


class StatementError(ValueError):
    """A statement that cannot be read; the message names the token."""


def split_statement(statement: str) -> tuple[list[str], str, list[str]]:
    """Returns (left tokens, comparison, right tokens); raises StatementError unless exactly one comparison stands."""
    tokens = statement.split()
    found = [t for t in tokens if t in COMPARISONS]
    if len(found) != 1:
        raise StatementError(f"one of {' '.join(COMPARISONS)} is needed, {len(found)} found")
    at = tokens.index(found[0])
    return tokens[:at], found[0], tokens[at + 1 :]


def terms(statement: str) -> list[str]:
    """Returns the tokens that are neither operators nor numbers: the claim ids."""
    left, _, right = split_statement(statement)
    return [t for t in left + right if t not in OPERATORS and t not in "()" and not is_number(t)]


def is_number(token: str) -> bool:
    try:
        return Decimal(token).is_finite()
    except InvalidOperation:
        return False


def evaluate(tokens: list[str], read: Callable[[str], T | None]) -> T | None:
    """Returns the value of one side, or None where `read` returns None for a term or a divisor is zero.

    Terms may be anything with + − × ÷ (Decimal, Interval). Precedence and brackets as in school; raises
    StatementError where brackets, operators and terms do not alternate. Method: shunting-yard (Dijkstra 1961).
    """
    output: list[T | None] = []
    waiting: list[str] = []
    wants_term = True
    for token in tokens:
        if token in OPERATORS:
            expect(not wants_term, token)
            while waiting and waiting[-1] != "(" and OPERATORS[waiting[-1]] >= OPERATORS[token]:
                apply(output, waiting.pop())
            waiting.append(token)
            wants_term = True
        elif token == "(":
            expect(wants_term, token)
            waiting.append(token)
        elif token == ")":
            expect(not wants_term and "(" in waiting, token)
            while (operator := waiting.pop()) != "(":
                apply(output, operator)
        else:
            expect(wants_term, token)
            output.append(read(token))
            wants_term = False
    expect(not wants_term and "(" not in waiting, "end")
    while waiting:
        apply(output, waiting.pop())
    return output[0]


def expect(condition: bool, token: str) -> None:
    if not condition:
        raise StatementError(f"'{token}' stands where it cannot")


def apply(output: list, operator: str) -> None:
    """Replaces the two topmost values by their result; None (not known) spreads."""
    b, a = output.pop(), output.pop()
    if a is None or b is None or (operator == "÷" and b == 0):
        output.append(None)
        return
    output.append({"+": lambda: a + b, "−": lambda: a - b, "×": lambda: a * b, "÷": lambda: a / b}[operator]())
