"""Corrections of single rows: level, number, time, agencies, joined to the row above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import streamlit as st

from lib.plan.table_a import Level
from lib.service.sketches import DraftRow, RowPart, Sketch, corrections
from lib.ui.screens.new_plan import sketch_state
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import new_plan_words as text


def draw(viewer: Viewer, sketch: Sketch) -> None:
    """Draw the choice of a row, the form for it, and the corrections made so far."""
    with st.container(border=True):
        rows = {row.place: row for row in sketch.draft.rows}
        place = st.selectbox(
            text.CORRECT,
            list(rows),
            index=None,
            format_func=lambda place: text.row_choice(sketch.draft, rows[place]),
            placeholder=text.CHOOSE_ROW,
            key=f"row_{sketch.id}",
        )
        if place in rows:
            _form(viewer, sketch, rows[place])
        _made(viewer, sketch)


def _form(viewer: Viewer, sketch: Sketch, row: DraftRow) -> None:
    key = f"{sketch.id}_{row.place}"
    with st.form(f"correct_{key}", border=False):
        said = {
            RowPart.LEVEL: _level(row, key),
            RowPart.NUMBER: st.text_input(text.NUMBER, row.number, max_chars=40, key=f"no_{key}"),
        }
        if row.is_activity:
            said[RowPart.TIME] = _years(sketch, row, key)
            said[RowPart.PARTY] = _agencies(sketch, row, key)
        joined = st.checkbox(
            text.MERGE, key=f"merge_{key}", disabled=row.place == sketch.draft.rows[0].place
        )
        submitted = st.form_submit_button(text.SAVE_ROW)
        if submitted:
            _take(viewer, sketch, row, said, joined)


def _level(row: DraftRow, key: str) -> str:
    levels = [str(level) for level in Level]
    return str(st.selectbox(text.LEVEL, levels, index=levels.index(row.level), key=f"lv_{key}"))


def _years(sketch: Sketch, row: DraftRow, key: str) -> str:
    options = list(map(str, dict.fromkeys((*sketch.draft.years, *row.years))))
    chosen = st.multiselect(
        text.YEARS,
        options,
        default=list(map(str, row.years)),
        accept_new_options=True,
        placeholder=text.CHOOSE,
        key=f"years_{key}",
    )
    return ", ".join(sorted(map(str, chosen)))


def _agencies(sketch: Sketch, row: DraftRow, key: str) -> str:
    chosen = st.multiselect(
        text.PARTY,
        list(sketch.draft.agencies),
        default=list(row.charge),
        accept_new_options=True,
        placeholder=text.CHOOSE,
        key=f"who_{key}",
    )
    return "; ".join(map(str, chosen))


def _read(row: DraftRow) -> dict[RowPart, str]:
    """Return what a row says now, as corrections say it."""
    return {
        RowPart.LEVEL: row.level,
        RowPart.NUMBER: row.number,
        RowPart.TIME: ", ".join(map(str, sorted(row.years))),
        RowPart.PARTY: "; ".join(row.charge),
    }


def _take(
    viewer: Viewer, sketch: Sketch, row: DraftRow, said: dict[RowPart, str], joined: bool
) -> None:
    """Keep what differs from what the row says now."""
    bad = [word for word in said.get(RowPart.TIME, "").split(", ") if word and not _is_year(word)]
    if bad:
        st.error(text.bad_years(bad[0]), icon=":material/error:")
        return
    now = _read(row)
    changed = {
        corrections.of_row(row.place, part): words.strip()
        for part, words in said.items()
        if words.strip() != now[part]
    }
    if joined:
        changed[corrections.of_row(row.place, RowPart.MERGE)] = corrections.YES
    if not changed:
        st.info(text.NO_CHANGE)
    elif sketch_state.answer(viewer, sketch, {**sketch.answers, **changed}):
        st.rerun()


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.startswith("20")


def _made(viewer: Viewer, sketch: Sketch) -> None:
    """List the corrections made, each with the way to take it back."""
    made: defaultdict[str, list[str]] = defaultdict(list)
    for part in RowPart:
        for place, answer in corrections.by_place(sketch.answers, part).items():
            made[place].append(f"{text.PARTS[part]} {answer}".strip())
    if made:
        st.markdown(f"**{text.CORRECTED}**")
    for place, said in made.items():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":small[{text.correction(place, said)}]", width="stretch")
            if st.button(text.UNDO_ROW, key=f"undo_{place}", type="tertiary"):
                _undo(viewer, sketch, place, list(RowPart))


def _undo(viewer: Viewer, sketch: Sketch, place: str, parts: Sequence[RowPart]) -> None:
    gone = {corrections.of_row(place, part) for part in parts}
    kept = {name: said for name, said in sketch.answers.items() if name not in gone}
    if sketch_state.answer(viewer, sketch, kept):
        st.rerun()
