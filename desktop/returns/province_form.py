"""The provinces' form: a month's exports beside the plan of the year, sent by a department.

The form prints neither title nor year, and often not even the province: what the sheet leaves
unsaid is looked for in its lines, its name and the workbook's name, and never made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.provinces import province_in, province_named
from desktop.figures.series import UNKNOWN, Ownership
from desktop.returns import heading_words as words
from desktop.returns.binding import dating
from desktop.returns.country_size import SIGNED, has_plan
from desktop.returns.found_table import Table
from desktop.returns.grid import MAX_ROW
from desktop.returns.gso_partners import has_partners
from desktop.returns.headings import flow
from desktop.returns.partner_labels import MarketLabels
from desktop.returns.province_labels import ProvinceLabels
from desktop.returns.province_plan import proposals
from desktop.returns.recipe import Prepared, Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.table import untitled
from desktop.returns.text import folded
from desktop.returns.title_scope import names_province
from desktop.returns.titles import Title

_GOODS = re.compile(r"\b(?:hang hoa|mat hang|ten hang|goods|commodit|items?)\b")
_DEPARTMENT = (
    r"so (?:cong thuong|cong nghiep|thuong mai|tai chinh|ke hoach (?:va |& )?dau tu|nong nghiep)"
)
_OFFICE = re.compile(
    rf"\b(?:{_DEPARTMENT}|uy ban nhan dan|ubnd|cuc thong ke|thong ke (?:tinh|thanh pho|tp\.?)"
    r"|(?:toan|dia ban) (?:tinh|thanh pho)"
    r"|(?:xuat khau|nhap khau|cua) tinh|tinh [a-z]+ thang"
    r"|department of (?:industry|trade|commerce|planning)|people'?s committee|provincial"
    r"|province of|(?:of|in) [a-z -]{2,20} province)\b|^tinh\b"
)
_NATIONAL = re.compile(
    r"\b(?:ca nuoc|toan quoc)\b|^(?:tong )?cuc hai quan\b|^tong cuc\b|^hai quan viet nam\b"
    r"|^(?:bo (?:cong thuong|tai chinh)|(?:general )?department of (?:viet ?nam )?customs"
    r"|viet ?nam customs|(?:general|national) statistics office)$"
)
"""Who counts for the country, or says that it is counted."""
_LOCAL = re.compile(rf"\b(?:{_DEPARTMENT}|uy ban nhan dan|ubnd|chi cuc)\b")
"""Who counts for a province, whichever it is, and writes to a ministry."""
_OF_ONE = re.compile(
    r"\btren dia ban\b(?! (?:ca nuoc|toan quoc|cac |\d))|\btoan (?:tinh|thanh pho)\b|\bcua tinh\b"
)
"""Says that a table is of one province, and not of which."""
_TO_MANY = re.compile(r"\bnoi nhan\b|\bcac (?:tinh|thanh pho|so|dia phuong|chi cuc)\b")
"""Begins a line of those who get a paper, or of all provinces."""
_EXPORTS = re.compile(r"(?<![a-z])(?:xk|xuat ?khau|exports?)(?![a-z])")
_IMPORTS = re.compile(r"(?<![a-z])(?:nk|nhap ?khau|imports?)(?![a-z])")
_MONTH_YEAR = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[._ -]?(20\d{2})(?!\d)")
_YEAR_MONTH = re.compile(r"(?<!\d)(20\d{2})[._ -]?(0[1-9]|1[0-2])(?!\d)")
_ENGLISH = re.compile(r"\b(?:goods|commodit\w*|items?|products?|exports?|imports?)\b")
_HANG = re.compile(r"\bhang\b")
_SEALED = re.compile(
    rf"^(?:(?:kt\.? ?|tl\.? ?|tuq\.? ?)?(?:pho )?giam doc(?: {_DEPARTMENT})?$|(?:nguon|source) ?:.*"
    rf"\b(?:{_DEPARTMENT}|thong ke (?:tinh|thanh pho|tp))\b)"
)
"""Who signs for a department, or where a province's figures come from."""
_CAPITAL = "TP. Hà Nội"
_OCEAN = re.compile(r"thái bình dương", re.IGNORECASE)
"""No province, but for two of its words."""
_HEADING_ROWS = 16
_MILLION = 1_000_000


def forms(sheet: Sheet) -> Iterator[Table]:
    """Find the form on a sheet without a title: goods, measures, and a column of the plan."""
    first = _first_texts(sheet)
    if not any(map(_speaks_of_plan, first)):
        return
    said = "_".join(map(folded, (*first, sheet.name, sheet.book)))
    exports, imports = bool(_EXPORTS.search(said)), bool(_IMPORTS.search(said))
    way = flow(("Xuất khẩu" if exports else "") + (" Nhập khẩu" if imports else ""))
    table = untitled(sheet, Title(sheet.book, way, Ownership.ALL))
    if has_plan(table) and _GOODS.search(folded(table.label_heading)):
        yield table


@lru_cache(maxsize=4096)
def _speaks_of_plan(text: str) -> bool:
    return bool(words.PLAN.search(folded(text)))


def _first_texts(sheet: Sheet) -> list[str]:
    near = islice((n for n in sheet.numbers if n <= MAX_ROW), _HEADING_ROWS)
    return [text for number in near for _, text in sheet.texts(number)]


def _fits(table: Table) -> bool:
    return is_of_a_province(table) or (has_plan(table) and not _is_of_the_country(table))


def is_of_a_province(table: Table) -> bool:
    """Say whether a table is of a province, by its title, or by who sends it or is told above."""
    lines = (table.title.text, *table.above)
    named = any(map(_names_province, lines)) or names_province(table.title.text)
    return named or (not table.is_countrys and (is_somewhere(table) or _is_said_aside(table)))


