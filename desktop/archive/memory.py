"""What was fetched from an archive, kept in step with what its holder stores in one errand."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, select

from desktop.analysis.history import History, Past, Span, Subject, ToldOfSpan
from desktop.archive import at_first, bulk, chronicle, composing
from desktop.archive.composing import Composed
from desktop.archive.connected import on_server
from desktop.archive.enrolled import Enrolled, Kept
from desktop.archive.fetched import Fetched
from desktop.archive.one_return import Newest, newest
from desktop.archive.precedence import Precedence
from desktop.archive.rows import FIRMNESS, Placed, place_of, placed
from desktop.archive.schema import current_figures, figures, periods, series, terms
from desktop.figures.figure import FigureRow

Lot = tuple[int, int]
"""Figures are fetched by the lot: all of one shelf (`detail`) and one period."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What comparing learned, and storing asks for again: true as long as nothing is changed."""

    change: int
    placed: tuple[Sequence[FigureRow], Placed]
    subjects: dict[Subject, int | None]
    numbered: tuple[Sequence[Subject], dict[Subject, int]]
    periods: Mapping[Span, int]
    terms: dict[str, int]
    units: dict[int, str]
    enrolled: Enrolled
    composed: tuple[Sequence[FigureRow], Composed] | None


Left = deque[Learned]


