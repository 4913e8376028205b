"""What an official is asked about a file, in words, and the answers offered to choose from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import isclose
from typing import TYPE_CHECKING

from desktop.figures import catalogue
from desktop.figures.collation import alphabetical
from desktop.figures.directions import LEAVE_OUT, NameKind
from desktop.figures.harmless import in_short
from desktop.figures.month import Month
from desktop.figures.names import folded_key
from desktop.figures.provinces import province_names
from desktop.figures.reading import Ask, NameHow, NameSeen, Question, Reading
from desktop.figures.series import NEW, TRADE, Flow
from desktop.figures.wording import N_, Language
from desktop.gui.review.words import flow_words, unit_spelled

if TYPE_CHECKING:
    from desktop.workflow import Preview

UNITS = (
    "1 USD", "1000 USD", "1000000 USD", "1000000000 USD", "1 t", "1000 t", "0.001 t", "0.1 t",
    "1 pcs", "1000 pcs", "index", "percent",
)  # fmt: skip
WRITINGS = ("1.234,5", "1,234.5")
_MOST_FOUND = 40
LONGEST = 240
"""Letters of a name in a question or a tip: all that a catalogue's longest has, and more."""
_ROUNDED = 1e-6
_TRUE_DIGITS = 12
"""Of the seventeen that a cell may print, as 9703.975779999999."""
_MONTH = re.compile(r"(?:(\d{4})-(\d{1,2})|T?(\d{1,2})[/.-](\d{4}))", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_OF_THOUSANDS = re.compile(r"-?\d{1,3}\.\d{3}")


@dataclass(frozen=True, slots=True)
class Offer:
    """One answer: its value as the engine takes it, its words, and a quiet word beside them."""

    value: str
    words: str
    aside: str = ""


_SENTENCES = {
    Ask.PASSWORD: N_("This file is locked. What is its password?"),
    Ask.LAYOUT: N_("No layout that is known fits the sheet “{sheet}”."),
    Ask.MONTH: N_("Which month is this return about?"),
    Ask.FLOW: N_("Does this table show exports or imports?"),
    Ask.UNIT: N_("In which unit are these figures printed?"),
    Ask.WRITING: N_("How are numbers written in this table?"),
    Ask.NAME: N_("What does this sender mean by “{about}”?"),
    Ask.FIGURE: N_("Is {found} right for {about}?"),
    Ask.COLUMNS: N_("Have these two columns changed places?"),
}
_REASONS = {
    Ask.PASSWORD: N_("The password is used for this reading only; it is never stored."),
    Ask.LAYOUT: N_("A proposal is drawn on the sheet. Correct what is wrong, then read it so."),
    Ask.MONTH: N_("Title and headings do not agree, or do not say."),
    Ask.FLOW: N_("Neither the title nor the headings say which."),
    Ask.UNIT: N_("The sheet does not say, or contradicts itself."),
    Ask.WRITING: N_("“{found}” can be read in two ways."),
    Ask.NAME: N_("The answer is remembered for this sender."),
    Ask.FIGURE: N_("It does not agree with the other figures. What was printed is kept beside it."),
    Ask.COLUMNS: N_("What stands in each fits the heading of the other."),
}

_LIKE_OTHER_FLOW = N_("Its figures are like those that earlier returns gave for the other flow.")


def question_words(question: Question, lang: Language) -> tuple[str, str]:
    """Give the question as one sentence, and why it is asked."""
    found = question.found
    if question.ask is Ask.FIGURE and (number := _printed(question)):
        found = shown_number(number, lang)
    blanks = {
        "sheet": question.sheet,
        "about": in_short(question.about or question.cell, LONGEST),
        "found": in_short(found, LONGEST),
    }
    by_archive = question.ask is Ask.FLOW and bool(question.flow)
    reason = _LIKE_OTHER_FLOW if by_archive else _REASONS[question.ask]
    return lang._(_SENTENCES[question.ask], **blanks), lang._(reason, **blanks)


def questions_of(preview: Preview) -> tuple[Question, ...]:
    """Give all that is open about a file, what is needed first; undecided names among them."""
    reading, asked = preview.reading, list(preview.questions)
    known = {(q.flow, q.about) for q in asked if q.ask is Ask.NAME}
    asked += [
        question_about(name)
        for name in reading.names
        if name.how is NameHow.UNDECIDED and (name.flow, name.label) not in known
    ]
    return tuple(sorted(asked, key=lambda q: not q.needed))


def question_about(name: NameSeen) -> Question:
    """Ask about a name, decided or not."""
    choices = name.suggestions
    if name.code:
        choices = (name.code, *(c for c in choices if c != name.code))
    cell = name.cells[0] if name.cells else ""
    return Question(
        Ask.NAME, name.sheet, cell, name.label, name.label, choices, flow=name.flow, needed=False
    )


def kind_of(question: Question, reading: Reading) -> NameKind:
    """Say what the name in a question names, as the reading saw it."""
    seen = (n.kind for n in reading.names if n.label == question.about and n.flow == question.flow)
    return next(seen, NameKind.ITEM)


def offers(
    question: Question, typed: str, lang: Language, kind: NameKind = NameKind.ITEM
) -> list[Offer]:
    """Give the answers to choose from, likeliest first, narrowed by what was typed."""
    if question.ask is Ask.NAME:
        return list(_name_offers(question, typed, kind, lang))
    make = _OFFERS.get(question.ask)
    return make(question, typed, lang) if make else []


def means_something(question: Question, typed: str, lang: Language) -> bool:
    """Say whether what was typed may be an answer: a number, a month, words of a unit."""
    match question.ask:
        case Ask.FIGURE:
            return _NUMBER.fullmatch(typed) is not None
        case Ask.MONTH:
            return bool(month_typed(typed))
        case Ask.UNIT:
            every = _unit_offers(question, "", lang)
            return any(folded_key(typed) in folded_key(one.words) for one in every)
    return True


def _flow_offers(question: Question, typed: str, lang: Language) -> list[Offer]:
    flows = question.choices or tuple(f.value for f in TRADE)
    return _narrowed([Offer(f, flow_words(f, lang)) for f in flows], typed)


def _unit_offers(question: Question, typed: str, lang: Language) -> list[Offer]:
    units = dict.fromkeys((*question.choices, *UNITS))
    return _narrowed([Offer(u, unit_spelled(u, lang)) for u in units], typed)


def _writing_offers(question: Question, _typed: str, lang: Language) -> list[Offer]:
    writings = question.choices or WRITINGS
    return [Offer(w, w, writing_words(w, lang)) for w in writings]


def _narrowed(found: list[Offer], typed: str) -> list[Offer]:
    wanted = folded_key(typed)
    return [o for o in found if wanted in folded_key(o.words)] or found


def writing_words(writing: str, lang: Language) -> str:
    """Say which sign stands before the decimals."""
    if writing == WRITINGS[0]:
        return lang._("dot in thousands, comma in decimals")
    return lang._("comma in thousands, dot in decimals")


# Names ---------------------------------------------------------------------------------------


def _name_offers(question: Question, typed: str, kind: NameKind, lang: Language) -> Iterator[Offer]:
    names = dict(names_of(kind, question.flow, lang.code))
    if not typed.strip():
        for code in question.choices:
            yield Offer(code, names.get(code, code.removeprefix(NEW)), lang._("near name"))
    else:
        found = (Offer(c, n) for c, n in _searched(names.items(), typed))
        yield from (o for o, _ in zip(found, range(_MOST_FOUND), strict=False))
    new = typed.strip() or question.about
    yield Offer(NEW + new, lang._("New: “{name}”", name=new), lang._("not in the catalogue"))
    yield Offer(LEAVE_OUT, lang._("Leave it out"), lang._("now and in later files"))


def _searched(names: Iterable[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    """Names that hold what was typed, those that begin with it first, each by the alphabet."""
    wanted = folded_key(typed)
    held = [(c, n) for c, n in names if wanted in _folded(n) or wanted == folded_key(c)]
    return sorted(
        held, key=lambda found: (not _folded(found[1]).startswith(wanted), alphabetical(found[1]))
    )


@cache
def _folded(name: str) -> str:
    return folded_key(name)


@cache
def names_of(kind: NameKind, flow: str, language: str) -> tuple[tuple[str, str], ...]:
    """Give every code of a catalogue with its name in a language."""
    if kind is NameKind.MARKET:
        return tuple((n.code, n.text(language)) for n in catalogue.markets())
    if kind is NameKind.PROVINCE:
        return tuple((name, name) for name in province_names())
    if kind is NameKind.INDUSTRY:
        return tuple((n.code, n.text(language)) for n in catalogue.industries())
    way = Flow(flow) if flow in TRADE else Flow.EXPORT
    codes = catalogue.item_codes(way.value if flow else "")
    return tuple((n.code, n.text(language)) for n in catalogue.items(way) if n.code in codes)


# Months and figures --------------------------------------------------------------------------


def month_typed(text: str) -> str:
    """Read "2025-06", "6/2025" or "T6/2025" as "2025-06"; empty for anything else."""
    found = _MONTH.fullmatch(text.strip())
    if not found:
        return ""
    year, number = int(found[1] or found[4]), int(found[2] or found[3])
    return str(Month(year, number)) if 1 <= number <= 12 and year else ""


def month_shown(text: str, lang: Language) -> str:
    """Write "2025-06" as one types it in a language: 6/2025, or 2025-06."""
    month = Month.parse(text)
    return f"{month.number}/{month.year}" if lang.code == "vi" else text


def _month_offers(question: Question, typed: str, lang: Language) -> list[Offer]:
    months = [month_typed(typed), *question.choices]
    known = [m for m in dict.fromkeys(months) if month_typed(m)]
    return [Offer(m, lang.month(Month.parse(m))) for m in known]


def _figure_offers(question: Question, typed: str, lang: Language) -> list[Offer]:
    number = typed.strip().replace(",", ".")
    found = [Offer(number, lang._("Use {number}", number=shown_number(number, lang)))] if (
        _NUMBER.fullmatch(typed.strip())
    ) else []  # fmt: skip
    printed = _printed(question)
    for choice in question.choices:
        if not _same(choice, printed) and choice not in {o.value for o in found}:
            found.append(Offer(choice, lang._("Use {number}", number=shown_number(choice, lang))))
    if printed:
        found.append(Offer(printed, lang._("Keep {number}", number=shown_number(printed, lang))))
    return [*found, Offer("", lang._("Leave it out"), lang._("in this file"))]


def _printed(question: Question) -> str:
    """Give the number that stood in the cell; empty where its text would pass for another one."""
    number = plain_number(question.found)
    alike = any(_same(choice, number) for choice in question.choices)
    return number if alike or not _OF_THOUSANDS.fullmatch(number) else ""


def _column_offers(question: Question, _typed: str, lang: Language) -> list[Offer]:
    one, other = (cell.rstrip("0123456789") for cell in (question.cell, question.choices[0]))
    return [
        Offer(
            question.choices[0], lang._("Exchange columns {one} and {other}", one=one, other=other)
        ),
        Offer(question.choices[-1], lang._("Keep them as they stand")),
    ]


def _same(one: str, other: str) -> bool:
    """Say whether two plain decimals are one number, but for digits that were rounded away."""
    if not (_NUMBER.fullmatch(one) and _NUMBER.fullmatch(other)):
        return one == other
    return isclose(float(one), float(other), rel_tol=_ROUNDED)


def shown_number(number: str, lang: Language) -> str:
    """Write a plain decimal as the language does, without the noise of Excel's arithmetic."""
    if not _NUMBER.fullmatch(number):
        return number
    _, _, rest = f"{float(number):.{_TRUE_DIGITS}g}".partition(".")
    return lang.number(float(number), len(rest) if rest.isdigit() else 0)


def plain_number(printed: str) -> str:
    """Give what a cell printed as a plain decimal; empty where it is written with both signs."""
    text = printed.strip().replace(" ", "")
    return text.replace(",", ".") if _NUMBER.fullmatch(text) else ""


_OFFERS: dict[Ask, Callable[[Question, str, Language], list[Offer]]] = {
    Ask.MONTH: _month_offers,
    Ask.FLOW: _flow_offers,
    Ask.UNIT: _unit_offers,
    Ask.WRITING: _writing_offers,
    Ask.FIGURE: _figure_offers,
    Ask.COLUMNS: _column_offers,
}
