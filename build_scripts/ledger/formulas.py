"""Reads the statements of `relations`: claim ids and numbers with + − × ÷ ( ) around one = ≤ or ≥."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

OPERATORS = {"+": 1, "−": 1, "×": 2, "÷": 2}
COMPARISONS = ("=", "≤", "≥")
BRACKETS = ("(", ")")
NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")  # what arithmetic of 28 digits holds; no 1e9999
LONGEST = 200  # tokens of a statement
T = TypeVar("T")


class StatementError(ValueError):
    """A statement that cannot be read; `code` says why, `token` names what stands in the way."""

    def __init__(self, code: str, token: str):
        self.code, self.token = code, token
        super().__init__(f"{code}: {token}")


def split_statement(statement: str) -> tuple[list[str], str, list[str]]:
    """Returns (left tokens, comparison, right tokens); raises StatementError unless exactly one comparison stands."""
    tokens = statement.split()
    if len(tokens) > LONGEST:
        raise StatementError("too_long", str(len(tokens)))
    if long := next((t for t in tokens if t.lstrip("-").replace(".", "").isdigit() and not is_number(t)), None):
        raise StatementError("long_number", long)
    found = [t for t in tokens if t in COMPARISONS]
    if len(found) != 1:
        raise StatementError("one_comparison", str(len(found)))
    at = tokens.index(found[0])
    return tokens[:at], found[0], tokens[at + 1 :]


def terms(statement: str) -> list[str]:
    """Returns the tokens that are neither operators nor numbers: the claim ids."""
    left, _, right = split_statement(statement)
    return [t for t in left + right if t not in (*OPERATORS, *BRACKETS) and not is_number(t)]


def is_number(token: str) -> bool:
    return bool(NUMBER.fullmatch(token))


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
    expect(not wants_term and "(" not in waiting, tokens[-1] if tokens else "")
    while waiting:
        apply(output, waiting.pop())
    return output[0]


def expect(condition: bool, token: str) -> None:
    if not condition:
        raise StatementError("misplaced", token)


def apply(output: list, operator: str) -> None:
    """Replaces the two topmost values by their result; None (not known) spreads."""
    b, a = output.pop(), output.pop()
    if a is None or b is None or (operator == "÷" and b == 0):
        output.append(None)
        return
    output.append({"+": lambda: a + b, "−": lambda: a - b, "×": lambda: a * b, "÷": lambda: a / b}[operator]())