class Memory:
    """Figures, numbers and returns that an archive need not be asked for again.

    It holds what it was asked for and no more, and forgets all of it as soon as anybody else has
    changed the archive. To be used by one thread at a time.
    """

    def __init__(
        self,
        committed: Callable[[], None] = lambda: None,
        *,
        whole: bool = True,
        left: Left | None = None,
    ) -> None:
        """Begin with nothing; `committed` hears of each transaction that stored with it.

        Unless they are to be `whole`, comparisons tell only the checks that do not agree.
        What another has `left` is taken up, and nobody else has it then.
        """
        self.committed, self.whole, self._left = committed, whole, left
        self._before = left.pop() if left else None
        self._placed = self._before.placed if self._before else ((), placed(()))
        self._stored: tuple[Kept, Placed] | None = None
        self.forget()

    def forget(self) -> None:
        """Let go of everything: the archive may be another now."""
        self._changes = -1
        self._subjects: dict[Subject, int | None] = {}
        self._numbered: tuple[Sequence[Subject], dict[Subject, int]] = ((), {})
        self._terms: dict[str, int] = {}
        self._composed: tuple[Sequence[FigureRow], Composed] | None = None
        self._spans: dict[int, Span] = {}
        self._ending: dict[int, list[int]] = defaultdict(list)
        self._histories: dict[str, History] = defaultdict(History)
        self._unsettled: list[Fetched] = []
        self._lots_held: set[Lot] = set()
        self._lots_told: set[Lot] = set()
        self._untold: set[int] = set()
        self._units: dict[int, str] = {}
        self._has_all = False
        self.periods: dict[Span, int] = {}
        self.held: dict[int, Past] = {}

    def current(self, connection: Connection) -> Memory:
        """Forget what another has changed since; give what is left."""
        changes = chronicle.changes(connection)
        if changes != self._changes:
            self.forget()
            before, self._before = self._before, None
            if before and before.change == changes:
                self._recall(before)
            else:
                self._begin(connection)
            self._changes = changes
        return self

    def leave(self) -> None:
        """Forget all but what storing would ask for again, where nothing was stored."""
        if self._left is not None and self._changes >= 0 and not (self._stored or self._has_all):
            self._left.append(
                Learned(
                    self._changes, self._placed, self._subjects, self._numbered, self.periods,
                    self._terms, self._units, self.enrolled, self._composed,
                )
            )  # fmt: skip
        self.forget()

    def _recall(self, learned: Learned) -> None:
        for span, number in learned.periods.items():
            self._new_period(number, span)
        self._subjects, self._numbered = learned.subjects, learned.numbered
        self._terms, self._units = learned.terms, learned.units
        self.enrolled, self._composed = learned.enrolled, learned.composed

    def _begin(self, connection: Connection) -> None:
        out, stored = set(), False
        for kind, number, text, first, last in connection.execute(at_first.AT_FIRST).all():
            if kind == at_first.SPAN:
                self._new_period(number, (text, first, last))
            elif kind == at_first.UNIT:
                self._units[number] = text
            elif kind == at_first.OUT:
                out.add(number)
            else:
                stored = True
        # Of an empty archive nothing is unknown, nor of what is stored in it from now on.
        self._has_all = not (self.periods or self._units or stored)
        self.enrolled = Enrolled(out, is_empty=not stored)

    @property
    def change(self) -> int:
        """Number of the archive's last change of which it is."""
        return self._changes

    @property
    def returns(self) -> Mapping[int, Kept]:
        """The returns that what was fetched stands in, by number."""
        return self.enrolled.known

    def _new_period(self, number: int, span: Span) -> None:
        self.periods[span] = number
        self._spans[number] = span
        self._ending[span[2]].append(number)

    # What a reading speaks of ------------------------------------------------------------------

    def placed(self, rows: Sequence[FigureRow]) -> Placed:
        """Place a reading's rows, once for comparing and storing."""
        if self._placed[0] is not rows:
            self._placed = rows, placed(rows)
        return self._placed[1]

    def subjects(self, connection: Connection, rows: Sequence[FigureRow]) -> dict[Subject, int]:
        """Give the numbers of a reading's subjects, of those that the archive knows."""
        asked, known = self.placed(rows).laid.subjects, self._subjects
        if self._numbered[0] is not asked:
            if keys := self._keys_of(rows, known):
                found = {} if self._has_all else bulk.known(connection, series, keys)
                known |= {s: found.get(key) for key, s in keys.items()}
            numbers = {s: number for s in asked if (number := known[s]) is not None}
            self._numbered = asked, numbers
        return self._numbered[1]

    def _keys_of(
        self, rows: Sequence[FigureRow], but: Collection[Subject]
    ) -> dict[tuple[Any, ...], Subject]:
        """Give a reading's subjects by the keys of their series, but for some."""
        found = self.placed(rows)
        every = zip(found.laid.subjects, found.shelves, strict=True)
        return {_series_key(s, shelf): s for s, shelf in every if s not in but}

    def hold(self, connection: Connection, lots: Collection[Lot]) -> None:
        """Have the figures that the archive shows now; see `held`."""
        for detail, wanted in self._missing(connection, lots, self._lots_held):
            here = _SHOWN.where(current_figures.c.detail == detail)
            for part in bulk.parts(current_figures.c.period_id, wanted):
                found = Fetched(*bulk.columns(connection, here.where(part)))
                for _, span, subjects, pasts in self._pasts(connection, found):
                    period = place_of(0, span)
                    self.held.update(zip([period | one for one in subjects], pasts, strict=True))
        self._lots_held.update(lots)

    def holds_any(self, lots: Collection[Lot]) -> bool:
        """Say whether any of these is kept in mind, and therefore in step with what is stored."""
        return not self._lots_held.isdisjoint(lots)

    def _pasts(
        self, connection: Connection, found: Fetched
    ) -> Iterator[tuple[Kept, int, Sequence[int], Sequence[Past]]]:
        """Give what each return told of each period: the subjects, and the figures.

        Of returns that do not count nothing.
        """
        self.enrolled.meet(connection, found.returns())
        for number, period, form, subjects, values in found.lots():
            if kept := self.returns.get(number):
                unit, status = divmod(form, len(FIRMNESS))
                told = repeat(_rank(kept, status)), values, repeat(self._units[unit])
                whence = repeat(number), repeat(kept.reported_on), repeat(kept.file)
                each = zip(*told, *whence, strict=False)  # what is the same of all has no end
                yield kept, period, subjects, list(map(_past_of, each))

    def _missing(
        self, connection: Connection, lots: Collection[Lot], there: Collection[Lot]
    ) -> Iterator[tuple[int, list[int]]]:
        """Give the periods whose figures are missing, by the shelf; each is asked for at once."""
        missing: dict[int, list[int]] = defaultdict(list)
        for detail, period in lots:
            if period not in self._untold and (detail, period) not in there:
                missing[detail].append(period)
        if missing:
            with bulk.page_by_page(connection):
                yield from missing.items()

    def ending(self, detail: int, months: Iterable[int]) -> list[Lot]:
        """Give the lots of the periods that end in some months."""
        return [(detail, number) for month in months for number in self._ending.get(month, ())]

    def tell(
        self, connection: Connection, lots: Collection[Lot], subjects: dict[Subject, int]
    ) -> None:
        """Have what every return told of subjects; see `history_of`."""
        for detail, wanted in self._missing(connection, lots, self._lots_told):
            here = _TOLD.where(figures.c.detail == detail)
            for part in bulk.parts(figures.c.period_id, wanted):
                self._unsettled.append(Fetched(*bulk.columns(connection, here.where(part))))
        self._lots_told.update(lots)
        self._settle(connection, subjects)

    def _settle(self, connection: Connection, subjects: dict[Subject, int]) -> None:
        """Let histories tell of subjects what was fetched."""
        numbers = np.fromiter(subjects.values(), np.int64, len(subjects))
        names = dict(zip(numbers.tolist(), subjects, strict=True))
        every, self._unsettled = self._unsettled, []
        for fetched in every:
            asked, rest = fetched.of(numbers)
            if len(rest.number):
                self._unsettled.append(rest)
            by_sender: dict[str, list[ToldOfSpan]] = defaultdict(list)
            for kept, period, lines, pasts in self._pasts(connection, asked):
                by_sender[kept.sender].append((self._spans[period], lines, pasts))
            for sender, told in by_sender.items():
                self._histories[sender].tell_spans(names, told)

    def history_of(self, sender: str) -> History:
        """What a sender's returns told of all that was asked for by `tell`; some of it older."""
        return self._histories[sender]

    def held_of(self, connection: Connection, rows: Sequence[FigureRow]) -> list[Past | None]:
        """Give for each of a reading's rows the figure that the archive shows in its place."""
        found = self.placed(rows)
        self.hold(connection, found.lots_of(self.periods))
        places = found.places(self.subjects(connection, rows), self.periods)
        return list(map(self.held.get, places))

    def foresee(self, connection: Connection, rows: Sequence[FigureRow]) -> None:
        """Ask a server for what storing these rows would ask it, and write them down for it.

        Somebody reads meanwhile what the rows would change.
        """
        if on_server(connection):
            missing = {(word,) for word in self._words(rows) if word not in self._terms}
            found = bulk.known(connection, terms, missing) if missing else {}
            self._terms |= {word: number for (word,), number in found.items()}
            laid, known = self.placed(rows).laid, self.subjects(connection, rows)
            if (
                len(known) == len(laid.subjects)
                and self.periods.keys() >= set(laid.spans)
                and self._terms.keys() >= self._words(rows)
            ):
                self.composed(rows)

    def composed(self, rows: Sequence[FigureRow]) -> Composed:
        """Give rows as a server takes them, of which all have numbers."""
        if self._composed is None or self._composed[0] is not rows:
            told = self.placed(rows), self._numbered[1], self.periods, self._terms
            self._composed = rows, composing.composed(*told)
        return self._composed[1]

    def _words(self, rows: Sequence[FigureRow]) -> set[str]:
        told = self.placed(rows).laid.by_column
        return {*told["unit"], *told["sheet"], *told["label"]}

    # What is stored ----------------------------------------------------------------------------

    def numbered(
        self, connection: Connection, rows: Sequence[FigureRow]
    ) -> tuple[dict[Subject, int], dict[Span, int], dict[str, int]]:
        """Give the numbers of subjects, spans and words, and new ones to those that have none."""
        laid = self.placed(rows).laid
        known = self.subjects(connection, rows)
        if new := self._keys_of(rows, known):
            fresh = bulk.added(connection, series, new)
            known |= {new[key]: number for key, number in fresh.items()}
            self._subjects |= known
        if unheard := {(s[2], s[1], s[0]): s for s in laid.spans if s not in self.periods}:
            for key, number in bulk.added(connection, periods, unheard).items():
                self._new_period(number, unheard[key])
                self._untold.add(number)  # by anybody, until now
        return known, self.periods, self._numbered_terms(connection, self._words(rows))

    def _numbered_terms(self, connection: Connection, words: Collection[str]) -> dict[str, int]:
        if missing := {(word,) for word in words if word not in self._terms}:
            give = bulk.added if self._has_all else bulk.numbered
            found = give(connection, terms, missing)
            self._terms |= {word: number for (word,), number in found.items()}
            self._units |= {
                number: word for (word,), number in found.items() if word in at_first.UNITS
            }
        return self._terms

    def remember(
        self,
        kept: Kept,
        rows: Sequence[FigureRow],
        pasts: Sequence[Past],
        shown: Mapping[int, Past],
        changes: int,
    ) -> None:
        """Take in a return that was just stored, row by row, and what of it is shown now."""
        self.enrolled.enter(kept)
        told = self.placed(rows)
        if told.laid.is_plain and all(map(self._has_told, told.lots_of(self.periods))):
            laid = told.laid
            self._histories[kept.sender].tell(
                laid.subjects, laid.spans, zip(laid.lines, laid.columns, pasts, strict=True)
            )
        else:
            self._histories[kept.sender].add_all(self._told_of(told, pasts))
        self.held.update(shown)
        self._changes, self._stored = changes, (kept, told)

    def newest(self) -> Newest | None:
        """Keep what the last return tells that was stored; see `one_return`."""
        return newest(*self._stored) if self._stored else None

    def _has_told(self, lot: Lot) -> bool:
        return lot[1] in self._untold or lot in self._lots_told

    def _told_of(self, told: Placed, pasts: Iterable[Past]) -> Iterator[tuple[Subject, Span, Past]]:
        """What a return tells of what is kept in mind, each figure once."""
        laid, shelves = told.laid, told.shelves
        kept = {(shelf, c) for shelf, c in told.lots
                if self._has_told((shelf, self.periods[laid.spans[c]]))}  # fmt: skip
        every = zip(laid.lines, laid.columns, told.repeats, pasts, strict=True)
        for line, column, again, past in every:
            if not again and (shelves[line], column) in kept:
                yield laid.subjects[line], laid.spans[column], past


