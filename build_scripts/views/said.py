"""The words in which something may be said of a place or pairing: window, statement, headline, helper, answer."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.views.periods import span_of

Subject = tuple[str, str]  # (kind, id)


@dataclass(frozen=True)
class Window:
    """The time a figure speaks of. kind: year | part | span | each | since | until | at | unstated | unstated_sum.

    `year` is a whole single year, `part` lies inside one, `span` are several, `each` every one of several; `since` is
    cumulative with a beginning, `until` cumulative without one, `at` a state at a date; `unstated_sum` is cumulative
    over a time that is not printed. `is_inferred` where the editors supplied the period, `is_judged` where they judged
    whether the figure is a running total; `is_across` where the figure runs from the first round of East–West
    cooperation into the second; `is_placed` where the print speaks of other places
    or of both rounds, and the editors put it under one pairing. `length` is the length of time that is printed where
    a beginning or an end is not (近两年来), else ''. `is_early` where the document appeared before
    the window had ended. `is_open` where a running total of the present round says neither since when nor for how
    long. `is_followed` where sums of later years are printed that cannot lead (views/later_sums.py). `is_in_course`
    where of its document no more is known than that it appeared in the last year of the window.
    """

    kind: str
    period: str | None
    is_inferred: bool = False
    is_across: bool = False
    is_placed: bool = False
    length: str = ""
    is_early: bool = False
    is_judged: bool = False
    is_followed: bool = False
    is_open: bool = False
    is_in_course: bool = False

    @property
    def last(self) -> str:
        """The last day; '' where none is stated."""
        return span_of(self.period)[1] if self.period else ""


@dataclass(frozen=True)
class Statement:
    """One printed amount with all that its sentence must hold."""

    claim_id: str
    subject: Subject
    payer: Subject | None  # (place | organisation, id); None where no document says who gives the money
    fund_source: str
    stage: str
    window: Window
    age: int | None  # whole years from the end of the window to the day of the edition


@dataclass(frozen=True)
class Headline:
    """What may be said first of a pairing or place: `lead` is assistance, `others` are named kinds of money.

    `lead` is fiscal assistance, or a mixed sum under its own name where no current fiscal figure is printed.
    """

    lead: Statement | None
    others: tuple[Statement, ...]
    fiscal: tuple[Statement, ...] = ()  # every statement of fiscal assistance that may be said, the latest first

    @property
    def first(self) -> Statement | None:
        """The one statement where there is room for one: what leads, else the first of the named kinds."""
        return self.lead or next(iter(self.others), None)

    @property
    def assistance(self) -> Statement | None:
        """What leads, else what a document calls help without saying what kind of money it is."""
        return self.lead or next((each for each in self.others if each.fund_source == "not_stated"), None)


NOTHING = Headline(None, ())


@dataclass(frozen=True)
class Term:
    """The years of a pairing by one document; without them where it states none."""

    first: str | None  # year, as stated
    last: str | None
    dates_basis: str


@dataclass(frozen=True)
class Helper:
    """One pairing seen from its recipient.

    `term` is that of the row that is shown; `told` are the years to be told instead, where that does not say them all.
    `seen` is the year of the latest document that speaks of it, `is_seen_judged` where none of that year prints its own
    date. `is_judged` where no document pairs the two: the
    editors read the pair from works, money or lists.
    """

    pairing_id: str
    provider: Subject  # (place | organisation, id)
    programme: str
    term: Term
    seen: str | None
    told: tuple[Term, ...] = ()
    is_judged: bool = False
    is_round_judged: bool = False  # the editors chose the round, without a dated document or against it
    stated_of: tuple[str, str] = ("", "")  # in Chinese and English: of which part of the two places the print speaks
    is_seen_judged: bool = False
    begins: str = ""  # the first and the last day of the term of the row that is shown, '' where it has none
    ends: str = ""


@dataclass(frozen=True)
class Answer:
    """What is known of the help one place receives. Helpers are ordered: the last seen first."""

    place_id: str
    present: tuple[Helper, ...]  # East–West helpers of the present round whose term has not ended
    former: tuple[Helper, ...]  # those before, the latest first
    other: tuple[Helper, ...]  # of other programmes: paired support, help within a province
    money: tuple[Statement, ...]  # the leading statement of each payer, the latest first
    projects: int  # at the place or within it
    proofs: tuple[tuple[str, int], ...]  # state of proof -> claims behind all this
    rounds: frozenset[str]  # East–West programmes whose arrangement takes in the place (programme_scope)
    several: tuple[Helper, ...] = ()  # where a document names several policies together
    coming: tuple[Helper, ...] = ()  # East–West helpers of the present round whose term has not begun
    within: tuple[str, ...] = ()  # pairings of the present round with places below it
    within_ever: tuple[str, ...] = ()  # East–West pairings with places below it, of whichever round

    @property
    def judged(self) -> frozenset[str]:
        """The pairings that no document states: the editors read them."""
        helpers = (*self.present, *self.coming, *self.former, *self.several, *self.other)
        return frozenset(helper.pairing_id for helper in helpers if helper.is_judged)

    @property
    def is_known(self) -> bool:
        return bool(self.present or self.coming or self.former or self.other or self.several)


@dataclass(frozen=True)
class ProvincePair:
    """Two provinces that the arrangement of the present round joins, and what was last printed of their money."""

    provider: str
    recipient: str
    pairing_id: str | None
    statement: Statement | None


@dataclass(frozen=True)
class Held:
    """How much of East–West assistance the ledger holds; general reports of poverty work are not counted."""

    pairings: int
    present: int  # of these the pairings of the present round
    judged: int  # of these those whose round the editors inferred
    figures: int  # about such a pairing, a project of one, or a place in a document on paired assistance
    proved: int
    sources: int  # documents that print them


@dataclass(frozen=True)
class FrontPage:
    national: tuple[Statement, ...]  # fiscal assistance of the whole nation, one statement a window, the latest first
    pairs: tuple[ProvincePair, ...]  # in the order of the arrangement
    held: Held
    failing: tuple[str, ...]  # audit ids: sums within one document and stage that do not add up, newest document first
