"""The one language catalogue, and how numbers and dates are written in Vietnamese and English."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cache, cached_property
from itertools import groupby

from desktop.figures.harmless import harmless
from desktop.figures.month import Month
from desktop.figures.places import resource

LANGUAGES = ("vi", "en")
DOMAIN = "export_tracker"
BILLION = 1e9
MILLION = 1e6
MINUS = "\u2212"
NO_BREAK = "\u00a0"
_NOT_ZERO = frozenset("123456789")


def fitting(usd: float, least: int = 1) -> int:
    """Give the decimals of an amount in billions: so many, more below ten billion and less.

    A province's amounts are small beside the country's. Below a hundred millions one decimal less
    than `side_by_side`: there amounts stand beside smaller ones.
    """
    if abs(usd) >= 10 * BILLION or not usd:
        return least
    needed = 2 if abs(usd) >= BILLION else max(3, side_by_side((usd,)) - 1)
    return max(needed, least)


def side_by_side(amounts: Iterable[float | None], least: int = 2) -> int:
    """Give the decimals of amounts (US dollars) that stand together in billions.

    So many, more where even the largest is below one billion: its first digits are seen.
    """
    known = [usd for usd in amounts if usd is not None]
    largest = max(*known, -min(known)) if known else 0.0
    needed = next((n for n, least_usd in _DECIMALS if largest >= least_usd), _MOST_DECIMALS)
    return max(needed, least) if largest else least


def in_millions(amounts: Iterable[float | None], least: int = 1) -> int:
    """Give the decimals of amounts (US dollars) that stand together in millions.

    So many, or as many as show the digits that `side_by_side` shows of them.
    """
    return max(least, side_by_side(amounts) - 3)


_DECIMALS = ((2, BILLION), (3, BILLION / 10), (4, BILLION / 100), (5, BILLION / 1000))
_MOST_DECIMALS = 6


def apart(edges: tuple[float, float], least: int, lang: Language) -> tuple[str, str]:
    """Write two amounts in billions with so many decimals, more where they would read the same."""
    for decimals in range(least, max(least, 3) + 1):
        low, high = (lang.billions(edge, decimals) for edge in edges)
        if low != high:
            break
    return low, high


def capitalised(text: str) -> str:
    """Set the first letter in capitals, the rest as it is."""
    return text[:1].upper() + text[1:]


class Language:
    """One language: ``lang._("text")`` translates, the other methods write numbers and dates.

    Get one from `language`. Source strings are English; ``{name}`` blanks are filled by keyword.
    """

    def __init__(self, code: str) -> None:
        """Load the catalogue of a language in `LANGUAGES`; raises `ValueError` for any other."""
        if code not in LANGUAGES:
            raise ValueError(f"{code!r} is not one of {', '.join(LANGUAGES)}")
        self.code = code
        self._catalogue = gettext.translation(
            DOMAIN, str(resource("translations")), [code], fallback=code == "en"
        )
        self._texts: dict[str, str] = {}

    def __reduce__(self) -> tuple[Callable[[str], Language], tuple[str]]:
        """Be handed to another process by the code."""
        return language, (self.code,)

    def _(self, text: str, **blanks: object) -> str:
        """Translate, then fill the blanks."""
        translated = self._texts.get(text)
        if translated is None:
            translated = self._texts[text] = self._catalogue.gettext(text)
        return translated.format(**_harmless(blanks)) if blanks else translated

    def plural(self, one: str, many: str, count: int, **blanks: object) -> str:
        """Translate by number; ``{count}`` is filled as well."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **_harmless(blanks))

    @cached_property
    def _separators(self) -> dict[int, int]:
        return str.maketrans(",.", ".," if self.code == "vi" else ",.")

    def number(self, amount: float, decimals: int = 0, *, sign: bool = False) -> str:
        """Write a number with the locale's separators; a true minus sign; ``+`` if `sign`.

        An amount that rounds to zero carries no sign.
        """
        digits = f"{abs(amount):,.{decimals}f}".translate(self._separators)
        if _NOT_ZERO.isdisjoint(digits):
            return digits
        return (MINUS if amount < 0 else "+" if sign else "") + digits

    def billions(self, usd: float, decimals: int = 1, *, sign: bool = False) -> str:
        """Write US dollars as billions, without the unit."""
        return self.number(usd / BILLION, decimals, sign=sign)

    def millions(self, usd: float, decimals: int = 1, *, sign: bool = False) -> str:
        """Write US dollars as millions, without the unit."""
        return self.number(usd / MILLION, decimals, sign=sign)

    def percent(self, fraction: float, decimals: int = 1, *, sign: bool = False) -> str:
        """Write a fraction as per cent: 0.144 is ``14,4%``."""
        return self.number(fraction * 100, decimals, sign=sign) + "%"

    def points(self, fraction: float, decimals: int = 1) -> str:
        """Write a fraction as percentage points, signed, without the unit."""
        return self.number(fraction * 100, decimals, sign=True)

    def moment(self, at: date | datetime) -> str:
        """Write a day, or a moment to the minute: 12/07/2025 09:05, or 12 Jul 2025 09:05."""
        return f"{self.date(at)} {at:%H:%M}" if isinstance(at, datetime) else self.date(at)

    def date(self, day: date) -> str:
        """Write a day: 06/07/2025, or 6 Jul 2025."""
        if self.code == "vi":
            return f"{day.day:02d}/{day.month:02d}/{day.year}"
        return f"{day.day} {_EN_MONTHS[day.month - 1]} {day.year}"

    def day_of(self, stamp: str) -> str:
        """Write the day of a stamp (ISO 8601) where the user is; as it stands where it is none."""
        try:
            moment = datetime.fromisoformat(stamp)
        except ValueError:
            return stamp
        return self.date((moment.astimezone() if moment.tzinfo else moment).date())

    def month(self, month: Month) -> str:
        """Write a month in a sentence: tháng 6/2025, or June 2025."""
        if self.code == "vi":
            return f"tháng{NO_BREAK}{month.number}/{month.year}"
        return f"{_EN_FULL_MONTHS[month.number - 1]} {month.year}"

    def months(self, months: Sequence[Month]) -> list[str]:
        """Write months in their order, three or more that follow each other as one span."""
        texts: list[str] = []
        for _, run in groupby(enumerate(months), key=lambda placed: placed[1].ordinal - placed[0]):
            texts += self._run([month for _, month in run])
        return texts

    def _run(self, run: list[Month]) -> list[str]:
        """Write a run: January to July 2026, or tháng 1 đến tháng 7/2026."""
        if len(run) < 3:
            return [self.month(month) for month in run]
        first, last = run[0], run[-1]
        start = self.month_name(first.number) if first.year == last.year else self.month(first)
        return [self._("{first} to {last}", first=start, last=self.month(last))]

    def month_name(self, number: int) -> str:
        """Write a month without its year: tháng 6, or June."""
        return f"tháng{NO_BREAK}{number}" if self.code == "vi" else _EN_FULL_MONTHS[number - 1]

    def month_tick(self, number: int) -> str:
        """Write a month on an axis: T6, or Jun."""
        return f"T{number}" if self.code == "vi" else _EN_MONTHS[number - 1]


_EN_FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_EN_MONTHS = tuple(name[:3] for name in _EN_FULL_MONTHS)


@cache
def language(code: str) -> Language:
    """Give the language of a code ("vi" or "en"), loaded once."""
    return Language(code)


def _harmless(blanks: dict[str, object]) -> dict[str, object]:
    """Give what fills blanks; of texts, which may be a file's, only what is shown."""
    for name, value in blanks.items():
        if isinstance(value, str) and not value.isprintable():
            blanks[name] = harmless(value)
    return blanks


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a text translated later
    """Mark a text for the catalogue where it stands; it is translated where it is shown."""
    return text