def _series_key(subject: Subject, shelf: int) -> tuple[Any, ...]:
    flow, measure, item, market, ownership, province = subject
    return market, flow, item, measure, ownership, province, shelf


def pasts_of(kept: Kept, rows: Mapping[str, Sequence[Any]]) -> list[Past]:
    """What a return tells, row by row; `rows` are its columns."""
    ranks = {name: _rank(kept, firmness) for name, firmness in FIRMNESS.items()}
    told = map(ranks.__getitem__, rows["status"]), rows["value"], rows["unit"]
    whence = repeat(kept.number), repeat(kept.reported_on), repeat(kept.file)
    return list(map(_past_of, zip(*told, *whence, strict=False)))


def precedence(past: Past) -> Precedence:
    """What decides between a figure that was told and one offered."""
    day, firmness, (saved_at, content_hash) = past.rank
    return Precedence(day, firmness, saved_at, content_hash)


def _fetching(of: Any) -> Select[Any]:
    """Select figures as `Fetched` takes them: in one number in which unit each is, and how firm."""
    form = (of.unit_id * len(FIRMNESS) + of.status).label("form")
    return select(of.series_id, of.period_id, of.return_id, form, of.value)


_SHOWN = _fetching(current_figures.c)
_TOLD = _fetching(figures.c).where(figures.c.repeat == 0)


def _rank(kept: Kept, firmness: int) -> tuple[str, int, tuple[str, str]]:
    return kept.reported_on, firmness, (kept.saved_at, kept.content_hash)


_past_of = partial(tuple.__new__, Past)
"""Makes one of a tuple of its fields, much faster than the constructor."""
