"""Markets are known by the names that other offices print, in eight languages, exactly."""

import pytest

from desktop.figures.catalogue import aggregates, foreign_market_names, markets
from desktop.figures.series import UNKNOWN
from desktop.returns.item_names import market_code


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("UNITED STATES OF AMERICA", "US"), ("Korea (Republic)", "KR"), ("South Korea", "KR"),
        ("Hong Kong (China)", "HK"), ("U.A.E", "AE"), ("Türkiye", "TR"), ("Holland", "NL"),
        ("European Union", "EU27"), ("Iran (Islamic Rep.)", "IR"), ("Đông Timor", "TL"),
        ("美国", "US"), ("日本", "JP"), ("越南", "VN"), ("アメリカ合衆国", "US"), ("ドイツ", "DE"),
        ("미국", "US"), ("베트남", "VN"), ("สหรัฐอเมริกา", "US"), ("ญี่ปุ่น", "JP"),
        ("États-Unis", "US"), ("Allemagne", "DE"), ("Estados Unidos", "US"), ("Japón", "JP"),
        ("Trung Quốc - China", "CN"), ("Hoa Kỳ (United States)", "US"),
        ("Nước Mỹ và Canada", UNKNOWN), ("Atlantis", UNKNOWN), ("Hoa Kỳ - China", UNKNOWN),
        ("Eswatini", "SZ"), ("Bắc Macedonia", "MK"), ("Cape Verde", "CV"), ("Nam Sudan", "SS"),
        ("The Philippines", "PH"), ("Netherlands, The", "NL"), ("Dominican Rep.", "DO"),
        ("Russian Fed.", "RU"), ("Dem. Rep. of the Congo", "CD"), ("Hồng Kông (TQ)", "HK"),
        ("China PR", "CN"), ("Kampuchea", "KH"), ("Đại Hàn", "KR"), ("Korea Rep.", "KR"),
        ("CHND Triều Tiên", "KP"), ("South Africa Rep.", "ZA"), ("Malayxia", "MY"),
        ("Các nước EU", "EU27"), ("Khối EU", "EU27"), ("American countries", UNKNOWN),
        ("Ghi-nê Xích đạo", "GQ"), ("Ghi-nê", "GN"), ("Niger", "NE"), ("Nigeria", "NG"),
    ],
)  # fmt: skip
def test_a_market_by_its_name(label, code):
    assert market_code(label) == code


def test_no_foreign_name_takes_a_catalogues_name_away():
    for key, code in foreign_market_names().items():
        assert markets().code(key) in {code, UNKNOWN}, key


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("OECD", "OECD"), ("Khối OPEC", "OPEC"), ("Các nước APEC", "APEC"), ("BRICS", "BRICS"),
        ("SNG", "CIS"), ("Gulf Cooperation Council", "GCC"), ("EFTA", "EFTA"), ("G7", "G7"),
        ("MERCOSUR", "MERCOSUR"),
    ],
)  # fmt: skip
def test_blocs_are_known_and_are_no_single_markets(label, code):
    assert market_code(label) == code
    assert code in aggregates()


@pytest.mark.parametrize(
    ("label", "code"),
    [("Kosovo", "XK"), ("Cô-xô-vô", "XK"), ("Réunion", "RE"), ("Rê-uy-ni-ông", "RE")],
)
def test_markets_that_few_tables_name(label, code):
    assert market_code(label) == code
    assert code not in aggregates()
