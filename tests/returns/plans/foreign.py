"""Sheets of other countries, made by hand: each shows a class of layouts that nobody taught."""

from collections.abc import Callable, Sequence
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]
MONTHS = ("January", "February", "March", "April", "May", "June")

KOREA: Rows = (
    ("수출입 실적",),
    (None, None, None, None, None, "(단위: 백만달러, %)"),
    ("기간", "수출", None, "수입", None, "무역수지"),
    (None, "금액", "증감률", "금액", "증감률", "금액"),
    ("2025년 1월", 49100.5, -10.2, 51000.1, -6.4, -1899.6),
    ("2025년 2월", 52400.5, 0.7, 48100.1, 0.2, 4300.4),
    ("1~2월 누계", 101501.0, -4.9, 99100.2, -3.3, 2400.8),
)
"""Months in rows, growth beside values, a year to date among the months."""

JAPAN: Rows = (
    ("貿易統計（速報）",),
    ("単位：百万円",),
    ("年", "月", "輸出", "輸入", "差引"),
    ("令和7年", "1月", 7863716.0, 10622553.0, -2758837.0),
    (None, "2月", 9191143.0, 8606642.0, 584501.0),
)
"""Yen, which are no dollars; years of an era, and their months in a column of their own."""

TAIWAN: Rows = (
    ("Table 7. Value of Exports by Country",),
    (None, None, None, None, None, None, "Unit: US$ Million"),
    ("Period", "Grand Total", "Asia", None, None, "North America", None),
    (None, None, "Total", "China & Hong Kong", "Japan", "Total", "U.S.A."),
    ("Jan. 2025", 38705.1, 24210.3, 11002.2, 2310.4, 9102.6, 8801.7),
    ("Feb.", 41312.4, 25876.6, 11980.1, 2455.9, 10230.5, 9914.8),
    ("Source: Ministry of Finance, R.O.C.",),
)
"""Markets beneath continents, a part of one and two together among them, no country above."""

THAILAND: Rows = (
    ("มูลค่าการค้าระหว่างประเทศของไทย",),
    ("หน่วย: ล้านดอลลาร์สหรัฐ",),
    ("เดือน", "ส่งออก", "นำเข้า", "ดุลการค้า"),
    ("ม.ค. 2568", 25277.0, 27157.2, -1880.2),
    ("ก.พ. 2568", 26707.1, 24718.9, 1988.2),
)
"""Years of the Buddhist calendar."""

MALAYSIA: Rows = (
    ("Exports of Malaysia by month",),
    ("US$ million",),
    ("Month", 2024, 2025),
    *((name, 25000.0 + n, 27000.0 + n if n < 2 else None) for n, name in enumerate(MONTHS)),
    ("Total", 150015.0, 54001.0),
)
"""Years in columns, months in rows; a title that our own engine would take for a GSO table's."""

INDIA: Rows = (
    ("Table 3. Exports of India by principal commodity, 2025",),
    ("Value in thousand US dollars",),
    ("Commodity", "Jan", "Feb", "Mar"),
    ("Total", 36400000.0, 36900000.0, 41900000.0),
    ("Coffee", 180000.0, 190000.0, 210000.0),
    ("Widgets", 5.0, 6.0, 7.0),
)
"""Goods in rows, months in columns, the year in the title, thousands."""

BANGLADESH: Rows = (
    ("Bangladesh: exports and imports (fiscal year July-June), million US$",),
    ("Fiscal year", "Exports", "Imports", "Trade balance"),
    ("2022-23", 55558.8, 75061.6, -19502.8),
    ("2023-24", 44470.0, 66725.0, -22255.0),
)
"""Fiscal years."""

SINGAPORE: Rows = (
    ("Trade of Singapore by country, January 2025, US$ million",),
    ("Exports", None, None, None, "Imports"),
    ("Country", "Value", "Share %", None, "Country", "Value", "Share %"),
    ("China", 4800.5, 13.2, None, "Malaysia", 4300.1, 11.2),
    ("Hong Kong", 4100.5, 11.2, None, "China", 4200.1, 12.2),
    ("United States", 3700.5, 10.2, None, "Japan", 1900.1, 5.2),
)
"""Two tables side by side, one month for both in the title."""

PHILIPPINES: Rows = (
    ("External trade of the Philippines",),
    ("US$ million",),
    ("Exports", "Jan 2025", "Feb 2025"),
    ("China", 800.1, 810.2),
    ("Japan", 900.1, 910.2),
    (),
    ("Imports", "Jan 2025", "Feb 2025"),
    ("China", 2800.1, 2810.2),
    ("Japan", 2900.1, 2910.2),
)
"""Two tables one beneath the other."""

GERMANY: Rows = (
    ("Foreign trade of Germany",),
    ("USD billion",),
    (None, "2024", None, "2025"),
    (None, "Jan-Dec", "Dec", "Jan"),
    ("Exports", 1680.1, 130.1, 140.2),
    ("Imports", 1420.1, 110.1, 120.2),
    ("Trade balance", 260.0, 20.0, 20.0),
)
"""Flows in rows, periods in columns, each year printed once."""

