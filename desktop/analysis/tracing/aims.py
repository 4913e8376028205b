"""Numbers of any target in force, by its number: ``target:3.required_monthly``, to their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.analysis.targets.scopes import (
    printed_whole,
    series_of,
    sides,
    units_merged,
    whole_of,
)
from desktop.analysis.tracing import compared, read
from desktop.analysis.tracing.inquiry import Subject
from desktop.analysis.tracing.structure.spans import added, less_all
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.provinces import MERGED
from desktop.figures.series_names import series_name
from desktop.figures.target import Scope, Target, TargetMeasure
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.tracing.trace import Said
    from desktop.figures.series import Series

MARK, MONTH_MARK = "target:", "@"
_NAME = re.compile(r"target:(\d+)[@.].+")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_USD, _FRACTION, _NUMBER = TraceUnit.USD, TraceUnit.FRACTION, TraceUnit.NUMBER


@dataclass(frozen=True, eq=False)
class Aim:
    """How a target stands, and the figures that it was held against laid out.

    `now` are the books of the newest figures, `then` those of its fixed base (the same, if none).
    """

    held: TargetProgress
    now: tuple[Book, ...]
    then: tuple[Book, ...]

    @property
    def target(self) -> Target:
        """The target."""
        return self.held.target


Tracer = Callable[[Aim], Trace]


def low(asked: Aim) -> Trace:
    """The value asked for: as stated, or the base and as much more as is asked for."""
    return _asked_for(asked, asked.held.low, asked.target.low, N_("Asked for"))


def high(asked: Aim) -> Trace:
    """The upper end of the range."""
    return _asked_for(asked, asked.held.high, asked.target.high, N_("Asked for, upper end"))


def _asked_for(asked: Aim, value: float | None, stated: float, text: str) -> Trace:
    what, paper = said(text), said(N_("set by: {document}"), document=asked.target.document or "–")
    if asked.target.measure is not TargetMeasure.GROWTH:
        unit = _FRACTION if asked.target.is_share else _USD
        return Trace(what, stated if asked.target.is_share else value, unit, remark=paper)
    rate = Trace(said(N_("Growth asked for")), stated, _FRACTION, remark=paper)
    formula = said(N_("the base, and as much more as the target asks for"))
    return Trace(what, value, _USD, Kind.GROWN, formula, (base(asked), rate))


def base(asked: Aim) -> Trace:
    """The same months of the year before, on the target's own base."""
    target = asked.target
    begun = target.start - MONTHS_PER_YEAR
    what = said(N_("Base: the same months of the year before"))
    return of_scope(asked.then, target, begun, target.months, what, asked.held.base)


def cumulative(asked: Aim) -> Trace:
    """The period to date."""
    what = said(N_("The target's period to date"))
    target = asked.target
    return of_scope(
        asked.now, target, target.start, asked.held.elapsed, what, asked.held.cumulative
    )


def base_cumulative(asked: Aim) -> Trace:
    """The same months of the year before, to date."""
    what, begun = said(N_("The same months of the year before")), asked.target.start
    return of_scope(
        asked.then, asked.target, begun - MONTHS_PER_YEAR, asked.held.elapsed, what,
        asked.held.base_cumulative,
    )  # fmt: skip


def growth(asked: Aim) -> Trace:
    """Growth to date, like for like."""
    what = said(N_("Growth to date of what the target is about"))
    return compared.grown(what, compared_now(asked), compared_base(asked))


def compared_now(asked: Aim) -> Trace:
    """The period to date, as growth compares it."""
    told, alike = cumulative(asked), asked.held.alike
    return counted(told.what, alike[0], told) if alike else told


def compared_base(asked: Aim) -> Trace:
    """The same months of the year before, to date, as growth compares them."""
    told, alike = base_cumulative(asked), asked.held.alike
    return counted(told.what, alike[1], told) if alike else told


def asked_growth(asked: Aim) -> Trace:
    """The growth that the value asked for means."""
    return compared.grown(said(N_("Growth that the target means")), low(asked), base(asked))


def share_of_target(asked: Aim) -> Trace:
    """How much of it has been reached."""
    return over(N_("Share of the target reached"), cumulative(asked), low(asked))


def share_of_whole(asked: Aim) -> Trace:
    """Its share of what it is a part of, to date."""
    target, scope = asked.target, whole_of(asked.target.scope)
    what = said(N_("What it is a share of, to date"))
    whole = of_scope(asked.now, target, target.start, asked.held.elapsed, what, None, scope)
    return over(N_("Share of the whole to date"), cumulative(asked), whole)


def path(asked: Aim) -> Trace:
    """Where the path stands: the target by the share of its season, whose years are the inputs."""
    target, held = asked.target, asked.held
    what = said(N_("Path to date"))
    years = [
        of_scope(
            asked.now, target, Month(year, target.first_month), target.months,
            said(N_("The target's months in {year}, which shape its path"), year=year), None,
        )
        for year in held.season.years
    ]  # fmt: skip
    formula = said(N_("the target, as much of it as its season has by then"))
    known = [trace for trace in years if trace.value is not None]
    unit = _FRACTION if target.is_share else _USD
    return Trace(what, held.path, unit, Kind.WEIGHED, formula, (low(asked), *known))


