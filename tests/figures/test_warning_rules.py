"""Rules of warning are read from a text, and what is amiss in it is named."""

from __future__ import annotations

import pytest

from desktop.figures.finding import Refused
from desktop.figures.warning_rules import parsed, refuse_slips, shipped_rules, shipped_text


def refusal(text):
    """Give the finding that a text is refused with."""
    with pytest.raises(Refused) as caught:
        parsed(text, "rules.toml")
    return caught.value.findings[0]


def test_what_an_office_leaves_out_stays_as_shipped():
    rules = parsed("[dependence]\nshare = 0.25\n", "rules.toml")
    shipped = shipped_rules()
    assert rules.dependence.share == 0.25
    assert rules.dependence.item_share == shipped.dependence.item_share
    assert rules.falling == shipped.falling


def test_the_shipped_text_is_a_whole_file_to_start_from():
    assert parsed(shipped_text(), "rules.toml") == shipped_rules()


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("[dependance]\nshare = 0.2", "rule_unknown", "dependance"),
        ("[dependence]\nshares = 0.2", "rule_unknown", "dependence.shares"),
        ("dependence = 3", "rule_unknown", "dependence"),
        ('[dependence]\nshare = "30%"', "rule_value_amiss", 'dependence.share = "30%"'),
        ("[dependence]\nshare = true", "rule_value_amiss", "dependence.share = true"),
        ("[dependence]\nshare = -0.1", "rule_value_amiss", "dependence.share = -0.1"),
        ("[dependence]\nshare = nan", "rule_value_amiss", "dependence.share = NaN"),
        ("[falling]\nmonths = 2.5", "rule_value_amiss", "falling.months = 2.5"),
        ("[falling]\nactive = 1", "rule_value_amiss", "falling.active = 1"),
    ],
)
def test_what_is_amiss_is_named(text, code, found):
    finding = refusal(text)
    assert (finding.code, finding.found, finding.about) == (code, found, "rules.toml")


@pytest.mark.parametrize(
    ("text", "code", "found", "expected"),
    [
        ("[dependence]\nshare = 30", "rule_no_fraction", "dependence.share = 30", "0.3"),
        ("[origin]\nimport_growth = 12.5", "rule_no_fraction", "origin.import_growth = 12.5",
         "0.125"),
        ("[dependence]\nshare = 130", "rule_above_whole", "dependence.share = 130", "1"),
        ('[origin]\nmarket = "Mỹ"', "rule_market_unknown", "Mỹ", "US"),
        ('[origin]\nmarket = "usa!"', "rule_market_unknown", "usa!", "US"),
    ],
)  # fmt: skip
def test_a_rule_that_could_never_speak_is_not_taken_over(text, code, found, expected):
    rules = parsed(text, "rules.toml")  # one that was kept before goes on counting
    with pytest.raises(Refused) as caught:
        refuse_slips(rules, "rules.toml")
    finding = caught.value.findings[0]
    assert (finding.code, finding.found, finding.expected) == (code, found, expected)
    refuse_slips(parsed("[origin]\nexport_growth = 1.5", ""), "")


@pytest.mark.parametrize(
    ("text", "line"), [("[dependence\nshare = 0.2", "1"), ("\n\n[falling]\nmonths =", "4")]
)
def test_what_is_no_toml_is_refused_with_the_line(text, line):
    finding = refusal(text)
    assert (finding.code, finding.found) == ("rules_not_read", line)
