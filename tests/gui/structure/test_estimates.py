"""Estimates look otherwise than actuals on heat map, areas and world map, and are explained."""

from __future__ import annotations

from dataclasses import replace

from desktop.figures.figure import Status


def estimated(answer):
    """The same answer, every figure of it an estimate."""
    parts = tuple(p._replace(status=Status.ESTIMATE) for p in answer.singles.parts)
    split = replace(answer.singles, parts=parts)
    heat = answer.detail.heat
    rows = tuple(replace(r, statuses=(Status.ESTIMATE,) * len(r.growth)) for r in heat.rows)
    detail = replace(answer.detail, heat=replace(heat, rows=rows))
    return replace(answer, singles=split, ranked=split, detail=detail)


def test_estimates_are_hatched_and_explained(window, idle):
    for name in ("markets", "sectors"):
        window.show_page(name)
        idle(window)
        page = window.pages.structure(name)
        shown = {
            "markets": lambda p: ((p.map, p.map.map), (p.market, p.market.heat)),
            "sectors": lambda p: ((p.bars, p.bars.treemap),),
        }[name](page)
        firm = [drawing.grab().toImage() for _, drawing in shown]
        assert not any(e.words == "estimate" for panel, _ in shown for e in panel.entries)
        page.answer = estimated(page.answer)
        page.redraw()
        for (panel, drawing), before in zip(shown, firm, strict=True):
            assert panel.entries[0].words == "estimate"
            assert drawing.grab().toImage() != before
            assert any("estimate" in line[0].text for line in drawing.spots[0].lines)
