"""How a flow stands against its target: the target's value, the path, the gap, what is required."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.analysis import growth as fractions
from desktop.analysis.lines import laid_out
from desktop.analysis.results import Phasing
from desktop.analysis.tracing import compared, read
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.target import TargetMeasure
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.results import Progress
    from desktop.analysis.tracing.inquiry import Inquiry, Subject
    from desktop.analysis.tracing.trace import Said
    from desktop.figures.target import Target

_USD, _FRACTION = TraceUnit.USD, TraceUnit.FRACTION
_UNDATED = N_("stated by: {document}")
_DATED = N_("stated by: {document}, {day}")
_NAMELESS = N_("set without naming a document")


def _of(asked: Inquiry, about: Subject) -> Progress:
    return asked.progress(about.code)


def _named(text: str, asked: Inquiry, about: Subject) -> Said:
    return said(text, subject=about.named, month=asked.through, year=asked.through.year)


def month(asked: Inquiry, about: Subject) -> Trace:
    """The newest month by itself."""
    return read.month_alone(asked.book, about, asked.through)


def month_last_year(asked: Inquiry, about: Subject) -> Trace:
    """The same month last year."""
    return read.month_as_base(asked.book, about, asked.through - MONTHS_PER_YEAR)


def month_growth(asked: Inquiry, about: Subject) -> Trace:
    """Growth of the month on the same month last year."""
    what = _named(N_("Growth of {subject} in {month}"), asked, about)
    return compared.grown(what, month(asked, about), month_last_year(asked, about))


def month_growth_printed(asked: Inquiry, about: Subject) -> Trace:
    """The growth of the month that the return printed."""
    return read.month_growth_printed(asked.book, about, asked.through)


def sum_of_months(asked: Inquiry, about: Subject) -> Trace:
    """The months as they stand, added up; beside the cumulative as published."""
    what = _named(N_("{subject}, the months to {month} added up"), asked, about)
    year, last = asked.through.year, asked.through.number
    every = (read.month_alone(asked.book, about, Month(year, n + 1)) for n in range(last))
    formula = said(N_("each month as it stands, added up"))
    found = _of(asked, about).sum_of_months
    return Trace(what, found, _USD, Kind.SUM, formula, tuple(every))


def difference(asked: Inquiry, about: Subject) -> Trace:
    """By how much the cumulative exceeds the months."""
    what = _named(N_("{subject} to {month}: the cumulative less the months"), asked, about)
    inputs = compared.value(asked, about), sum_of_months(asked, about)
    return less(what, *inputs, said(N_("what was revised inside the cumulative and in no month")))


def less(what: Said, one: Trace, other: Trace, formula: Said) -> Trace:
    """One number less another."""
    return Trace(
        what, fractions.difference(one.value, other.value), _USD, Kind.LESS, formula, (one, other)
    )


def target(asked: Inquiry, about: Subject) -> Trace:
    """The annual value that the target asks for; of a range its lower end."""
    return _target(asked, about, N_("Target of {subject} for {year}"), high=False)


def target_high(asked: Inquiry, about: Subject) -> Trace:
    """The upper end of the range."""
    return _target(asked, about, N_("Target of {subject} for {year}, upper end"), high=True)


def _target(asked: Inquiry, about: Subject, text: str, *, high: bool) -> Trace:
    held = _of(asked, about)
    what = _named(text, asked, about)
    found = held.target_high_usd if high else held.target_usd
    if held.target is None:
        return replace(read.unknown(what), remark=said(N_("no target is set for the year")))
    stated = held.target.high if high else held.target.low
    if held.target.measure is not TargetMeasure.GROWTH:
        return Trace(what, found, _USD, remark=_document(held.target))
    asked_for = Trace(
        _named(N_("Growth that the target asks for in {year}"), asked, about),
        stated, _FRACTION, remark=_document(held.target),
    )  # fmt: skip
    formula = said(N_("the whole of last year, and as much more as the target asks for"))
    inputs = _own_base(asked, about, held.target), asked_for
    return Trace(what, found, _USD, Kind.GROWN, formula, inputs)


def _own_base(asked: Inquiry, about: Subject, held: Target) -> Trace:
    """The whole of last year as it was known on the day that fixes the target's base, if any."""
    if held.base_as_of is None:
        return compared.base_year(asked, about)
    told = asked.figures["reported_on"] <= held.base_as_of.isoformat()
    then = laid_out(asked.figures[told])
    if then is None:
        return replace(compared.base_year(asked, about), value=None, source=None, inputs=())
    return compared.base_year(replace(asked, book=then), about)


def _document(held: Target) -> Said:
    if not held.document:
        return said(_NAMELESS)
    if held.issued_on is None:
        return said(_UNDATED, document=held.document)
    return said(_DATED, document=held.document, day=held.issued_on)


def target_growth(asked: Inquiry, about: Subject) -> Trace:
    """The growth that the target means."""
    what = _named(N_("Growth that the target of {subject} means for {year}"), asked, about)
    return compared.grown(what, target(asked, about), compared.base_year(asked, about))


def share_of_target(asked: Inquiry, about: Subject) -> Trace:
    """How much of the annual value has been reached."""
    what = _named(N_("Share of the target of {subject} reached by {month}"), asked, about)
    inputs = compared.value(asked, about), target(asked, about)
    return compared.over(what, *inputs, said(N_("the cumulative over the target")))


