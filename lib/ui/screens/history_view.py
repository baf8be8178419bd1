"""The list of versions, one version's changes, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.plan.difference import ChangeKind
from lib.plan.indonesian import moment
from lib.service import changing
from lib.service.actor import Actor, Right, can
from lib.service.library import Library
from lib.store.records import Kind, Version
from lib.ui.change import proposal_flow, proposal_steps, proposal_view
from lib.ui.escape import plain
from lib.ui.viewer import navigation
from lib.ui.words import change_words as text

_KINDS = {
    Kind.BASELINE: "Rencana awal",
    Kind.UPLOAD: "Unggahan",
    Kind.EDIT: "Perubahan langsung",
    Kind.ROLLBACK: "Pengembalian",
}


def table(versions: Sequence[Version]) -> None:
    """Draw the list of versions, newest first."""
    rows = [
        (
            version.number,
            moment(version.time),
            plain(version.author),
            _KINDS[version.kind],
            plain(version.note),
            version.counts.get(ChangeKind.SET, 0) + version.counts.get(ChangeKind.ADDED, 0),
            version.counts.get(ChangeKind.CLEARED, 0) + version.counts.get(ChangeKind.REMOVED, 0),
            version.code,
        )
        for version in versions
    ]
    headers = ["Versi", "Waktu", "Oleh", "Asal", "Catatan", "Sel diisi", "Sel dikosongkan", "Kode"]
    st.dataframe(pd.DataFrame(rows, columns=headers), hide_index=True, alt=text.VERSIONS)


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


def details(library: Library, actor: Actor, version: Version, newest: int) -> None:
    """Draw what a version changed, with links that show it and compare it with the newest."""
    st.subheader(text.version_title(version.number, moment(version.time)), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        _way_to_see(text.SEE_VERSION, "versi", version, ":material/visibility:")
        if version.number != newest:
            _way_to_see(text.COMPARE_VERSION, "banding", version, ":material/compare_arrows:")
        _files(library, actor, version)
    changes = library.changes(actor, version.plan_id, version.number)
    if changes:
        plan = library.snapshot(actor, version.plan_id, version.number).plan
        proposal_view.changes(changes, plan)
    else:
        st.caption(text.FIRST_VERSION)


def _way_to_see(label: str, parameter: str, version: Version, icon: str) -> None:
    address = {parameter: str(version.number)}
    st.page_link(navigation.SUMMARY_PAGE, label=label, icon=icon, query_params=address)


def _files(library: Library, actor: Actor, version: Version) -> None:
    """Hand out the version as a workbook and, to who may upload, the file it came from."""
    st.download_button(
        text.DOWNLOAD,
        lambda: library.download(actor, version.plan_id, version.number),
        file_name=text.version_file(version.number),
        mime=text.XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="download_version",
    )
    if not can(actor, Right.CHANGE):
        return
    original = library.received(actor, version.plan_id, version.number)
    if original is not None:
        st.download_button(
            text.RECEIVED, original.content, file_name=plain(original.name), on_click="ignore"
        )


def roll_back(library: Library, actor: Actor, version: Version) -> None:
    """Offer the way back: a preview like an upload's first, then the button that does it."""
    source = f"{version.plan_id} {version.number}"
    flow = proposal_flow.at_hand()
    if flow is not None and flow.applied and not proposal_flow.is_newest(library, flow):
        proposal_flow.drop()
        flow = None
    if flow is None or flow.source != source:
        if st.button(text.PREVIEW_ROLL_BACK, icon=":material/history:"):
            proposal_flow.start(
                source,
                lambda: changing.propose_rollback(library, actor, version.plan_id, version.number),
            )
            st.rerun()
        return
    if flow.applied:
        st.success(text.applied(flow.applied), icon=":material/check_circle:")
    elif flow.proposal.unchanged:
        st.info(text.NO_CHANGES, icon=":material/info:")
    else:
        proposal_steps.preview(flow.proposal)
        proposal_steps.decide(library, actor, flow, text.ROLL_BACK)
