"""A return comes in: cells to figures and findings (floor 2). Only it reads workbooks."""

from desktop.returns.plans.learned import lasting
from desktop.returns.reader import read_return
from desktop.returns.room import ReadingRoom
from desktop.returns.target_form import ReadForm

__all__ = ["ReadForm", "ReadingRoom", "lasting", "read_return"]