def path(asked: Inquiry, about: Subject) -> Trace:
    """Where the target's path stands at the month."""
    what = _named(N_("Path of {subject} to {month}"), asked, about)
    held = _of(asked, about)
    formula = said(N_("the target, as much of it as the path has by {month}"), month=asked.through)
    inputs = target(asked, about), season_share(asked, about)
    return Trace(what, held.path, _USD, Kind.TIMES, formula, inputs)


_SEASONS = {
    Phasing.SEASONAL: N_("the years' shares by {month}, newer years counting more, moved for Tết"),
    Phasing.LINEAR: N_("an even share each month"),
    Phasing.LAST_YEAR: N_("last year's share by {month}"),
    Phasing.TYPED: N_("the shares that were typed in, to {month}"),
}


def season_share(asked: Inquiry, about: Subject) -> Trace:
    """The share of the year that the path has by the month, and the years it is taken from."""
    held, last = _of(asked, about), asked.through
    what = _named(N_("Share of the year by {month} on the path"), asked, about)
    season = held.season
    if season is None or season.shares is None:
        return replace(read.unknown(what, _FRACTION), remark=said(N_("the season is not known")))
    found = float(sum(season.shares[: last.number], Fraction()))
    weights = season.weights or (None,) * len(season.years)
    years = tuple(
        _year_share(asked, about, Month(year, last.number), weight)
        for year, weight in zip(season.years, weights, strict=True)
    )
    formula = said(_SEASONS[season.kind], month=last)
    left_out = ", ".join(map(str, season.left_out))
    remark = said(N_("left out as exceptional: {years}"), years=left_out) if left_out else None
    return Trace(what, found, _FRACTION, Kind.WEIGHED, formula, years, remark=remark)


def _year_share(asked: Inquiry, about: Subject, to: Month, weight: Fraction | None) -> Trace:
    what = said(N_("Share of {year} by {month}"), year=to.year, month=to)
    part = read.cumulative(asked.book, about, to)
    whole = read.cumulative(asked.book, about, Month(to.year, MONTHS_PER_YEAR))
    found = compared.over(what, part, whole, said(N_("the part over the whole")))
    if weight is None:
        return found
    return replace(found, remark=said(N_("counts {weight} of all"), weight=float(weight)))


def gap(asked: Inquiry, about: Subject) -> Trace:
    """How far above the path."""
    what = _named(N_("Gap of {subject} to the path, {month}"), asked, about)
    inputs = compared.value(asked, about), path(asked, about)
    return less(what, *inputs, said(N_("the cumulative less the path")))


def gap_share(asked: Inquiry, about: Subject) -> Trace:
    """How far above the path, as a share of it."""
    what = _named(N_("Gap of {subject} to the path, {month}, as a share of the path"), asked, about)
    inputs = compared.value(asked, about), path(asked, about)
    found = fractions.growth(*(part.value for part in inputs))
    formula = said(N_("the cumulative over the path, less 1"))
    return Trace(what, found, TraceUnit.FRACTION, Kind.GROWTH, formula, inputs)


def monthly_average(asked: Inquiry, about: Subject) -> Trace:
    """What a month has brought on average."""
    what = _named(N_("Monthly average of {subject} to {month}"), asked, about)
    months = _count(said(N_("Months so far")), asked.through.number)
    formula = said(N_("the cumulative over the months"))
    found = _of(asked, about).monthly_average
    return Trace(what, found, _USD, Kind.OVER, formula, (compared.value(asked, about), months))


def rest(asked: Inquiry, about: Subject) -> Trace:
    """What the months left must bring together."""
    what = _named(N_("Still missing from the target of {subject} after {month}"), asked, about)
    inputs = target(asked, about), compared.value(asked, about)
    return less(what, *inputs, said(N_("the target less the cumulative")))


def required_monthly(asked: Inquiry, about: Subject) -> Trace:
    """What each month left must bring on average; nothing once the target is met."""
    what = _named(N_("Required of {subject} each month after {month}"), asked, about)
    held = _of(asked, about)
    left = _count(said(N_("Months left")), held.months_left)
    formula = said(N_("what is still missing, over the months left"))
    inputs = rest(asked, about), left
    kind = Kind.WEIGHED if held.required_monthly == 0 else Kind.OVER
    return Trace(what, held.required_monthly, _USD, kind, formula, inputs)


def required_growth(asked: Inquiry, about: Subject) -> Trace:
    """What that means against the same months of last year."""
    what = _named(N_("Growth required of {subject} after {month}"), asked, about)
    held = _of(asked, about)
    same = said(N_("{subject} in the same months of last year, after {month}"),
                subject=about.named, month=asked.through - MONTHS_PER_YEAR)  # fmt: skip
    formula = said(N_("the whole year less its months so far"))
    before = less(same, compared.base_year(asked, about), compared.base(asked, about), formula)
    found = compared.grown(what, rest(asked, about), before)
    return replace(found, value=held.required_growth)


def _count(what: Said, months: int) -> Trace:
    return Trace(what, float(months), TraceUnit.NUMBER)
