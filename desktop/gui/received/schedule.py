"""What the calendar of returns shows: a line for each sender's layout, a place for each month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.figures.layouts import half_name, sender_name
from desktop.figures.month import Month
from desktop.figures.received import DueReturn, StoredReturn
from desktop.figures.wording import Language
from desktop.gui.narrowing.looking import LOOK
from desktop.gui.parts.dates import month_words
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.parts.text import Line, Span
from desktop.gui.received.words import STATES
from desktop.gui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Track:
    """The returns that one sender owes in one layout, by month: on its whole, or on a half."""

    sender: str
    layout: str
    half: int
    due: Mapping[Month, DueReturn]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Every track, and the months from the first to the last that any of them speaks of."""

    tracks: tuple[Track, ...] = ()
    first: Month | None = None
    last: Month | None = None

    @classmethod
    def of(cls, due: Iterable[DueReturn], sender: str = "") -> Schedule:
        """Sort what is due into tracks, of one sender if given; the busiest sender first."""
        tracks: dict[tuple[str, str, int], dict[Month, DueReturn]] = {}
        for one in due:
            if not sender or one.sender == sender:
                tracks.setdefault((one.sender, one.layout, one.half), {})[one.month] = one
        months = [month for track in tracks.values() for month in track]
        if not months:
            return cls()
        order = sorted(tracks.items(), key=lambda t: (-len(t[1]), t[0]))
        made = tuple(Track(*kind, months) for kind, months in order)
        return cls(made, min(months), max(months))

    @property
    def lines(self) -> tuple[tuple[Track, DueReturn], ...]:
        """What is due, the newest month first, in the order of the tracks."""
        all_due = [(track, one) for track in self.tracks for one in track.due.values()]
        return tuple(sorted(all_due, key=lambda line: -line[1].month.ordinal))


def track_name(track: Track, lang: Language) -> str:
    """Name a track by its layout, which says the sender; by the sender where it has none."""
    if not track.layout:
        return sender_name(track.sender, lang)
    return half_name(track.layout, track.half, lang)


def reading(
    track: Track, month: Month, names: Mapping[int, str], lang: Language
) -> tuple[Line, ...]:
    """Tell all of one place of the calendar; `names` are the returns' files by number."""
    lines: list[Line] = [
        (Span(track_name(track, lang), Tone.PLAIN, bold=True),),
        (Span(lang.month(month)),),
    ]
    due = track.due.get(month)
    if due is None:
        return (*lines, (Span(lang._("not expected"), Tone.MUTED),))
    words, sign, tone = STATES[due.state]
    lines.append((Span(f"{sign} {lang._(words)}", tone, bold=True),))
    lines.append((Span(lang._("expected on {day}", day=lang.date(due.due_on)), Tone.MUTED),))
    if due.number is not None and due.number in names:
        lines.append((Span(names[due.number]),))
    return tuple(lines)


def month_reading(schedule: Schedule, month: Month, lang: Language) -> tuple[Line, ...]:
    """Tell what a month brings of every track, and that it can be looked at alone."""
    lines: list[Line] = [(Span(lang.month(month), Tone.PLAIN, bold=True),)]
    for track in schedule.tracks:
        if due := track.due.get(month):
            words, sign, tone = STATES[due.state]
            told = Span(f"{sign} {lang._(words)}", tone, bold=True)
            lines.append((told, Span(f" · {track_name(track, lang)}")))
    look = lang._(LOOK, name=lang.month(month))
    return (*lines, (Span(look, Tone.MUTED),))


def schedule_table(schedule: Schedule, returns: Iterable[StoredReturn], lang: Language) -> Grid:
    """Give the calendar as rows, the newest month first."""
    names = {r.number: r.name for r in returns}
    return Grid(
        (lang._("Month"), lang._("Return"), lang._("Expected on"), lang._("State"),
         lang._("File")),
        tuple(_row(track, one, names, lang) for track, one in schedule.lines),
        frozenset(range(5)),
    )  # fmt: skip


def _row(
    track: Track, one: DueReturn, names: Mapping[int, str], lang: Language
) -> tuple[Cell, ...]:
    words, sign, tone = STATES[one.state]
    return (
        Cell(month_words(one.month, lang)),
        Cell(track_name(track, lang), Tone.SECONDARY),
        Cell(lang.date(one.due_on), Tone.SECONDARY),
        Cell(f"{sign} {lang._(words)}", tone),
        Cell(names.get(one.number or 0, "–"), Tone.SECONDARY),
    )
