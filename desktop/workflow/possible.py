"""What a question offers is possible: no month that has not begun."""

from __future__ import annotations

from dataclasses import replace

from desktop.figures.month import Month
from desktop.figures.reading import Ask, Question, Reading


def possible(reading: Reading, now: Month) -> Reading:
    """Leave months to come out of what is offered; a misprinted year is among them.

    Where one of two months is none, the other is that of all tables: it is asked of the file.
    """
    asked = tuple(_possible(question, now) for question in reading.questions)
    return reading if asked == reading.questions else replace(reading, questions=asked)


def _possible(question: Question, now: Month) -> Question:
    if question.ask is not Ask.MONTH:
        return question
    begun = tuple(month for month in question.choices if Month.parse(month) <= now)
    if begun == question.choices:
        return question
    return replace(question, choices=begun, sheet="", cell="", table=0)
