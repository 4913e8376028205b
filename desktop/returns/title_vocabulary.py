"""The words that titles are made of, by what they say; each in its marks, to tell đầu from dầu."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop.figures.names import name_key
from desktop.returns import heading_words as words
from desktop.returns.text import folded

_FLOWS = """
xuất khẩu, nhập khẩu, xuất nhập khẩu, xuất, nhập, khẩu, xk, nk, xnk, knxk, knnk, knxnk, kn,
xuất siêu, nhập siêu,
cán cân thương mại, thương mại, thương mại quốc tế, ngoại thương, hai chiều, song phương,
thương mại hàng hóa,
export, exports, import, imports, exported, imported, trade, external, foreign trade, trading,
international trade,
foreign merchandise trade, trade balance, balance of trade, bilateral, two way, balance,
surplus, deficit
"""
_GOODS = """
hàng hóa, hàng, mặt hàng, nhóm hàng, nhóm mặt hàng, ngành hàng, sản phẩm, nhóm, ngành, chủ yếu,
chính, chủ lực, lớn nhất, thị trường lớn, mặt hàng lớn, kim ngạch lớn, trị giá lớn, giá trị lớn,
các, một số, những, tất cả, trọng điểm, tiêu biểu, hàng đầu, chia theo nhóm, loại, mhcy,
goods, commodity, commodities, merchandise, item, items, product, products, article, articles,
main, major, key, principal, leading, largest, most important, selected, top, all, some, important
"""
_WHOSE = """
việt nam, vietnam, viet nam, vietnamese, cả nước, toàn quốc, nước ta, whole country, national,
khu vực, kinh tế, khu vực kinh tế, thành phần kinh tế, doanh nghiệp, dn, fdi, vốn, kv, kvkt,
có vốn, đầu tư, đầu tư nước ngoài, đầu tư trực tiếp nước ngoài, đtnn, đttnn, nước ngoài,
trong nước, loại hình, trên địa bàn, địa bàn, toàn tỉnh, tỉnh, thành phố, tp, sector, sectors,
foreign invested, foreign direct invested, foreign direct investment, foreign investment,
domestic sector, domestic economic sector, domestic enterprises, enterprise, enterprises,
companies, economic, ownership, invested, khối
"""
_BREAKDOWN = """
phân theo, chia theo, chia ra, phân, theo, thị trường, nước, quốc gia, vùng lãnh thổ, lãnh thổ,
vùng, châu lục, châu, đối tác, đối tác thương mại, bạn hàng, theo địa phương,
các địa phương, địa phương và, tỉnh thành phố, tỉnh thành,
trực thuộc trung ương, thành,
by, country, countries, market, markets, partner, partners, region, regions, territory,
territories, province, provinces, group, groups, continent, continents, bloc, blocs, origin,
economies, destination, destinations, kind, kinds, type, city, cities
"""
_WHEN = """
tháng, quý, quí, năm, kỳ, kì, nửa, đầu năm, đầu tháng, đầu kỳ, tháng đầu, nửa đầu, quý đầu,
cuối năm, cuối tháng, cuối kỳ, tháng cuối, nửa cuối, giai đoạn, thời kỳ, ngày, hết, đến, từ, trước,
ước, ước tính, ước thực hiện, ước th, ước đạt, tính, sơ bộ, sb, chính thức, ct, thực hiện, th,
thực hiện kế hoạch, lũy kế, luỹ kế, cộng dồn, tính chung, tính đến, tạm tính, cùng kỳ, so với, so,
so sánh, cả năm, cả tháng, cả kỳ, cả quý, sau tháng, mới, mới nhất, thực tế, dự kiến, nay, này,
bán niên, hàng tháng, hàng năm, hàng quý, định kỳ, báo cáo tháng, các tháng, tăng giảm, gần nhất,
month, months, quarter, quarters, half, halves, year, years, first, second, third, fourth,
beginning, end, period, estimate, estimates, estimated, estimation, preliminary, prel, final,
official, actual, revised, provisional, cumulative, accumulated, cumulated, to date, monthly,
annual, annually, yearly, this, last, previous, same, against, compared, over, until, as, since,
during, through, up, and, 1st, 2nd, 3rd, 4th, st, nd, rd, th, change, growth, half year, mid,
ytd, fiscal, performed, performance, implementation, implemented, est
"""
_UNITS = """
đơn vị, đơn vị tính, đvt, unit, units, nghìn, ngàn, triệu, tỷ, tỉ, tấn, usd, us, đô la,
đô la mỹ, triệu đồng, tỷ đồng, nghìn đồng, vnd, million, millions, mn, mill, mil, billion, bn,
thousand, thousands, thous, kusd, musd, bill, bil, bln, billions, mio, mln, k, m, tr, american,
kg, kgs, kilograms, chiếc, cái, pcs, pieces, piece, mt, metric, barrels, ng, trđ, dollar,
dollars, tonne, tonnes, ton, tons, giá fob, giá cif, fob, cif,
giá hiện hành, giá thực tế, current prices, đô, percent
"""
_FORM = """
bảng, biểu, biểu số, biểu mẫu, phụ lục, phụ biểu, mẫu, mẫu số, báo cáo, báo cáo nhanh, nhanh,
thống kê, số liệu, tình hình, kết quả, tổng hợp, tổng, tổng số, tổng trị giá, tổng cộng, trị giá,
giá trị, kim ngạch, lượng, số lượng, khối lượng, hoạt động, chi tiết, danh mục, số, tiếp theo, tiếp,
chỉ tiêu, một số chỉ tiêu, tóm tắt, diễn biến, thông tin, bản tin, kèm theo, công văn, niên giám,
tổng cục thống kê, cục thống kê, chi cục thống kê, tổng cục hải quan, cục hải quan, hải quan,
cục xuất nhập khẩu, bộ công thương, sở công thương, tổng cục, bộ thương mại, sở thương mại,
ngành công thương,
table, tab, statistic, statistics, statistical, figure, figures, data, report, reports, value,
values, quantity, quantities, volume, volumes, turnover, amount, amounts, total, appendix, annex,
summary, overview, situation, result, results, continued, cont, no, form, list, detail, details,
customs, general, department, office, general statistics office, general department, of customs
"""
_SMALL = """
và, với, tại, ở, trong, sang, vào, đi, ra, cho, là, trên, được, có, thuộc, giữa, đạt, gồm,
bao gồm, kể cả, tính cả, của, khác, cùng, mỗi, từng, qua các, về, nhất, or, the, of, in, for, to,
from, with, at, on, its, per, between, our, other, including, an, is, are, đó, trong đó, những
"""
MONTHS_VN = """
giêng, một, hai, ba, bốn, tư, năm, sáu, bảy, bẩy, tám, chín, mười, mười một, mười hai, chạp
"""
_COUNTS = "one two three four five six seven eight nine ten eleven twelve"
_SHORT = 2


class Word(NamedTuple):
    """One word of a phrase: its key, which keeps the marks."""

    plain: str
    key: str


Phrase = tuple[Word, ...]


def word(text: str) -> Word:
    """Give a word of a title as it is compared."""
    return Word(folded(text), name_key(text))


def is_same(said: Word, known: Word) -> bool:
    """Say whether a word is the one that is known, be it typed without any of its marks."""
    return said.plain == known.plain and said.key in (known.key, known.plain)


def said_of(text: str) -> Iterator[str]:
    """Split a list of phrases."""
    return filter(None, (" ".join(phrase.split()) for phrase in text.split(",")))


@cache
def phrases() -> dict[str, list[Phrase]]:
    """All phrases by the plain form of their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    numbers = list(said_of(MONTHS_VN))
    months = [f"{unit} {n}" for unit in ("tháng", "quý", "quí") for n in numbers]
    counted = [f"{n} {unit}" for unit in ("tháng", "quý") for n in numbers]
    english = [f"{n} {unit}" for n in _COUNTS.split() for unit in ("months", "month", "quarters")]
    named = [name for name in words.MONTH_NAMES if name != "may"]
    listed = (_FLOWS, _GOODS, _WHOSE, _BREAKDOWN, _WHEN, _UNITS, _FORM, _SMALL)
    texts = [p for text in listed for p in said_of(text)] + months + counted + english + named
    for text in dict.fromkeys(texts):
        phrase = tuple(map(word, text.split()))
        if all(w.plain for w in phrase):
            found.setdefault(phrase[0].plain, []).append(phrase)
    for known in found.values():
        known.sort(key=len, reverse=True)
    return found


@cache
def all_words() -> tuple[Word, ...]:
    """Every word that a slip may be of: longer than two letters, in the order of the alphabet."""
    found = {w for known in phrases().values() for phrase in known for w in phrase}
    return tuple(sorted(w for w in found if len(w.plain) > _SHORT))


@cache
def plain_words() -> frozenset[str]:
    """Every word of the phrases without its marks."""
    return frozenset(w.plain for known in phrases().values() for phrase in known for w in phrase)
