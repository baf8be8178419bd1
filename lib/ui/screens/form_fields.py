"""The fields of a form, each with what was found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import streamlit as st

from lib.findings.finding import Finding, Severity
from lib.plan.cell_rules import is_date
from lib.plan.schema import ACTUALS, TARGETS, Column, Kind
from lib.ui.change.open_form import OpenForm
from lib.ui.escape import markdown
from lib.ui.words import form_words as text

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "orange"}
"""Of what is said in a form; notices are not."""
_SIDE_BY_SIDE = frozenset({*ACTUALS, *TARGETS})
_QUARTER_WIDTH = 150
Said = defaultdict[str, list[Finding]]
"""What was found, by column."""


def group(
    form: OpenForm, columns: Sequence[Column], said: Said, agencies: tuple[str, ...] = ()
) -> None:
    """Draw fields one below the other, a year's quarters side by side.

    `agencies` are those to choose from; without any, their names are typed.
    """
    quarters = [column for column in columns if column.name in _SIDE_BY_SIDE]
    if quarters:
        with st.container(horizontal=True, gap="small"):
            for column in quarters:
                with st.container(width=_QUARTER_WIDTH, gap=None):
                    _field(form, column, said[column.name], agencies)
    for column in columns:
        if column.name not in _SIDE_BY_SIDE:
            _field(form, column, said[column.name], agencies)


def _field(
    form: OpenForm, column: Column, said: Sequence[Finding], agencies: tuple[str, ...]
) -> None:
    label, key, words = text.field(column), form.key(column.name), form.begins(column.name)
    choices = agencies if column.kind is Kind.AGENCY else column.choices
    if column.kind is Kind.DATE:
        day = date.fromisoformat(words) if is_date(words) else None
        st.date_input(label, day, key=key, help=column.help or None, format="DD/MM/YYYY")
    elif choices:
        options = list(dict.fromkeys(["", *choices, words]))
        st.selectbox(
            label,
            options,
            index=options.index(words),
            format_func=lambda word: word or text.BLANK,
            key=key,
            help=column.help or None,
        )
    elif column.kind is Kind.LINKS or column.limit is not None:
        st.text_area(label, words, key=key, help=column.help or None, height=96)
    else:
        st.text_input(label, words, key=key, help=column.help or None)
    for item in said:
        finding(item)


def finding(item: Finding) -> None:
    colour = COLOURS[item.severity]
    st.markdown(f":small[:{colour}[{markdown(f'{item.seen} {item.advice}')}]]")
