"""Why cumulatives differ from their months, as the terminal writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from desktop.analysis.growth_wording import growths_told
from desktop.analysis.inside_wording import difference_told

if TYPE_CHECKING:
    from desktop.analysis.inside_results import Difference
    from desktop.analysis.results import Overview
    from desktop.figures.wording import Language


def difference_json(found: Difference | None) -> dict[str, Any] | None:
    """Give a difference and the months whose revisions make it; None where there is none."""
    if found is None:
        return None
    parts = [{"month": str(part.month), "amount_usd": part.amount} for part in found.parts]
    return {"total_usd": found.total, "parts": parts}


def differences_told(overview: Overview, language: Language) -> Iterator[str]:
    """Say of each flow which months it lacks, what growths part, why it is not its months' sum."""
    flows = (language._("Exports"), overview.exports), (language._("Imports"), overview.imports)
    for name, progress in flows:
        if progress.missing_months:
            months = ", ".join(language.months(progress.missing_months))
            yield language._(
                "{flow}: no return held gives {months} alone. Import those months' returns.",
                flow=name, months=months,
            )  # fmt: skip
        if progress.cumulative is not None and progress.base_cumulative is None:
            yield language._(
                "{flow}: no return held gives all the same months of {year}; growth is not "
                "recomputed.",
                flow=name, year=progress.year - 1,
            )  # fmt: skip
        for told in (growths_told(progress, language), difference_told(progress, language)):
            if told:
                yield f"{name}: {told}"
