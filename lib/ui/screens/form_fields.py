"""The fields of a form, each with what was found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import streamlit as st

from lib.findings.finding import Finding, Severity
from lib.plan.cell_rules import is_date, is_stepped
from lib.plan.change.lock import MEANING
from lib.plan.reporting.filled_form import fields_of
from lib.plan.schema import ACTUALS, LAST_STEP, STEP, TARGETS, Column, Kind
from lib.plan.text.rubric import steps_of
from lib.ui.change.open_form import OpenForm
from lib.ui.escape import markdown
from lib.ui.words import form_words as text

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "orange"}
"""Of what is said in a form; notices are not."""
_SIDE_BY_SIDE = frozenset({*ACTUALS, *TARGETS})
_QUARTER_WIDTH = 150
Said = defaultdict[str, list[Finding]]
"""What was found, by column."""


Choices = Mapping[str, Mapping[str, str]]
"""The words to choose from in a column, and how each is shown."""


def choices_of(form: OpenForm, columns: Iterable[Column], agencies: Iterable[str]) -> Choices:
    """Return what is chosen, not typed, in a form.

    `agencies` are those to choose from; without any, their names are typed. A figure in steps is
    one of those that the row's RUBRIK describes.
    """
    steps = _steps(form)
    found = {}
    for column in columns:
        if column.kind is Kind.MEASURE:
            found[column.name] = steps
        else:
            words = agencies if column.kind is Kind.AGENCY else column.choices
            found[column.name] = {word: word for word in words}
    return {name: offered for name, offered in found.items() if offered}


def _steps(form: OpenForm) -> dict[str, str]:
    """Return the steps that a form's indicator may have reached, if it is by steps."""
    told = steps_of(form.begins("rubrik")) if is_stepped(form.begins("satuan")) else ()
    if len(told) != LAST_STEP:
        return {}
    return {str(number): f"{STEP} {number}: {words}" for number, words in enumerate(told, 1)}


def asked(form: OpenForm, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Leave out a RUBRIK that is blank where nothing asks for it."""
    is_idle = not is_stepped(form.begins("satuan")) and not form.begins("rubrik")
    return tuple(column for column in columns if not (column.name == "rubrik" and is_idle))


def locked_beside(form: OpenForm) -> tuple[str, ...]:
    """Name the fields that are locked with the figures of a form's row."""
    columns = asked(form, fields_of(form.row[1]))
    return tuple(column.header.lower() for column in columns if column.name in MEANING)


def group(form: OpenForm, columns: Sequence[Column], said: Said, choices: Choices) -> None:
    """Draw fields one below the other, a year's quarters side by side."""
    quarters = [column for column in columns if column.name in _SIDE_BY_SIDE]
    if quarters:
        with st.container(horizontal=True, gap="small"):
            for column in quarters:
                with st.container(width=_QUARTER_WIDTH, gap=None):
                    _field(form, column, said[column.name], choices.get(column.name, {}))
    for column in columns:
        if column.name not in _SIDE_BY_SIDE:
            _field(form, column, said[column.name], choices.get(column.name, {}))


def _field(
    form: OpenForm, column: Column, said: Sequence[Finding], choices: Mapping[str, str]
) -> None:
    label, key, words = text.field(column), form.key(column.name), form.begins(column.name)
    if column.kind is Kind.DATE:
        day = date.fromisoformat(words) if is_date(words) else None
        st.date_input(label, day, key=key, help=column.help or None, format="DD/MM/YYYY")
    elif choices:
        options = list(dict.fromkeys(["", *choices, words]))
        names = {word: choices.get(word, word) or text.BLANK for word in options}
        at, help = options.index(words), column.help or None
        if column.kind is Kind.MEASURE:  # what a step is takes more than a line
            shown = {word: markdown(name) for word, name in names.items()}
            st.radio(label, options, at, shown.__getitem__, key=key, help=help)
        else:
            st.selectbox(label, options, at, names.__getitem__, key=key, help=help)
    elif column.kind is Kind.LINKS or column.limit is not None:
        st.text_area(label, words, key=key, help=column.help or None, height=96)
    else:
        st.text_input(label, words, key=key, help=column.help or None)
    for item in said:
        finding(item)


def finding(item: Finding) -> None:
    colour = COLOURS[item.severity]
    st.markdown(f":small[:{colour}[{markdown(f'{item.seen} {item.advice}')}]]")
