"""The list of versions, one version's changes, and the way back to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from lib.plan.change.difference import ChangeKind
from lib.plan.schema import Sheet
from lib.plan.text.indonesian import moment
from lib.plan.text.names import short_names
from lib.service import changing
from lib.service.actor import Right
from lib.service.library import Damaged, NothingSound
from lib.store.records import Origin, Version
from lib.ui.change import proposal_flow, proposal_steps, proposal_view
from lib.ui.escape import markdown, plain
from lib.ui.viewer import navigation
from lib.ui.viewer.ages import age
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import change_words as text
from lib.ui.words.text import more

NAMES_SHOWN = 2
"""Kegiatan named of a version in the list; the others are counted."""
_KINDS = {
    Origin.BASELINE: "Rencana awal",
    Origin.UPLOAD: "Unggahan",
    Origin.EDIT: "Formulir",
    Origin.ROLLBACK: "Pengembalian",
    Origin.CORRECTION: "Koreksi",
}


def age_said(viewer: Viewer) -> str:
    """Say how old the newest report is; nothing where no version can be read."""
    try:
        return age(viewer, viewer.newest)
    except NothingSound:
        return ""


def of_whom(viewer: Viewer, versions: Sequence[Version]) -> Sequence[Version]:
    """Offer whoever is signed in their own versions alone; the page ends where there are none."""
    me = viewer.actor.name
    if not me or not st.toggle(text.MINE, key="mine"):
        return versions
    own = [version for version in versions if version.author == me]
    if not own:
        st.info(text.NONE_OF_MINE, icon=":material/person_off:")
        st.stop()
    return own


def table(viewer: Viewer, versions: Sequence[Version]) -> None:
    """Draw the list of versions, newest first, each with the kegiatan that it changed."""
    changed = viewer.rows_changed()
    names = _names(viewer)
    rows = [
        (
            version.number,
            moment(version.time),
            plain(version.author),
            _KINDS[version.kind],
            plain(_touched(changed.get(version.number, ()), names)),
            plain(version.note),
            version.counts.get(ChangeKind.SET, 0) + version.counts.get(ChangeKind.ADDED, 0),
            version.counts.get(ChangeKind.CLEARED, 0) + version.counts.get(ChangeKind.REMOVED, 0),
            version.code,
        )
        for version in versions
    ]
    headers = [
        *("Versi", "Waktu", "Oleh", "Asal", "Yang berubah", "Catatan"),
        *("Sel diisi", "Sel dikosongkan", "Kode"),
    ]
    st.dataframe(pd.DataFrame(rows, columns=headers), hide_index=True, alt=text.VERSIONS)


def _names(viewer: Viewer) -> Mapping[str, str]:
    """Return what kegiatan are called in short; nothing where no version can be read."""
    try:
        return short_names(viewer.newest.plan)
    except NothingSound:
        return {}


def _touched(rows: Iterable[tuple[Sheet, str]], names: Mapping[str, str]) -> str:
    """Name the kegiatan of changed rows, then indicators, then the sheets of all others."""
    activities, others = [], []
    for sheet, key in rows:
        if sheet is Sheet.ACTIVITY_PROGRESS:
            activities.append(f"{key} {names.get(key, '')}".strip())
        else:
            others.append(text.indicator(key) if sheet is Sheet.INDICATOR_PROGRESS else str(sheet))
    found = list(dict.fromkeys([*activities, *others]))
    shown = "; ".join(found[:NAMES_SHOWN])
    return f"{shown}; {more(len(found) - NAMES_SHOWN)}" if len(found) > NAMES_SHOWN else shown


def pick(versions: Sequence[Version]) -> Version:
    """Ask which version to look into, at first the newest, and return it."""
    by_number = {version.number: version for version in versions}
    number = st.selectbox(
        text.CHOOSE_VERSION,
        list(by_number),
        format_func=lambda number: plain(text.version_choice(by_number[number])),
        key="looked_into",
    )
    return by_number[number]


def details(viewer: Viewer, version: Version) -> None:
    """Draw what a version changed, with links that show it and compare it with the newest."""
    st.header(text.version_title(version.number, moment(version.time)), anchor=False)
    if version.note:  # the list cuts it off where the screen is narrow
        st.caption(markdown(f"{_KINDS[version.kind]}: {version.note}"))
    with st.container(horizontal=True, vertical_alignment="center"):
        _way_to_see(text.SEE_VERSION, "versi", version, ":material/visibility:")
        if version.number != viewer.head:
            _way_to_see(text.COMPARE_VERSION, "banding", version, ":material/compare_arrows:")
        _files(viewer, version)
    try:
        plan = viewer.snapshot(version.number).plan
    except Damaged as damage:
        st.error(str(damage), icon=":material/broken_image:")
        return
    changes = viewer.changes(version.number)
    if changes:
        proposal_view.changes(changes, plan)
    else:
        st.caption(text.FIRST_VERSION)


def _way_to_see(label: str, parameter: str, version: Version, icon: str) -> None:
    address = {parameter: str(version.number)}
    st.page_link(navigation.SUMMARY_PAGE, label=label, icon=icon, query_params=address)


def _files(viewer: Viewer, version: Version) -> None:
    """Hand out the version as a workbook and, to who may upload, the file it came from."""
    library, actor = viewer.library, viewer.actor
    st.download_button(
        text.DOWNLOAD,
        lambda: library.download(actor, version.plan_id, version.number),
        file_name=text.version_file(version.number),
        mime=text.XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="download_version",
    )
    if version.upload_name is not None and viewer.can(Right.CHANGE):
        st.download_button(
            text.RECEIVED,
            partial(_received, viewer, version),
            file_name=plain(version.upload_name),
            on_click="ignore",
        )


def _received(viewer: Viewer, version: Version) -> bytes:
    original = viewer.library.received(viewer.actor, version.plan_id, version.number)
    return original.content if original else b""


def roll_back(viewer: Viewer, version: Version) -> None:
    """Offer the way back: a preview like an upload's first, then the button that does it."""
    source = f"{version.plan_id} {version.number}"
    flow = proposal_flow.at_hand()
    if flow is not None and flow.applied and not proposal_flow.is_newest(viewer, flow):
        proposal_flow.drop()
        flow = None
    if flow is None or flow.source != source:
        if st.button(text.PREVIEW_ROLL_BACK, icon=":material/history:"):
            proposal_flow.start(
                source,
                lambda: changing.propose_rollback(
                    viewer.library, viewer.actor, version.plan_id, version.number
                ),
            )
            st.rerun()
        return
    if flow.applied:
        st.success(text.applied(flow.applied), icon=":material/check_circle:")
    elif flow.proposal.unchanged:
        st.info(text.NO_CHANGES, icon=":material/info:")
    else:
        proposal_steps.preview(flow.proposal)
        proposal_steps.decide(viewer, flow, text.ROLL_BACK)
