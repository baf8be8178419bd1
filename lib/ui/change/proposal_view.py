"""A proposal on screen: findings, conflicts, what changes, and the questions to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from lib.findings.finding import SEVERITY_WORDS, Finding
from lib.plan.change.difference import Change
from lib.plan.change.merge import Conflict, Side
from lib.plan.figures.effect import Effect
from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.plan.text.mentions import ACTIVITY, INDICATOR
from lib.plan.text.names import short_names
from lib.service.actor import by_owners
from lib.service.change.judgement import reason
from lib.service.proposal import Proposal, Question
from lib.store.records import Version
from lib.ui import components
from lib.ui.change import comparison
from lib.ui.escape import markdown, plain
from lib.ui.viewer import leads
from lib.ui.words import change_words as text
from lib.ui.words.text import more
from lib.voice.changes import Sides, happened, place, sentence, units_in, value, values
from lib.voice.key_figures import moved_figures
from lib.voice.words.row_sentences import told

_HEADERS = ["Tingkat", "Lembar", "Sel", "Yang tertulis", "Yang diharapkan", "Yang perlu dilakukan"]
FINDINGS_SHOWN = 200
LONG, HEIGHT = 8, 420
"""A list of more findings than that scrolls inside this many pixels."""
SENTENCES_SHOWN = 12


def findings(items: Sequence[Finding]) -> None:
    """Draw the findings as a table, the gravest first; of very many, the first."""
    order = list(SEVERITY_WORDS)
    listed = sorted(items, key=lambda item: order.index(item.severity))
    rows = [
        (
            SEVERITY_WORDS[item.severity].capitalize(),
            markdown(item.sheet or "Berkas"),
            item.cell or "–",
            markdown(item.seen),
            markdown(item.expected),
            markdown(item.advice),
        )
        for item in listed[:FINDINGS_SHOWN]
    ]
    st.table(
        pd.DataFrame(rows, columns=_HEADERS),
        hide_index=True,
        height=HEIGHT if len(rows) > LONG else "content",
        alt=text.FINDINGS,
    )
    if len(listed) > len(rows):
        st.caption(text.more_findings(len(listed) - len(rows)))


def lapsed(proposal: Proposal) -> None:
    """Say which verifications lapse with the change."""
    for item in proposal.lapsed:
        st.info(markdown(item.seen), icon=":material/rule:")


def conflicts(
    items: Sequence[Conflict], writers: Mapping[str, Version], me: str, plan: Plan | None
) -> dict[str, str]:
    """Ask whose value stands in each clashing cell, and return the choices made so far.

    `me` is the account that asks, so that nobody is called somebody else; `plan` the current one.
    """
    choices, units = {}, units_in(plan)
    told = ""
    for conflict in items:
        why = reason(conflict)
        if why and why != told:
            st.markdown(markdown(text.broken_together(why)))
        told = why
        change = Change(
            conflict.key,
            conflict.year,
            conflict.column,
            conflict.theirs,
            conflict.mine,
            conflict.sheet,
        )
        labels = {
            Side.THEIRS: markdown(
                text.their_value(
                    value(change, conflict.theirs, units), writers.get(conflict.id), me
                )
            ),
            Side.MINE: markdown(text.my_value(value(change, conflict.mine, units))),
        }
        choice = st.radio(
            f"{markdown(place(change))} {markdown(change.header)}",
            list(labels),
            format_func=labels.__getitem__,
            index=None,
            key=f"conflict_{conflict.id}",
        )
        if choice:
            choices[conflict.id] = str(choice)
    return choices


def changes(items: Sequence[Change], plan: Plan) -> None:
    """Draw changes as sentences by agency, and as a table of before and after."""
    if not items:
        st.caption(text.NOTHING_HERE)
        return
    names, sides = short_names(plan), Sides.of(items, units_in(plan))
    for owners, group in by_owners(items, plan).items():
        said = told(group)
        lines = [f"- {_sentence(one, names, sides)}" for one in said[:SENTENCES_SHOWN]]
        if len(said) > SENTENCES_SHOWN:
            lines.append(f"- {more(len(said) - SENTENCES_SHOWN)}")
        heading = markdown(", ".join(owners) or text.THE_PLAN_ITSELF)
        st.markdown(f"**{heading}**\n" + "\n".join(lines))
    with st.expander(text.AS_TABLE):
        st.dataframe(change_table(items, sides), hide_index=True, alt=text.AS_TABLE)


_LEADS = {Sheet.ACTIVITY_PROGRESS: ACTIVITY, Sheet.INDICATOR_PROGRESS: INDICATOR}


def _sentence(change: Change | str, names: Mapping[str, str], sides: Sides) -> str:
    """Say what changed; a report's row leads to its card, a kegiatan's by its name."""
    if isinstance(change, str):
        return markdown(change)
    if change.sheet not in _LEADS:
        return markdown(sentence(change))
    kind = _LEADS[change.sheet]
    named = names.get(change.key) if kind is ACTIVITY else None
    row = f"{change.key} {named} ({change.year})" if named else place(change)
    what = f"{change.header}: {happened(change, sides)}"
    return f"{leads.link(kind, change.key, row)} {markdown(what)}"


def change_table(items: Sequence[Change], sides: Sides) -> pd.DataFrame:
    """Return one row per changed cell: sheet, row, column, before, after."""
    rows = [
        (
            str(change.sheet),
            plain(place(change)),
            change.header,
            *map(plain, values(change, sides)),
        )
        for change in items
    ]
    return pd.DataFrame(rows, columns=["Lembar", "Baris", "Kolom", "Sebelum", "Sesudah"])


def effects(effect: Effect) -> None:
    """Draw what the screens will show: the five figures and each touched row, before and after."""
    before, after = zip(*moved_figures(effect), strict=True)
    components.key_figures(after, before)
    if effect.rows.empty:
        st.caption(text.NO_ROW_TOUCHED)
    else:
        comparison.draw_effect(effect, text.EFFECT)


def questions(proposal: Proposal, preview: str) -> set[Question]:
    """Draw a box for each yes the proposal needs, and return those given to this preview."""
    given = set()
    if proposal.questions:
        st.markdown(f"**{text.QUESTIONS}**")
    for question in proposal.questions:
        if st.checkbox(text.question(question, proposal), key=f"yes_{question}_{preview}"):
            given.add(question)
    return given