def gap(asked: Aim) -> Trace:
    """How far above its path."""
    formula = said(N_("the period to date less the path"))
    return less_all(said(N_("Gap to the path")), cumulative(asked), [path(asked)], formula)


def monthly_average(asked: Aim) -> Trace:
    """What a month brought on average."""
    months = _count(N_("Months so far"), asked.held.elapsed)
    return over(N_("Monthly average so far"), cumulative(asked), months, _USD)


def required_monthly(asked: Aim) -> Trace:
    """What each month left must bring on average."""
    left = _count(N_("Months left"), asked.held.months_left)
    told = over(N_("Required each month left"), _rest(asked), left, _USD)
    met = asked.held.required_monthly == 0
    kind = Kind.WEIGHED if met else Kind.OVER
    return Trace(told.what, asked.held.required_monthly, _USD, kind, told.formula, told.inputs)


def required_growth(asked: Aim) -> Trace:
    """What that means against the same months of the year before."""
    formula = said(N_("the whole period less its months so far"))
    what = said(N_("The months left, a year before"))
    before = less_all(what, base(asked), [base_cumulative(asked)], formula)
    return compared.grown(said(N_("Growth that means")), _rest(asked), before)


def _rest(asked: Aim) -> Trace:
    formula = said(N_("the target less the period to date"))
    return less_all(said(N_("Still missing")), low(asked), [cumulative(asked)], formula)


def _count(text: str, months: int) -> Trace:
    return Trace(said(text), float(months), _NUMBER)


def over(text: str, one: Trace, other: Trace, unit: TraceUnit = _FRACTION) -> Trace:
    """Divide one by the other; not known where either is not, or the other is nothing."""
    found = None
    if one.value is not None and other.value:
        found = one.value / other.value
    formula = said(N_("the first over the second"))
    return Trace(said(text), found, unit, Kind.OVER, formula, (one, other))


def of_scope(
    books: Sequence[Book], target: Target, start: Month, months: int, what: Said,
    known: float | None, scope: Scope | None = None,
) -> Trace:  # fmt: skip
    """So many months of a scope: the sum of its series; imports are taken away from a balance.

    `known` is what the target counts: where members are left out of it, the words say so.
    """
    of = [_side(books, side, target.end, start, months) for side in sides(scope or target.scope)]
    if len(of) > 1:
        told = less_all(what, of[0], of[1:], said(N_("exports less imports")))
    else:
        told = Trace(what, of[0].value, _USD, of[0].kind, of[0].formula, of[0].inputs,
                     of[0].source, of[0].status, of[0].remark)  # fmt: skip
    return counted(what, known, told)


def counted(what: Said, known: float | None, told: Trace) -> Trace:
    """What a target counts of a sum: less than the whole where something is left out of it."""
    if known is None or (told.value is not None and abs(told.value - known) < 1):
        return told
    formula = said(N_("of these, what the target counts: months or members that lack are left out"))
    return Trace(what, known, _USD, Kind.WEIGHED, formula, told.inputs or (told,))


def _side(books: Sequence[Book], scope: Scope, on: Month, start: Month, months: int) -> Trace:
    """Add a side's members up: those known; a province's also as the units it was made of."""
    wanted = [*series_of(scope, on)]
    wanted += [s for unit in units_merged(scope, on) for s in series_of(unit, MERGED - 1)]
    every = [_run(books, series, start, months) for series in wanted]
    known = [trace for trace in every if trace.value is not None]
    if not known and (whole := printed_whole(scope, on)):
        known = [_run(books, whole, start, months)]
    known = known or every
    return known[0] if len(known) == 1 else added(said(N_("Its members together")), known)


def _run(books: Sequence[Book], series: Series, start: Month, months: int) -> Trace:
    """Some months of a series: cumulatives of calendar years where they are known."""
    book = next((b for b in books if series in b.printed.series), books[0])
    about, parts, begin = Subject(series_name(series), series), [], start
    while months > 0:
        inside = min(months, MONTHS_PER_YEAR - begin.number + 1)
        parts.append(_within_year(book, about, begin, begin + (inside - 1)))
        begin, months = begin + inside, months - inside
    if len(parts) == 1:
        return parts[0]
    what = said(N_("{subject}, {start} to {month}"), subject=about.named, start=start,
                month=begin - 1)  # fmt: skip
    return added(what, parts)


def _within_year(book: Book, about: Subject, first: Month, last: Month) -> Trace:
    to_date = read.cumulative(book, about, last)
    if first.number == 1 and to_date.value is not None:
        return to_date
    what = said(N_("{subject}, {start} to {month}"), subject=about.named, start=first, month=last)
    before = read.cumulative(book, about, first - 1) if first.number > 1 else None
    if before is not None and before.value is not None and to_date.value is not None:
        formula = said(N_("one cumulative less the other"))
        return less_all(what, to_date, [before], formula)
    span = range(last - first + 1)
    return added(what, [read.month_alone(book, about, first + n) for n in span])


