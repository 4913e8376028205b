"""A return comes in: cells to figures and findings (floor 2). Only it reads workbooks."""

from desktop.returns.plans.learned import lasting
from desktop.returns.reader import read_return
from desktop.returns.room import ReadingRoom

__all__ = ["ReadingRoom", "lasting", "read_return"]
