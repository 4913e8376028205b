"""Write `market_names.csv`: what the markets are called in the languages of other offices' tables.

Run it with the development environment's Python where `markets.csv` has a new country or Babel a
new CLDR: ``python resources/market_names.py``. A name that two markets share is nobody's.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

LANGUAGES = ("en", "zh", "zh_Hant", "ja", "ko", "th", "fr", "es", "pt", "id", "ms")
ENGLISH = {
    "US": ("United States of America", "USA", "U.S.A.", "U.S.", "U S A"),
    "KR": ("Korea (Republic)", "Korea Republic", "Republic of Korea", "Korea", "Korea, Republic of",
           "Korea, South", "South Korea", "Korea Rep", "Rep. of Korea", "Republic Korea",
           "R. of Korea", "Korean Republic", "Korea RP", "Korean"),
    "KP": ("Korea, North", "Korea (Democratic People's Republic)", "DPR Korea"),
    "RU": ("Russia", "Russian Federation", "Russian", "Russian Federal"),
    "AE": ("UAE", "U.A.E", "United Arab Emirates", "Emirates", "United Arab Em.", "UA Emirates",
           "Arab Emirates", "U Arab Emts"),
    "HK": ("Hong Kong", "Hong Kong (China)", "Hong Kong, China", "Hongkong", "China, Hong Kong SAR",
           "Hong Kong SAR"),
    "TW": ("Taiwan", "Taiwan (China)", "Taiwan, China", "Chinese Taipei",
           "Taiwan Province of China", "R.O.C.", "Taiwanese"),
    "MO": ("Macao", "Macau", "Macao (China)", "China, Macao SAR", "Macao SAR"),
    "CN": ("China", "China (Mainland)", "Mainland China", "PR China", "P.R. China",
           "China, People's Republic of", "China P.R.", "China PR", "PRC", "PR of China",
           "China P RP", "Chinese",
           "The mainland of China", "Mainland of China"),
    "GB": ("United Kingdom", "UK", "U.K.", "U K", "Great Britain", "England", "Britain",
           "United Kingdom of Great Britain"),
    "CZ": ("Czech Republic", "Czechia", "Czech"),
    "SK": ("Slovakia", "Slovak Republic", "Slovak", "Slovakia Republic"),
    "LA": ("Laos", "Lao PDR", "Lao", "Lao People's Democratic Republic", "Laos PDR"),
    "MM": ("Myanmar", "Burma", "Myanmar (Burma)"),
    "CI": ("Ivory Coast", "Cote d'Ivoire", "Côte d'Ivoire"),
    "TR": ("Turkey", "Türkiye", "Turkiye"),
    "NL": ("Netherlands", "The Netherlands", "Holland", "Netherland", "Nethelands"),
    "IR": ("Iran", "Iran (Islamic Republic of)", "Iran, Islamic Republic of",
           "Iran Islam Republic"),
    "TZ": ("Tanzania", "Tanzania, United Republic of", "United Republic of Tanzania",
           "Tanzania, United Republic"),
    "BN": ("Brunei", "Brunei Darussalam"),
    "TL": ("East Timor", "Timor-Leste"),
    "CD": ("DR Congo", "Congo, Democratic Republic of the", "Democratic Republic of the Congo"),
    "SY": ("Syria", "Syrian Arab Republic", "Syria Arab Republic"),
    "MD": ("Moldova", "Republic of Moldova", "Moldova, Republic"),
    "VE": ("Venezuela", "Venezuela (Bolivarian Republic of)"),
    "BO": ("Bolivia", "Bolivia (Plurinational State of)"),
    "MK": ("Macedonia", "North Macedonia"),
    "SZ": ("Swaziland", "Eswatini"),
    "DE": ("Federal Republic of Germany", "FR Germany", "Germany, FR"),
    "KH": ("Kampuchea", "Cambodian"),
    "PH": ("Philipines", "Philipine", "Phillipine", "Philippine"),
    "MY": ("Malayxia", "Malaysian"),
    "ID": ("Indonexia", "Indonesian"),
    "IN": ("Indian",),
    "JP": ("Japanese",),
    "SG": ("Singaporean",),
    "BR": ("Brazilian",),
    "CA": ("Canadian",),
    "MX": ("Mexican",),
    "KZ": ("Kazakstan",),
    "UA": ("Ucraine", "Ukrain"),
    "SA": ("Arabia Saudi", "Saudi Arab"),
    "ZA": ("South Africa Republic", "S. Africa", "Republic of South Africa"),
    "NZ": ("New Zealands", "New Zeland"),
    "AU": ("Autralia", "Australian"),
    "SE": ("Sweeden",),
    "RO": ("Rumania", "Roumania"),
    "CO": ("Columbia",),
    "LV": ("Lettonia",),
    "CH": ("Switzeland", "Swizerland"),
    "BY": ("Byelorussia", "Belarussia"),
    "PG": ("Papua N.G.",),
    "VN": ("Viet Nam", "Vietnam", "Vietnam Soc Rep"),
}  # fmt: skip
"""Common names that CLDR has not, or not as offices write them."""
OTHERS = {
    "ja": {"US": ("米国",), "CN": ("中華人民共和国",), "KR": ("大韓民国",), "GB": ("英国",),
           "HK": ("香港",), "AU": ("豪州",)},
    "ko": {"US": ("미합중국",), "HK": ("홍콩",), "MO": ("마카오",), "AU": ("호주",)},
    "zh": {"HK": ("香港",), "MO": ("澳门", "澳門"), "KR": ("南韓", "南韩"),
           "CN": ("中国大陆", "中國大陸")},
    "th": {"US": ("สหรัฐ", "สหรัฐฯ"), "HK": ("ฮ่องกง",), "MO": ("มาเก๊า",), "GB": ("อังกฤษ",)},
    "id": {"GB": ("Inggris",), "AE": ("Uni Emirat Arab",), "HK": ("Hongkong",)},
    "pt": {"VN": ("Vietnam", "Vietname")},
}  # fmt: skip
"""The same in other languages."""
HERE = Path(__file__).parent


def main() -> None:
    """Write every name of every country, in the order of the markets and languages."""
    with (HERE / "markets.csv").open(encoding="utf-8", newline="") as lines:
        codes = [line["code_iso2"] for line in csv.DictReader(lines) if line["type"] == "country"]
    named = {code: dict(_names(code)) for code in codes}
    owners: dict[str, set[str]] = {}
    for code, names in named.items():
        for name in names:
            owners.setdefault(name.casefold(), set()).add(code)
    with (HERE / "market_names.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("code_iso2", "language", "name"))
        for code, names in named.items():
            own = ((n, language) for n, language in names.items() if len(owners[n.casefold()]) == 1)
            writer.writerows((code, language, name) for name, language in own)


def _names(code: str) -> Iterator[tuple[str, str]]:
    for name in reversed(ENGLISH.get(code, ())):
        yield name, "en"
    for language, names in OTHERS.items():
        for name in names.get(code, ()):
            yield name, language
    for language in reversed(LANGUAGES):
        name = Locale.parse(language).territories.get(code)
        if name:
            yield name, language


if __name__ == "__main__":
    main()