def growth_ahead(asked: Aim) -> Trace:
    """How far growth is from that asked for: to the nearer end of a range."""
    return _ahead(asked, "growth", TraceUnit.POINTS, growth(asked), asked_growth(asked))


def share_asked(asked: Aim) -> Trace:
    """The share of the target that the path has by then."""
    return over(N_("Share of the target that its path has by then"), path(asked), low(asked))


def share_ahead(asked: Aim) -> Trace:
    """How far the share reached is from the path's: to the nearer end of a range."""
    inputs = share_of_target(asked), share_asked(asked)
    return _ahead(asked, "share", TraceUnit.POINTS, *inputs)


def path_high(asked: Aim) -> Trace:
    """Where the path to the upper end of a range stands."""
    sticks, inputs = asked.held.yardsticks, path(asked).inputs
    formula = said(N_("the target, as much of it as its season has by then"))
    value = sticks.path.against_high if sticks else None
    what = said(N_("Path to date, upper end"))
    return Trace(what, value, _USD, Kind.WEIGHED, formula, (high(asked), *inputs[1:]))


def path_ahead(asked: Aim) -> Trace:
    """How far the period to date is from the path: to the nearer end of a range."""
    return _ahead(asked, "path", _USD, cumulative(asked), path(asked))


def _ahead(asked: Aim, name: str, unit: TraceUnit, *inputs: Trace) -> Trace:
    sticks = asked.held.yardsticks
    value = getattr(sticks, name).difference if sticks else None
    formula = said(N_("the first less the second; of a range, less its nearer end"))
    return Trace(said(N_("How far it is ahead")), value, unit, Kind.WEIGHED, formula, inputs)


def _in_month(asked: Aim, month: Month, number: str) -> Trace | None:
    """Give a number of one month of the target's period."""
    target = asked.target
    point = next((p for p in asked.held.points if p.month == month), None)
    if point is None:
        return None
    elapsed, blank = month - target.start + 1, {"month": month}
    runs = {
        "value": (asked.now, month, 1, point.value, N_("In {month}")),
        "cumulative": (asked.now, target.start, elapsed, point.cumulative, N_("To {month}")),
        "last_year": (
            asked.then, target.start - MONTHS_PER_YEAR, elapsed, point.last_year,
            N_("To {month}, a year before"),
        ),
    }  # fmt: skip
    if number in runs:
        books, start, months, value, text = runs[number]
        return of_scope(books, target, start, months, said(text, **blank), value)
    inputs = path(asked).inputs
    if number == "path":
        formula = said(N_("the target, as much of it as its season has by then"))
        what = said(N_("Path to {month}"), **blank)
        unit = _FRACTION if target.is_share else _USD
        return Trace(what, point.path, unit, Kind.WEIGHED, formula, inputs)
    if number == "required":
        formula = said(N_("what is still missing, as the path spreads it over the months left"))
        what = said(N_("Required in {month}"), **blank)
        return Trace(what, point.required, _USD, Kind.WEIGHED, formula, (_rest(asked), *inputs[1:]))
    return None


NUMBERS: Mapping[str, Tracer] = {
    "low": low,
    "high": high,
    "base": base,
    "asked_growth": asked_growth,
    "cumulative": cumulative,
    "base_cumulative": base_cumulative,
    "compared": compared_now,
    "compared_base": compared_base,
    "growth": growth,
    "share_of_whole": share_of_whole,
    "share_of_target": share_of_target,
    "path": path,
    "gap": gap,
    "monthly_average": monthly_average,
    "required_monthly": required_monthly,
    "required_growth": required_growth,
    "growth_ahead": growth_ahead,
    "share_asked": share_asked,
    "share_ahead": share_ahead,
    "path_ahead": path_ahead,
    "path_high": path_high,
}


def target_number(name: str) -> str:
    """Give the number of the target that a name is about; empty for any other name."""
    found = _NAME.fullmatch(name)
    return found[1] if found else ""


def of_version(held: TargetProgress, number: str) -> TargetProgress | None:
    """Give a target's progress, or that of one it superseded, by the number; None for others."""
    version = next((v for v in held.versions if str(v.target.number) == number), None)
    if version is None or version.target is held.target:
        return held if version else None
    path = version.path[held.elapsed - 1] if version.path and held.elapsed else None
    return replace(held, target=version.target, low=version.low, high=version.high, path=path)


def aim_traced(asked: Aim, name: str) -> Trace | None:
    """Give a number of a target by its name; None where there is no such number."""
    about, _, number = name.rpartition(".")
    month = about.partition(MONTH_MARK)[2]
    if month:
        return _in_month(asked, Month.parse(month), number) if _MONTH.fullmatch(month) else None
    tracer = NUMBERS.get(number)
    return tracer(asked) if tracer else None


def aim_names(targets: Sequence[Target]) -> Iterator[str]:
    """Every name of the targets in force."""
    for target in targets:
        yield from (f"{MARK}{target.number}.{number}" for number in NUMBERS)
