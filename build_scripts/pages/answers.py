"""Who helps a place, in sentences: the answer that a county's page, the lists of counties and the finder give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from build_scripts.pages.above import AnswerAbove
from build_scripts.pages.addresses import record_path
from build_scripts.pages.book import Book, marked_year
from build_scripts.pages.helper_terms import by_policy, is_open, listed_terms, seen_judged, seen_said
from build_scripts.pages.names import html_name
from build_scripts.views.answers import going_on, is_helped, reaches, recipients_by_helper, stand_ins
from build_scripts.views.programmes import PRESENT, PRESENT_FROM
from build_scripts.views.said import Answer, Helper

SINCE, ENDED = PRESENT_FROM[:4], str(int(PRESENT_FROM[:4]) - 1)  # the first year of this round, the last of the other
FEW = 6  # helpers that are named; provinces have dozens below them, but few of their own


@dataclass(frozen=True)
class AnswerWords:
    """The words of answers on one page; `to` gives the address of a path as seen from it."""

    book: Book
    to: Callable[[str], str]

    def answer_lines(self, place_id: str) -> list[Markup]:
        """Returns what is known of the help a place receives, sentence by sentence; of a county never nothing.

        Where no present helper of the place itself was read, the answers of the places above it follow, named as such;
        not of a county outside every arrangement, which they do not reach.
        """
        above = (line for each in self.answers_above(place_id) for line in self.said_above(each))
        return [*self.own_lines(place_id), *above]

    def said_above(self, above: AnswerAbove, is_one: bool = True) -> list[Markup]:
        """Returns the answer of a place above one place, or above several that have the same."""
        key = ("above_all", "above")[is_one] if above.is_whole else ("above_all_in_part", "above_in_part")[is_one]
        return [self.book.say(f"said.answer.{key}", place=self.link("place", above.place_id)), *above.lines]

    def own_lines(self, place_id: str) -> list[Markup]:
        """Returns what is known of a place itself."""
        answer = self.book.views.answers.get(place_id)
        if answer is None:
            return []
        if answer.is_known:
            return [*self.out_of_scope(answer), *self.sentences(answer)]
        key = "not_helped" if place_id in self.book.index.as_provider else "not_read"
        not_read = self.book.say(f"said.answer.{key}", place=self.name(place_id))
        return [not_read, *self.within_ever(answer), *self.out_of_scope(answer)]

    def answers_above(self, place_id: str) -> list[AnswerAbove]:
        """Returns the answers of the places above, where nobody is known to help a place itself now."""
        answers = self.book.views.answers
        answer = answers.get(place_id)
        is_left = answer is None or is_helped(answer) or (answer.is_known and PRESENT not in answer.rounds)
        if is_left or not answer.rounds:
            return []
        found, is_told = [], False
        for above in stand_ins(place_id, answers, self.book.views.places):
            told = self.reaching(place_id, above)
            known = lines = self.helpers_said(told)
            if is_told:  # who helps now stands with a nearer place
                lines = self.helpers_said(replace(told, present=going_on(told), rounds=frozenset()))
            if lines:
                found.append(AnswerAbove(above, told.former == answers[above].former, tuple(known), tuple(lines)))
            is_told = is_told or is_helped(told)
        return found

    def reaching(self, place_id: str, above: str) -> Answer:
        """Returns the answer of a place `above`, without those of before who helped only other parts of it."""
        answer, places = self.book.views.answers[above], self.book.views.places
        if "scope" not in self.book.kept:
            self.book.kept["scope"] = recipients_by_helper(self.book.views.tables["programme_scope"])
        scope = self.book.kept["scope"]
        return replace(answer, former=tuple(h for h in answer.former if reaches(h, above, place_id, scope, places)))

    def sentences(self, answer: Answer) -> list[Markup]:
        """Returns helpers, projects and how sure all of it is; money stands apart, with its receipts."""
        proofs = dict(answer.proofs)
        lines = self.helpers_said(answer)
        if answer.projects:
            lines.append(self.book.say("said.answer.projects", n=answer.projects))
        if proofs:
            lines.append(self.sureness_said(sum(proofs.values()), proofs.get("proved", 0), proofs.get("position", 0)))
        return lines

    def helpers_said(self, answer: Answer) -> list[Markup]:
        """Returns who helps now, who did before, and who helps by other programmes; where the present round reaches a
        place and nobody was read of it, that this is not known: who helped before may go on.
        """
        stated = tuple(helper for helper in answer.present if not helper.is_judged)
        judged = [helper for helper in answer.present if helper.is_judged]
        lines = [self.present_said(stated)] if stated else []
        if judged:
            names = self.first_of(self.with_year_seen(replace(helper, is_judged=False)) for helper in judged)
            lines.append(self.book.say("said.answer.now_judged", helpers=names))
        groups = {"coming": answer.coming, "before": answer.former, "several": answer.several}
        for key, helpers in (*groups.items(), *by_policy(answer.other)):
            if helpers:
                lines.append(self.book.say(f"said.answer.{key}", helpers=self.with_terms(helpers, answer)))
        is_told = any((helper.seen or "") >= SINCE for helper in answer.several)
        is_group = self.book.views.places.level(answer.place_id) == "group"  # its members are not all known
        if answer.former and not answer.present and not is_told and not is_group and PRESENT in answer.rounds:
            lines.append(self.now_unread(answer))
        return lines

    def now_unread(self, answer: Answer) -> Markup:
        """Returns that nothing was read of who helps a place now, and the present pairings of places within it."""
        if not answer.within:
            return self.book.say("said.answer.now_unread")
        pairings = self.first_of(self.pairing_link(key) for key in answer.within)
        return self.book.say("said.answer.within", place=self.name(answer.place_id), pairings=pairings)

    def with_terms(self, helpers: tuple[Helper, ...], answer: Answer) -> Markup:
        """Returns helpers with their years, those that the editors read themselves last; of one that stands there twice
        the policy too.
        """
        several = {p for p, n in Counter(helper.provider for helper in helpers).items() if n > 1}
        beside = (*answer.present, *answer.former)
        in_order = sorted(helpers, key=lambda helper: helper.is_judged)
        return self.first_of(
            self.with_term(h, h.provider in several, (*self.around(h, beside), *self.goes_on(h, answer)))
            for h in in_order
        )

    def within_ever(self, answer: Answer) -> list[Markup]:
        """Returns the pairings with places below one that has none, and which of them are of the round before."""
        if not answer.within_ever:
            return []
        before = self.book.say("said.answer.round_before", year=marked_year(ENDED))
        links = ((key, self.pairing_link(key)) for key in answer.within_ever)
        pairings = self.first_of(link if key in answer.within else link + before for key, link in links)
        return [self.book.say("said.answer.within_ever", pairings=pairings)]

    def present_said(self, helpers: tuple[Helper, ...]) -> Markup:
        """Returns who helps now and the year each was last seen in; the year once where it is the same of all."""
        years = {helper.seen or "" for helper in helpers}
        if len(years) > 1:
            names = self.first_of(self.with_year_seen(helper) for helper in helpers)
            return self.book.say("said.answer.now_each", helpers=names, year=marked_year(SINCE))
        seen, is_judged = years.pop(), all(helper.is_seen_judged for helper in helpers)
        names = self.first_of(
            self.with_remarks(helper, *([] if is_judged else seen_judged(self.book, helper))) for helper in helpers
        )
        key, year = ("now_seen_judged" if is_judged else "now", seen) if seen else ("now_undated", SINCE)
        return self.book.say(f"said.answer.{key}", helpers=names, year=marked_year(year))

    def with_year_seen(self, helper: Helper) -> Markup:
        """Returns a helper with the year of the latest document that speaks of it."""
        key = "seen" if helper.seen else "undated"
        year = self.book.say(f"said.answer.{key}", year=marked_year(helper.seen or ""))
        return self.with_remarks(helper, year, *seen_judged(self.book, helper))

    def with_remarks(self, helper: Helper, *remarks: Markup) -> Markup:
        """Returns a helper with remarks in one pair of brackets, and that the editors read the pair, where they did."""
        stated = helper.stated_of[self.book.lang != "zh"]
        part = [self.book.say("said.answer.stated_of", text=self.book.printed(stated))] if stated else []
        part += [self.book.say("said.answer.round_judged")] * helper.is_round_judged
        said = [*remarks, *part, *([self.book.say("said.answer.judged")] if helper.is_judged else [])]
        if not said:
            return self.helper_link(helper)
        comma = Markup(self.book.text("pages.list_comma"))
        return self.book.say("said.answer.one", helper=self.helper_link(helper), remarks=comma.join(said))

    def out_of_scope(self, answer: Answer) -> list[Markup]:
        """Returns that a place is outside the present round, or outside every arrangement that the ledger holds."""
        if PRESENT in answer.rounds or answer.present or answer.coming or answer.several or answer.other:
            return []
        if not self.book.views.places.province_of(answer.place_id):  # a document hides which it is
            return []
        if not answer.rounds and not answer.former:
            return [self.book.say("said.answer.never", place=self.name(answer.place_id))]
        province = self.book.views.places.province_of(answer.place_id)
        return [self.book.say("said.answer.out", place=self.name(province), year=marked_year(SINCE))]

    def sureness_said(self, figures: int, proved: int, position: int) -> Markup:
        if position:
            counts = {"n": counted(figures), "proved": counted(proved), "position": counted(position)}
            return self.book.say("said.answer.sure_open", **counts)
        if proved in (0, figures):
            return self.book.say(f"said.answer.sure_{'all' if proved else 'none'}", n=figures)
        return self.book.say("said.answer.sure_some", n=counted(figures), proved=counted(proved))

    def around(self, helper: Helper, beside: tuple[Helper, ...]) -> tuple[Markup, ...]:
        """Returns that a helper is where another one lies: it was not replaced by that, or came beside it."""
        places, key = self.book.views.places, helper.provider[1]
        of_its_round_first = sorted(beside, key=lambda other: other.programme != helper.programme)
        chains = ((other.provider[1], places.chain(other.provider[1])) for other in of_its_round_first)
        inner = next((inner for inner, chain in chains if key in chain[1:]), None)
        return (self.book.say(f"said.answer.around.{places.level(key)}", place=self.name(inner)),) if inner else ()

    def goes_on(self, helper: Helper, answer: Answer) -> tuple[Markup, ...]:
        """Returns of a helper of before that it helps places within the place now, where it does."""
        rows, present = self.book.index.rows["pairings"], {now.provider for now in answer.present}
        if helper not in answer.former or helper.provider in present:
            return ()
        is_within = any(rows[key]["provider_place_id"] == helper.provider[1] for key in answer.within)
        return (self.book.say("said.answer.goes_on"),) if is_within else ()

    def with_term(self, helper: Helper, is_twice: bool = False, around: tuple[Markup, ...] = ()) -> Markup:
        """Returns a helper with the years of its help: 东莞市（2016–2020 年）; with the policy too where it `is_twice`
        in the list, and that it is `around` a present one.
        """
        programme = [self.book.say(f"pages.programme.{helper.programme}")] if is_twice else []
        years = listed_terms(self.book, helper.told or (helper.term,))
        seen = seen_said(self.book, helper) if is_open(helper) else []
        return self.with_remarks(helper, *programme, *around, years, *seen)

    def helper_link(self, helper: Helper) -> Markup:
        """Returns the provider's name, of a district or town with the division above it, as a link to the pairing."""
        kind, key = helper.provider
        names = self.book.names
        text = html_name(self.book, names.full_place(key) if kind == "place" else names.subject(kind, key))
        return Markup('<a href="{}">{}</a>').format(self.to(record_path("pairing", helper.pairing_id)), text)

    def pairing_link(self, key: str) -> Markup:
        text = html_name(self.book, self.book.names.pairing(key, full=True))
        return Markup('<a href="{}">{}</a>').format(self.to(record_path("pairing", key)), text)

    def link(self, kind: str, key: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(self.to(record_path(kind, key)), self.name(key))

    def name(self, place_id: str) -> Markup:
        return html_name(self.book, self.book.names.place(place_id))

    def first_of(self, items: Iterable[Markup]) -> Markup:
        """Returns the first few of a list, and how many there are where it holds more."""
        items = tuple(items)
        listed = self.listed(items[:FEW])
        if len(items) <= FEW:
            return listed
        return self.book.say("said.answer.among", helpers=listed, n=counted(len(items)))

    def listed(self, items: Iterable[Markup]) -> Markup:
        return Markup(self.book.text("said.answer.list")).join(items)


def counted(n: int) -> Markup:
    return Markup('<data class="count" value="{0}">{0}</data>').format(n)
