"""The preview: what a report says as HTML, in the part of it that Qt's text documents know."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.figures.paper import Paper
from desktop.figures.wording import NO_BREAK
from desktop.reports import palette
from desktop.reports.content.numbers import card_figure, card_unit, written
from desktop.reports.content.report import Number, Tone
from desktop.reports.preview import drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.figures.wording import Language
    from desktop.reports.content.report import Card, Report, Row, Section, Sentence, Table

_STYLE = f"""
body {{ font-family: Inter, {palette.FONT}, sans-serif; font-size: 10pt; color: {palette.INK}; }}
h1 {{ font-size: 18pt; color: {palette.PRIMARY}; margin-top: 0; margin-bottom: 4px; }}
h2 {{ font-size: 12.5pt; color: {palette.PRIMARY}; margin-top: 20px; margin-bottom: 5px; }}
h3 {{ font-size: 10pt; margin-top: 14px; margin-bottom: 3px; }}
p {{ margin-top: 0; margin-bottom: 6px; }}
.note {{ font-size: 8.5pt; color: {palette.MUTED}; }}
.subtitle {{ color: {palette.SECONDARY}; }}
.lead {{ font-weight: bold; }}
.label {{ font-size: 8pt; color: {palette.SECONDARY}; }}
.figure {{ font-size: 15pt; font-weight: bold; }}
.row {{ font-size: 9pt; }}
"""


def preview(report: Report, language: Language) -> Paper:
    """Write the page; a chart is an image whose source holds the drawing itself (SVG)."""
    stamp = report.stamp
    head = (
        f'<meta charset="utf-8"><title>{escape(report.title)}</title>'
        f'<meta name="identifier" content="{escape(stamp.text())}"><style>{_STYLE}</style>'
    )
    blocks = tuple(_blocks(report, language))
    return Paper(report.title, head, blocks, stamp.text(), stamp.made_at, report.language)


def _blocks(report: Report, language: Language) -> Iterator[str]:
    yield (
        f"<h1>{escape(report.title)}</h1>"
        f'<p class="subtitle">{escape(report.subtitle)}</p>{_cards(report, language)}'
    )
    for section in report.sections:
        yield from _section(section, language, first=section is report.sections[0])
    yield f'<p class="note">{escape(report.source_line)}</p>'


def _cards(report: Report, language: Language) -> str:
    cells = "".join(_card(card, language) for card in report.cards)
    return (
        f'<table width="100%" cellspacing="4" cellpadding="6" border="0"><tr>{cells}</tr></table>'
    )


def _card(card: Card, language: Language) -> str:
    figure = f'<span class="figure">{escape(card_figure(card, language))}</span>'
    if unit := card_unit(card, language):
        figure += f'<span class="label">{NO_BREAK}{escape(unit.replace(" ", NO_BREAK))}</span>'
    ink = palette.SECONDARY if card.tone is Tone.PLAIN else palette.INKS[card.tone]
    return (
        f'<td width="20%" align="center" bgcolor="{palette.PAPER}">'
        f'<span class="label">{escape(card.label)}</span><br>{figure}<br>'
        f'<span class="label" style="color: {ink}">{escape(card.note)}</span></td>'
    )


def _section(section: Section, language: Language, *, first: bool) -> Iterator[str]:
    """Give the blocks of a section; its heading stays with the first of them."""
    heading = f"<h2>{escape(section.title)}</h2>"
    for number, block in enumerate(_inside(section, language, first=first)):
        yield block if number else heading + block


def _inside(section: Section, language: Language, *, first: bool) -> Iterator[str]:
    for number, sentence in enumerate(section.sentences):
        lead = ' class="lead"' if first and number == 0 else ""
        yield f"<p{lead}>{_told(sentence)}</p>"
    if chart := section.chart:
        title = f"<h3>{escape(chart.title)} ({escape(chart.unit_name)})</h3>"
        yield f"{title}<p>{drawing.image(chart, language)}</p>"
    for table in section.tables:
        yield _table(table, language)


def _told(sentence: Sentence) -> str:
    """Write a sentence; of a warning, how grave it is stands out."""
    ink = palette.INKS[sentence.tone]
    grave, colon, rest = sentence.text.partition(":")
    if sentence.key.startswith("warning:") and colon:
        return f'<b style="color: {ink}">{escape(grave)}:</b>{escape(rest)}'
    return f'<span style="color: {ink}">{escape(sentence.text)}</span>'


def _table(table: Table, language: Language) -> str:
    heads = "".join(
        f'<th class="row" align="{"right" if column.unit else "left"}" width="{width:.1%}" '
        f'bgcolor="{palette.PRIMARY_SOFT}" style="{gap}">{escape(column.head)}</th>'
        for column, width, gap in zip(table.columns, table.widths, _gaps(table), strict=True)
    )
    rows = "".join(_row(row, table, language) for row in table.rows)
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    return (
        f"<h3>{escape(table.title)}</h3>{note}"
        f'<table width="100%" cellspacing="0" cellpadding="3" border="0">'
        f"<thead><tr>{heads}</tr></thead>{rows}</table>"
    )


def _gaps(table: Table) -> list[str]:
    """Keep texts apart from the numbers before them: these end where those begin."""
    units = [column.unit for column in table.columns]
    return [
        "padding-left: 12px" if before and not unit else ""
        for before, unit in zip([None, *units], units, strict=False)
    ]


def _row(row: Row, table: Table, language: Language) -> str:
    cells = []
    for cell, column, gap in zip(row.cells, table.columns, _gaps(table), strict=True):
        text = written(cell, column, language) if isinstance(cell, Number) else cell
        told = f"<b>{escape(text)}</b>" if row.total else escape(text)
        side = "right" if column.unit else "left"
        back = f' bgcolor="{palette.PAPER}"' if row.total else ""
        line = f"border-bottom: 1px solid {palette.LINE}; {gap}"
        cells.append(f'<td class="row" align="{side}"{back} style="{line}">{told}</td>')
    return f"<tr>{''.join(cells)}</tr>"
