"""The sentences about the year's target: how far, how fast, what is left to do."""

from __future__ import annotations

from functools import partial

from desktop.analysis.growth_wording import growths_told
from desktop.analysis.range_ends import required_monthly, target_amounts, target_shares
from desktop.analysis.results import PaceStatus, Progress
from desktop.analysis.wording import PACE, PHASINGS, REASONS
from desktop.figures.figure import Status
from desktop.figures.wording import Language
from desktop.reports.prose import phrases


def headline(progress: Progress, language: Language) -> str:
    """The sentence a leader asks for: how much, how fast, how much of the plan, what is left."""
    if progress.cumulative is None:
        return _no_cumulative(progress, language)
    clauses = [_reached(progress, progress.cumulative, language)]
    growth = progress.quoted_growth
    if growth is not None:
        clauses.append(phrases.change_on(growth, language._("the same period"), language))
    if shares := target_shares(progress):
        share = phrases.share(shares, language)
        clauses.append(language._("{share} of the year's target", share=share))
    return "; ".join(filter(None, (", ".join(clauses), _left_to_do(progress, language)))) + "."


def _reached(progress: Progress, usd: float, language: Language) -> str:
    months, estimated = progress.through.number, progress.cumulative_status is Status.ESTIMATE
    if months == 1:
        name = language.month_name(1).capitalize()
        reached = phrases.attained(usd, progress.cumulative_status, language)
        return language._("{month} {reached}", month=name, reached=reached)
    amount = phrases.amount(usd, language)
    if months == 12:
        if estimated:
            return language._("The year's exports reached an estimated {amount}", amount=amount)
        return language._("The year's exports reached {amount}", amount=amount)
    if estimated:
        return language._(
            "Exports over {count} months reached an estimated {amount}", count=months, amount=amount
        )
    return language._("Exports over {count} months reached {amount}", count=months, amount=amount)


def _left_to_do(progress: Progress, language: Language) -> str:
    if progress.target_usd is None or progress.cumulative is None:
        return ""
    low, *high = target_amounts(progress)
    beyond = progress.cumulative - low
    if beyond >= 0:
        above = phrases.amount(beyond, language)
        if high and progress.cumulative < high[0]:
            return language._("{amount} above the lower end of the year's target", amount=above)
        return language._("{amount} above the year's target", amount=above)
    if progress.months_left == 0:
        return language._(
            "{amount} short of the year's target", amount=phrases.amount(beyond, language)
        )
    needed = phrases.monthly_amount(required_monthly(progress), language)
    if progress.months_left == 1:
        return language._("the remaining month must bring {amount}", amount=needed)
    return language._(
        "the remaining {count} months must average {amount} a month",
        count=progress.months_left,
        amount=needed,
    )


def _no_cumulative(progress: Progress, language: Language) -> str:
    period = phrases.months_from_january(progress.year, progress.through.number, language)
    return language._("Exports of {period} cannot be added up: a month is missing.", period=period)


def other_growth(progress: Progress, language: Language) -> str | None:
    """Name our own growth where the one the return printed differs; None where it does not."""
    write = partial(phrases.change, language=language)
    return growths_told(progress, language, write) or None


def target_sentence(progress: Progress, language: Language) -> str:
    """What the year must reach, on what base, by which document; or that nothing is set."""
    if progress.target is None or progress.target_usd is None:
        return language._("No target is set for {year}.", year=progress.year)
    usd = phrases.spread(target_amounts(progress), language, 2)
    text = language._("The target for {year} is {amount}", year=progress.year, amount=usd)
    if rates := _target_rates(progress):
        rate = phrases.target_rates(rates, language)
        blanks = {"rate": rate, "year": progress.year - 1}
        on_year = (
            language._("down {rate} on {year}", **blanks)
            if rates[0] < 0
            else language._("up {rate} on {year}", **blanks)
        )
        text = f"{text}, {on_year}"
    if progress.target.document:
        text = f"{text} ({progress.target.document})"
    return text + "."


def _target_rates(progress: Progress) -> tuple[float, ...]:
    """The growth the target asks for; both ends of a range, none without a base."""
    if not progress.base_year:
        return ()
    return tuple(usd / progress.base_year - 1 for usd in target_amounts(progress))


def path_sentence(progress: Progress, language: Language) -> str | None:
    """How the cumulative lies to the path, and what that means; None without a target."""
    if progress.target is None:
        return None
    status = language._(PACE[progress.status])
    if progress.status is PaceStatus.CANNOT_SAY or progress.gap is None or not progress.path:
        reason = language._(REASONS[progress.reason])
        return language._("{status} – {reason}.", status=status, reason=reason)
    blanks = {
        "status": status,
        "amount": phrases.amount(progress.gap, language),
        "share": language.percent(abs(progress.gap / progress.path)),
        "phasing": _phasing(progress, language),
    }
    if not phrases.is_felt(progress.gap / progress.path):
        return language._("{status}: the cumulative is on the path ({phasing}).", **blanks)
    if progress.gap < 0:
        return language._(
            "{status}: the cumulative is {amount} ({share}) below the path ({phasing}).", **blanks
        )
    return language._(
        "{status}: the cumulative is {amount} ({share}) above the path ({phasing}).", **blanks
    )


def _phasing(progress: Progress, language: Language) -> str:
    """Name how the path is spread; of a range, that it leads to the low end."""
    spread = language._(PHASINGS[progress.phasing])
    if len(target_amounts(progress)) == 1:
        return spread
    return language._("{phasing}, to the low end", phasing=spread)


def missing_sentence(progress: Progress, language: Language) -> str | None:
    """Name the months that have no figure; None where all have."""
    if not progress.missing_months:
        return None
    names = language.months(progress.missing_months)
    return language._(
        "No export figure for {months}: the return is not imported.",
        months=phrases.listed(names, language),
    )


def no_last_year(progress: Progress, language: Language) -> str | None:
    """Say that last year is not there to compare with; None where it is."""
    if progress.base_cumulative is not None or progress.growth_printed is not None:
        return None
    return language._("No figures of {year} to compare with.", year=progress.year - 1)
