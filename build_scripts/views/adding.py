"""What may be added up: one table of rules for every sum of the ledger.

A claim stays out by itself (ALONE), or because another claim of the sum may hold the same money (`may_hold_the_same`).
Among claims that exclude each other the choice is the one that says most: the widest and longest first, then a claim
that was left out takes the place of those it excludes wherever it is larger than all of them together. So a sum is
never smaller than a claim it leaves out for overlap, and windows that do not meet are united.

Double counting down the chain is the known fault of sums over aid data (IATI, technical paper on double counting,
2016); the rules here leave out whatever cannot be told apart, and every sum says what it left out and why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.reading.currency import foreign_currency
from build_scripts.views.model import Claim
from build_scripts.views.periods import Span, length_in_days, span_of

BEGINNING, END = "0000-01-01", "9999-12-31"


@dataclass(frozen=True)
class Choice:
    """Claims that add up, and (claim id, reason) of the rest."""

    included: tuple[Claim, ...]
    left_out: tuple[tuple[str, str], ...]

    @property
    def value(self) -> Decimal:
        return added(self.included)


def choose(
    group: Iterable[Claim],
    shown: set[str],
    excludes: Callable[[Claim, Claim], str | None],
    width: Callable[[Claim], int] = lambda claim: 0,
    family: Callable[[Claim], Hashable] = lambda claim: None,
) -> Choice:
    """Returns the claims of a group that add up, and why each other one is left out.

    `shown` are the claims their facts show; `excludes` gives the reason why two claims must not be added, or None;
    `width` orders claims of wider areas first (smaller is wider). The order of the rows plays no part beyond ties.
    Claims of different `family` must never exclude each other: each family is settled by itself, since every claim of
    a large group asked of every other takes the square of its size.
    """
    group = sorted(group, key=lambda c: (width(c), -length_in_days(c.period), c.row))
    addable = {c.claim_id for c in group if reason_alone(c, shown) is None}
    reasons = {c.claim_id: reason_alone(c, shown) or ("part" if c.part_of in addable else None) for c in group}
    families: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in group:
        if reasons[claim.claim_id] is None:
            families[family(claim)].append(claim)
    for related in families.values():
        reasons |= reasons_among(related, excludes)
    left_out = tuple((claim_id, reason) for claim_id, reason in reasons.items() if reason)
    return Choice(tuple(claim for claim in group if reasons[claim.claim_id] is None), left_out)


def reasons_among(claims: list[Claim], excludes: Callable[[Claim, Claim], str | None]) -> dict[str, str]:
    """Returns claim id -> why it is left out, of the claims that the settled choice of them does not take."""
    chosen = settled(claims, excludes)
    taken = {claim.claim_id for claim in chosen}
    out = [claim for claim in claims if claim.claim_id not in taken]
    return {c.claim_id: next(filter(None, (excludes(c, other) for other in chosen))) for c in out}


def settled(claims: list[Claim], excludes: Callable[[Claim, Claim], str | None]) -> list[Claim]:
    """Returns claims none of which excludes another: greedily in order, then whatever outweighs what it displaces.

    Each exchange makes the sum larger, so it ends: a weighted independent set that no exchange of one can improve.
    """
    chosen = united([], claims, excludes)
    while swap := next(outweighing(claims, chosen, excludes), None):
        gained, displaced = swap
        chosen = united([c for c in chosen if c not in displaced] + gained, claims, excludes)
    return sorted(chosen, key=claims.index)


def united(chosen: list[Claim], claims: list[Claim], excludes: Callable) -> list[Claim]:
    """Returns `chosen` with every further claim that nothing in it excludes, in order."""
    for claim in claims:
        if claim not in chosen and not any(excludes(claim, other) for other in chosen):
            chosen = [*chosen, claim]
    return chosen


def outweighing(claims: list[Claim], chosen: list[Claim], excludes: Callable) -> Iterator[tuple[list, list]]:
    """Yields (claims to take in, claims they displace) where the first say more than the second.

    Either one claim against all that it displaces, or all that only one chosen claim keeps out against that one.
    """
    kept_out: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim not in chosen:
            displaced = [other for other in chosen if excludes(claim, other)]
            if claim.value > added(displaced):
                yield [claim], displaced
            if len(displaced) == 1:
                kept_out[displaced[0].claim_id].append(claim)
    for claim in chosen:
        gained = united([], kept_out[claim.claim_id], excludes)
        if added(gained) > claim.value:
            yield gained, [claim]


def added(claims: Iterable[Claim]) -> Decimal:
    return sum((claim.value for claim in claims), Decimal(0))


def shared_qualifier(claims: Iterable[Claim]) -> str:
    """Returns the qualifier of a sum: that of the figures that are not exact, `about` where those differ."""
    qualifiers = {claim.qualifier for claim in claims} - {"exact"}
    return qualifiers.pop() if len(qualifiers) == 1 else "about" if qualifiers else "exact"


def reason_alone(claim: Claim, shown: set[str]) -> str | None:
    """Returns why a claim belongs to no sum at all, or None."""
    return next((reason for reason, is_so in ALONE.items() if is_so(claim, shown)), None)


ALONE: dict[str, Callable[[Claim, set[str]], bool]] = {
    "no_digits": lambda claim, shown: claim.value is None,
    "not_in_totals": lambda claim, shown: not claim.in_totals,
    "expected": lambda claim, shown: claim.basis == "expected",
    "currency": lambda claim, shown: is_foreign(claim),
    "goods": lambda claim, shown: claim.instrument == "in_kind",
    "not_in_period": lambda claim, shown: claim.table == "observations" and claim.basis != "in_period",
    "other_claim": lambda claim, shown: claim.claim_id not in shown,
    "re_post": lambda claim, shown: claim.repeats is not None,
}


def is_foreign(claim: Claim) -> bool:
    """True where money is printed in another currency than yuan."""
    return claim.table == "funds" and foreign_currency(claim.as_printed) is not None


def may_hold_the_same(a: Claim, b: Claim, witness: Callable[[str], str] = str) -> str | None:
    """Returns why two claims on one subject must not be added: `same_print`, `re_post` or `overlap`; else None.

    `witness` gives the document of which a source is a copy. Inside one document rows with different labels or payers
    are different things, unless the time of one label reaches into that of another (`reaches_into`); across documents
    nothing says so, wherever their windows may meet.
    """
    if a.source_id == b.source_id:
        if a.start is not None and (a.start, a.as_printed) == (b.start, b.as_printed):
            return "same_print"
        if a.payer_id != b.payer_id or (a.label_zh != b.label_zh and not reaches_into(a, b)):
            return None
    return across(a, b, "overlap", witness)


def across(a: Claim, b: Claim, reason: str | None, witness: Callable[[str], str]) -> str | None:
    """Returns why two claims must not be added where money of what they are stated of may be the same for a `reason`.

    That reason where their windows meet; `re_post` where a copy prints the amount of what it copies of another time.
    """
    is_copied = a.source_id != b.source_id and witness(a.source_id) == witness(b.source_id)
    if reason and is_copied and a.value == b.value:
        return "re_post"
    return reason if reason and meet(a, b) else None


def reaches_into(a: Claim, b: Claim) -> bool:
    """True where of two things under two labels of one document one may hold the other by its time.

    A running total or a stock may hold whatever it meets, a period what lies inside it, and what bears no period
    anything. Two of one window are different things, and so are parts of one whole.
    """
    x, y = window_of(a), window_of(b)
    if x == y or (a.part_of and a.part_of == b.part_of):
        return False
    if {a.basis, b.basis} & {"cumulative", "as_of"}:
        return meet(a, b)
    (first, last), (low, high) = x, y
    return (first <= low and high <= last) or (low <= first and last <= high)


def meet(a: Claim, b: Claim) -> bool:
    """True where the windows of two claims may share a day (see `window_of`)."""
    (x, y), (u, v) = window_of(a), window_of(b)
    return x <= v and u <= y


def window_of(claim: Claim) -> Span:
    """Returns first and last day that a claim's figure may speak of.

    What reaches back may begin at any time; a figure without a period may be of any.
    """
    span = span_of(claim.period)
    if span is None:
        return BEGINNING, END
    return (BEGINNING, span[1]) if reaches_back(claim) else span


def reaches_back(claim: Claim) -> bool:
    """True where a figure may hold what came at any time before its end: money that was there on a day does, too."""
    is_stock = claim.table == "funds" and claim.basis == "as_of" and bool(claim.period)
    return is_stock or has_open_start(claim)


def has_open_start(claim: Claim) -> bool:
    """True where a cumulative figure does not say since when."""
    return claim.basis == "cumulative" and bool(claim.period) and "/" not in claim.period