CHINA: Rows = (
    ("进出口商品总值表（美元值）",),
    ("单位：百万美元",),
    ("年月", "进出口", "出口", "进口", "贸易差额", "1至当月累计"),
    (None, None, None, None, None, "出口", "进口"),
    ("2025年1月", 513420.0, 324000.2, 189420.3, 134579.9, 324000.2, 189420.3),
    ("2025年2月", 395930.0, 215000.2, 180930.3, 34069.9, 539000.4, 370350.6),
)
"""A sum of both flows that is none of ours, and years to date beside the months."""

TRADE_MAP: Rows = (
    ("List of importing markets for the product exported by Malaysia",),
    ("Product: TOTAL All products",),
    ("Unit: US Dollar thousand",),
    (),
    ("Importers", "Exported value in 2025-M05", "Exported value in 2025-M06"),
    ("World", 27450000.0, 28600000.0),
    ("China", 4100300.0, 4800210.0),
    ("Japan", 1500100.0, 1600110.0),
)
"""Participles for ways of trade, importers that are the markets of exports, months with an M."""

INDONESIA: Rows = (
    ("Nilai Ekspor Indonesia Menurut Negara Tujuan (Juta US$)",),
    ("Negara Tujuan", "Mei 2025", "Juni 2025", "Januari-Juni 2025"),
    ("China", 4300.1, 5200.2, 29300.4),
    ("Malaysia", 900.3, 940.5, 5790.1),
    ("Thailand", 600.3, 640.5, 3790.1),
)
"""Another language in Latin letters."""

US_COUNTRIES: Rows = (
    ("Exhibit 14. U.S. Trade in Goods by Country and Area: 2026",),
    ("In millions of dollars. Not seasonally adjusted.",),
    (None, "Exports", None, None, "Imports"),
    ("Country", "January 2026", "December 2025 (R)", "Year-to-date 2026", "January 2026"),
    ("Total, All Countries", 160000.1, 170000.2, 160000.1, 270000.1),
    ("Germany", 6000.1, 6100.2, 6000.1, 12000.1),
)
"""Countries in rows; a revised month; a year to date that leaves its end to the other columns."""

US_TO_DATE: Rows = (
    ("Exhibit 14. U.S. Trade in Goods by Selected Countries and Areas: 2025",),
    ("In millions of dollars. Not seasonally adjusted.",),
    ("Country", "May 2025", None, "Year-to-Date 2025", None, "Year-to-Date 2024"),
    (None, "Exports", "Imports", "Exports", "Imports", "Exports", "Imports"),
    ("Total", 160000.1, 270000.1, 800000.1, 1350000.1, 750000.1, 1200000.1),
    ("Vietnam", 1200.1, 15000.1, 6000.1, 75000.1, 5000.1, 52000.1),
)
"""Last year to the same month, which only this year's column names."""

TAIWAN_TWICE: Rows = (
    ("表1 進出口貿易值表 Import and Export Trade Values",),
    (None, None, "單位：百萬美元 Unit: US$ Million"),
    ("年(月)別 Period", "出口 Exports", "進口 Imports"),
    ("113年 2024", 474995.7, 394365.3),
    ("114年1月 Jan. 2025", 38707.1, 28642.8),
    ("2月 Feb.", 41296.5, 34665.1),
)
"""Each period twice, in two languages and two calendars."""

NEPAL: Rows = (
    ("Nepal: monthly trade, fiscal year 2081/82",),
    ("Rs. in thousand",),
    ("Months", "Imports", "Exports"),
    ("Shrawan", 125000000.0, 13000000.0),
    ("Bhadra", 135000000.0, 14000000.0),
)
"""A calendar that we do not know."""


def filled(rows: Rows) -> Callable[[Worksheet], None]:
    """Give what fills a sheet with the rows."""

    def fill(sheet: Worksheet) -> None:
        for number, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells, start=1):
                if value is not None:
                    sheet.cell(number, column, value)

    return fill


CHINA_COUNTRIES: Rows = (
    ("(2)2025年8月进出口商品国别(地区)总值表（美元值）",),
    ("单位：千美元",),
    ("进口原产国(地)", "进出口", None, "出口", None, "累计比去年同期±%", None),
    ("出口最终目的国(地)", "8月", "1至8月累计", "8月", "1至8月累计", "进出口", "出口"),
    ("总值", 541288000, 4110000000, 321810000, 2450000000, 3.1, 5.9),
    ("越南", 25380000, 190200000, 17200000, 126000000, 15.2, 22.1),
    ("美国", 35100000, 380000000, 23000000, 280000000, -13.5, -15.5),
)
"""Per cent says that a column is growth, whatever it is called."""

INDONESIA_GOODS: Rows = (
    ("Ekspor Indonesia Menurut Golongan Barang, Agustus 2025",),
    ("Nilai FOB (Juta US$)",),
    ("Golongan Barang", "Agt-2025", "% Perubahan", "Jan-Agt 2025", "% Perubahan"),
    ("Kopi", 200.5, 25.8, 1600.3, 52.1),
    ("Beras", 10.5, -5.1, 70.3, -2.2),
    ("TOTAL EKSPOR", 24960.3, 5.8, 185130.5, 7.8),
)
"""Months in short, and growth of the amounts beside it."""
