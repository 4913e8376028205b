"""What is typed for a year, a month, a day or a moment, read as such."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from desktop.cli.session import Session
from desktop.figures.month import Month
from desktop.figures.vintage import iso_day
from desktop.figures.wording import N_, language

FIRST_YEAR, LAST_YEAR = 1900, 2199


class WholeNumber(click.IntRange):
    """A whole number within bounds."""

    name = "whole number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Parse, or fail as a usage error."""
        try:
            int(value)
        except ValueError:
            self.fail(_say(ctx, N_("{value} is not a whole number"), value), param, ctx)
        return super().convert(value, param, ctx)


class YearParameter(click.ParamType[int]):
    """A year written YYYY."""

    name = "YYYY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Parse, or fail as a usage error."""
        if isinstance(value, int):
            return value
        if not (value.isdecimal() and FIRST_YEAR <= int(value) <= LAST_YEAR):
            self.fail(_say(ctx, N_("{value} is not a year written YYYY"), value), param, ctx)
        return int(value)


class MonthParameter(click.ParamType[Month]):
    """A month written YYYY-MM."""

    name = "YYYY-MM"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """Parse, or fail as a usage error."""
        if isinstance(value, Month):
            return value
        try:
            return Month.parse(value)
        except ValueError:
            self.fail(_say(ctx, N_("{value} is not a month written YYYY-MM"), value), param, ctx)


class DayParameter(click.ParamType[date]):
    """A day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Parse, or fail as a usage error."""
        if isinstance(value, date):
            return value
        try:
            return iso_day(value)
        except ValueError:
            self.fail(_say(ctx, N_("{value} is not a day written YYYY-MM-DD"), value), param, ctx)


class MomentParameter(click.ParamType["date | datetime"]):
    """A day written YYYY-MM-DD, or a moment of it: YYYY-MM-DDTHH:MM:SS, with or without a zone."""

    name = "YYYY-MM-DD[THH:MM]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | datetime:
        """Parse, or fail as a usage error; a moment without a zone is in the clock's."""
        if isinstance(value, date):
            return value
        try:
            if len(value) <= len("YYYY-MM-DD"):
                return iso_day(value)
            moment = datetime.fromisoformat(value)
        except ValueError:
            said = N_("{value} is not a day, nor a moment written YYYY-MM-DDTHH:MM")
            self.fail(_say(ctx, said, value), param, ctx)
        session = ctx.find_object(Session) if ctx else None
        if moment.tzinfo is None and session:
            return moment.replace(tzinfo=session.clock().tzinfo)
        return moment.astimezone() if moment.tzinfo is None else moment


def _say(ctx: click.Context | None, text: str, value: object) -> str:
    session = ctx.find_object(Session) if ctx else None
    return (session.language if session else language("en"))._(text, value=value)


NUMBER = WholeNumber(1, 2**31 - 1)
"""What the archive counts: a return, a target, a layout, a silence, groupings."""

YEAR, MONTH, DAY, MOMENT = YearParameter(), MonthParameter(), DayParameter(), MomentParameter()

FILE = click.Path(path_type=Path)
