"""What the layouts of returns and their senders are called."""

from __future__ import annotations

from desktop.figures.wording import N_, Language

LAYOUTS = {
    "gso_monthly": N_("Statistics office, monthly tables"),
    "gso_history": N_("Statistics office, history"),
    "gso_production": N_("Statistics office, industrial production"),
    "gso_sales_stocks": N_("Statistics office, sales and stocks of manufacturing"),
    "gso_partners": N_("Statistics office, by market"),
    "gso_markets_across": N_("Statistics office, a column a market"),
    "nso_wide_items": N_("Statistics office, items over several years"),
    "nso_wide_partners": N_("Statistics office, partners over several years"),
    "province_form": N_("Province, exports against the plan"),
    "province_markets": N_("Province, by market"),
    "customs_1x": N_("Customs, half-months by item"),
    "customs_2x": N_("Customs, by item"),
    "customs_5x": N_("Customs, by partner and item"),
    "customs_019t": N_("Customs, by province"),
    "customs_list": N_("Customs, a row a figure"),
    "list_abroad": N_("Another country's or a database's, a row a figure"),
    "gso_list": N_("Statistics office, a row a figure"),
    "figure_list": N_("List of figures in a summary"),
    "planned": N_("as you directed"),
}
SENDERS = {
    "GSO": N_("Statistics office"),
    "PROVINCE": N_("Province"),
    "CUSTOMS": N_("Customs"),
    "SUMMARY": N_("A summary of this program"),
}


def layout_name(layout: str, language: Language) -> str:
    """Name a layout in a language; its own id where it has no name."""
    return language._(LAYOUTS[layout]) if layout in LAYOUTS else layout


def half_name(layout: str, half: int, language: Language) -> str:
    """Name a layout whose returns are on one half of a month (1 or 2), or on the whole (0)."""
    name = layout_name(layout, language)
    return language._("{layout}, half {number}", layout=name, number=half) if half else name


def sender_name(sender: str, language: Language) -> str:
    """Name a sender in a language; its own id where it has no name."""
    return language._(SENDERS[sender]) if sender in SENDERS else sender


def sender_called(name: str, language: Language) -> str:
    """Give the code of the office that is called so, here or in English; else the name."""
    codes = (code for code, words in SENDERS.items() if name in {words, language._(words)})
    return next(codes, name)