def _is_said_aside(table: Table) -> bool:
    """Say whether a title names a province, or a line of its own does, or who signed elsewhere."""
    title = _OCEAN.sub(" ", table.title.text)
    if table.is_by_name_a_provinces:
        return True
    if province_in(title) != UNKNOWN and not SIGNED.search(folded(title)):
        return True
    if any(province_named(line) != UNKNOWN for line in table.above if line != table.title.text):
        return True
    return any(map(_is_signed_elsewhere, table.beneath))


@lru_cache(maxsize=1024)
def _is_signed_elsewhere(line: str) -> bool:
    """Say whether a line beneath a table is of a province's office: its seal, its place, a source.

    Those of the country sign in the capital.
    """
    plain = folded(line)
    if SIGNED.search(plain):
        return province_in(line) not in {UNKNOWN, _CAPITAL}
    return bool(_SEALED.search(plain)) and not _TO_MANY.search(plain)


def is_somewhere(table: Table) -> bool:
    """Say whether a table is of a province, or by who counts there, though it names none."""
    return any(_is_of_one(line) for line in (table.title.text, *table.above))


@lru_cache(maxsize=1024)
def _is_of_one(line: str) -> bool:
    plain = folded(line)
    said = _OF_ONE.search(plain) or _LOCAL.search(plain)
    return bool(said) and not (_NATIONAL.search(plain) or _TO_MANY.search(plain))


def _is_of_the_country(table: Table) -> bool:
    """Say whether a table is a ministry's, of the whole country, or counts as such tables do.

    The statistics office's are in thousand tonnes and million USD.
    """
    counted = table.title.flow and table.units.weight and (table.units.money or 0) >= _MILLION
    if counted or any(_LOCAL.search(folded(line)) for line in table.above):
        return bool(counted)
    return table.is_countrys or _is_english(table) or any(map(_names_country, table.above))


def _is_english(table: Table) -> bool:
    """Say whether a table speaks English over its names, as no department of a province does."""
    heading = folded(table.label_heading or table.title.text)
    return bool(_ENGLISH.search(heading)) and not _HANG.search(heading)


def _names_country(line: str) -> bool:
    return bool(_NATIONAL.search(folded(line))) and province_in(line) == UNKNOWN


def _names_province(line: str) -> bool:
    """Say whether the line speaks of a province, and not of where a paper was signed."""
    plain = folded(line)
    return bool(_OFFICE.search(plain)) and province_in(line) != UNKNOWN


def _prepared(sheet: Sheet, table: Table) -> Prepared:
    """Find month, province and flow, each where it is said; say what is said nowhere."""
    findings: list[Finding] = []
    if dating(table).month is None:
        month = _month_of(sheet, table)
        if month is None:
            findings.append(Finding(Severity.ERROR, "year_unsaid", sheet.name))
        else:
            table.above += (f"Tháng {month.number} năm {month.year}",)
    if not (table.title.flow or _heads_say_flow(table) or _rows_say_flow(sheet, table)):
        findings.append(Finding(Severity.ERROR, "flow_unsaid", sheet.name))
    table.province = _province(sheet, table)
    if table.province == UNKNOWN:
        findings.append(Finding(Severity.WARNING, "province_unsaid", sheet.name))
    return table, tuple(findings)


def _heads_say_flow(table: Table) -> bool:
    """Say whether each figure stands beneath a way of trade."""
    headings = [c.heading for c in table.columns if not (c.heading.left_out or c.heading.compared)]
    return bool(headings) and all(heading.flow for heading in headings)


def _rows_say_flow(sheet: Sheet, table: Table) -> bool:
    """Say whether the first row, or that beneath a sum of both flows, is the total of one."""
    first = (text for n in table.rows[:2] for text in sheet.texts(n))
    return any(flow(text) for column, text in first if column in table.labels)


def _month_of(sheet: Sheet, table: Table) -> Month | None:
    """The month by a name that agrees with the headings, "bc_xk022020" with "Tháng 02"."""
    printed = max((c.heading.last_month for c in table.columns), default=0)
    for month in months_in(sheet.name, sheet.book):
        if not printed or month.number == printed:
            return month
    return None


def months_in(*names: str) -> Iterator[Month]:
    """Find the months that names of sheets and workbooks give: "bc_xk022020"."""
    for name in names:
        for found in _MONTH_YEAR.finditer(name):
            yield Month(int(found[2]), int(found[1]))
        for found in _YEAR_MONTH.finditer(name):
            yield Month(int(found[1]), int(found[2]))


def _province(sheet: Sheet, table: Table) -> str:
    """The province that is named first: by its office, in any other line, in a name."""
    month = dating(table).month
    lines = [*table.above, *table.beneath]
    return _first_named(
        [
            *filter(_names_province, lines),
            *(line for line in lines if not SIGNED.search(folded(line))),
            sheet.name,
            sheet.book,
        ],
        month,
    )


def _first_named(texts: Iterable[str], month: Month | None) -> str:
    named = (province_in(text, month) for text in texts)
    return next((province for province in named if province != UNKNOWN), UNKNOWN)


BY_MARKET = Recipe(
    "province_markets", "PROVINCE", lambda table: has_partners(table) and _fits(table),
    MarketLabels, _prepared, proposals=proposals, names_partners=True,
)  # fmt: skip
RECIPE = Recipe(
    "province_form", "PROVINCE", _fits, ProvinceLabels, _prepared, proposals=proposals
)  # fmt: skip
