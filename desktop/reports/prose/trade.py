"""The sentences about trade itself: the month, the year to date, imports, balance."""

from __future__ import annotations

from desktop.analysis.results import Contribution, Overview, Progress
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.wording import MILLION, Language, capitalised
from desktop.reports.prose import phrases

_NOTHING, _LEAST = 1.0, 0.01 * MILLION
"""US dollars: what no office counts, and the least amount that is written."""


def month_sentence(overview: Overview, language: Language) -> str | None:
    """What the month brought, against the month before and a year ago; None without a figure."""
    exports, number = overview.exports, overview.through.number
    point = exports.months[number - 1]
    if point.value is None:
        return None
    reached = phrases.attained(point.value, point.status, language)
    text = language._(
        "in {month}, exports of goods {reached}", month=language.month_name(number), reached=reached
    )
    changes = changes_told(growth_on_month_before(exports), point.quoted_growth, language)
    clauses = [text, changes] if changes else [text]
    if number == 2 and (together := _together(exports, language)):
        clauses.append(together)
    if number == 1 and (sectors := _sectors(overview, language)):
        clauses.append(sectors)
    return phrases.as_sentence(", ".join(clauses))


def _together(exports: Progress, language: Language) -> str | None:
    """Speak of January and February together: Tết falls in the one or in the other."""
    growth = exports.quoted_growth
    if growth is None:
        return None
    moved = phrases.change_on(growth, language._("the same period last year"), language)
    return language._("January and February together {moved}", moved=moved)


def record_sentence(overview: Overview, language: Language) -> str | None:
    """Say that the month is the best on record; None where another one is."""
    best = overview.exports.best_month
    if best is None or not best.is_newest:
        return None
    return language._(
        "{month} is the best month on record in the figures held.",
        month=capitalised(language.month(best.month)),
    )


def changes_told(on_month: float | None, on_year: float | None, language: Language) -> str:
    """Say how a month moved on the month before and on a year ago; empty where neither is known."""
    changes = [
        phrases.change_on(rate, what, language)
        for rate, what in (
            (on_month, language._("the previous month")),
            (on_year, language._("the same period last year")),
        )
        if rate is not None
    ]
    return phrases.listed(changes, language)


def growth_on_month_before(progress: Progress) -> float | None:
    """Growth of the newest month on the month before; None where one of them is not known."""
    return growth_on(progress.months[progress.through.number - 1].value, month_before(progress))


def month_before(progress: Progress) -> float | None:
    """What the month before the newest brought, in January last year's December (USD)."""
    number = progress.through.number
    if number == 1:
        return progress.months[MONTHS_PER_YEAR - 1].last_year
    return progress.months[number - 2].value


def growth_on(value: float | None, before: float | None) -> float | None:
    """Growth of an amount on another; None where it means nothing."""
    return value / before - 1 if before and before > 0 and value is not None else None


def to_date_sentence(overview: Overview, language: Language) -> str | None:
    """Exports from January on, with domestic and foreign-invested; None in January or a gap."""
    exports = overview.exports
    if exports.cumulative is None or exports.through.number == 1:
        return None
    parts = [
        _to_date(exports, language._("exports of goods"), language),
        _sectors(overview, language),
    ]
    return phrases.as_sentence(", ".join(filter(None, parts)))


def imports_sentence(overview: Overview, language: Language) -> str | None:
    """Imports from January on; None where they are not known."""
    imports = overview.imports
    if imports.cumulative is None:
        return None
    return phrases.as_sentence(_to_date(imports, language._("imports of goods"), language))


def _to_date(progress: Progress, what: str, language: Language) -> str:
    period = phrases.months_from_january(progress.year, progress.through.number, language)
    reached = phrases.attained(progress.cumulative or 0, progress.cumulative_status, language)
    blanks = {"period": period, "what": what, "reached": reached}
    if progress.through.number == 1:
        text = language._("in {period}, {what} {reached}", **blanks)
    else:
        text = language._("over {period}, {what} {reached}", **blanks)
    growth = progress.quoted_growth
    if growth is None:
        return text
    return f"{text}, {phrases.change_on(growth, language._('the same period last year'), language)}"


def _sectors(overview: Overview, language: Language) -> str:
    """Tell both sectors, or the one that the return tells of."""
    domestic = overview.domestic and _sector(overview.domestic, language)
    foreign = overview.fdi and _sector(overview.fdi, language)
    if domestic and foreign:
        return language._(
            "of which the domestic sector {domestic}; the foreign-invested sector "
            "(crude oil included) {foreign}",
            domestic=domestic,
            foreign=foreign,
        )
    if domestic:
        return language._("of which the domestic sector {domestic}", domestic=domestic)
    if foreign:
        return language._(
            "of which the foreign-invested sector (crude oil included) {foreign}", foreign=foreign
        )
    return ""


def _sector(sector: Contribution, language: Language) -> str:
    clauses = [phrases.attained(sector.value, sector.status, language)]
    growth = sector.growth if sector.growth_printed is None else sector.growth_printed
    if growth is not None:
        clauses.append(phrases.change(growth, language))
    if sector.share is not None:
        size = phrases.share((sector.share,), language)
        clauses.append(language._("a share of {share}", share=size))
    return ", ".join(clauses)


def sectors_doubt(overview: Overview, language: Language) -> str | None:
    """Say that domestic and foreign-invested do not add up to the total; None where they do."""
    check = overview.check
    if check is None or check.agrees:
        return None
    return language._(
        "Check: domestic and foreign-invested add up to {sum}, the total printed is {total}.",
        sum=phrases.amount(check.domestic + check.fdi, language),
        total=phrases.amount(check.total, language),
    )


def balance_sentence(overview: Overview, language: Language) -> str | None:
    """Surplus or deficit of the month, to date and a year ago; None where it is not known."""
    balance, number = overview.balance, overview.through.number
    if balance.cumulative is None:
        return None
    clauses = []
    of_month = balance.months[number - 1]
    if of_month is not None and number > 1:
        clauses.append(_of(language.month_name(number), of_month, language))
    period = phrases.months_from_january(overview.year, number, language)
    clauses.append(_of(period, balance.cumulative, language))
    text = language._("The trade balance in goods: {parts}", parts="; ".join(clauses))
    if balance.last_year is not None:
        before = language._(
            "same period last year: {balance}", balance=surplus(balance.last_year, language)
        )
        text = f"{text} ({before})"
    return text + "."


def _of(period: str, usd: float, language: Language) -> str:
    return language._("{period} {balance}", period=period, balance=surplus(usd, language))


def surplus(usd: float, language: Language) -> str:
    """Write a balance: xuất siêu 7,63 tỷ USD, nhập siêu 1,20 tỷ USD, cân bằng."""
    if abs(usd) < _NOTHING:
        return language._("in balance")
    if abs(usd) < phrases.SHOWN:
        least = phrases.amount(_LEAST, language)
        if usd > 0:
            return language._("a surplus of less than {amount}", amount=least)
        return language._("a deficit of less than {amount}", amount=least)
    if usd > 0:
        return language._("a surplus of {amount}", amount=phrases.amount(usd, language))
    return language._("a deficit of {amount}", amount=phrases.amount(usd, language))
