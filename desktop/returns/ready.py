"""What a reading process has at hand before its first file comes; made by importing this.

The process off which others are forked imports it once, and all of them have it: the reader, what
takes workbooks apart, and the catalogues that nearly every file is held against.
"""

from __future__ import annotations

import encodings.cp437  # in which a zip names its parts
import encodings.utf_16_le  # noqa: F401 - in which an .xls does

from desktop.figures.catalogue import foreign_market_names, industries, items, markets
from desktop.figures.figure_list import column_of
from desktop.figures.provinces import province_named
from desktop.figures.series import TRADE, UNKNOWN
from desktop.returns import biff, reader, serving, xlsx  # noqa: F401 - to be there
from desktop.returns.headings import read
from desktop.returns.industry_labels import industry_code
from desktop.returns.item_names import item_code
from desktop.returns.publication import scheduled
from desktop.returns.reconciling import reconciled
from desktop.returns.syllables import are_syllables
from desktop.returns.text import decoded
from desktop.returns.title_vocabulary import phrases

markets()
industries()
foreign_market_names()
for _flow in TRADE:
    items(_flow)
    item_code(UNKNOWN, _flow)
for _name in ("Hà Nội", "Ha Noi"):
    province_named(_name)
industry_code(UNKNOWN)
column_of(UNKNOWN)
phrases()
scheduled()
are_syllables("Việt Nam")
reconciled((), ())
read(decoded("¦íc tÝnh th¸ng 6 n¨m 2025 so víi cïng kú n¨m tr­íc"))
