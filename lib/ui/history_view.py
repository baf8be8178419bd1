"""The list of versions, one version's changes, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.plan.difference import ChangeKind
from lib.plan.indonesian import moment
from lib.service.actor import Actor, Right, can
from lib.service.library import Library
from lib.store.records import Kind, Version
from lib.ui import proposal_flow, proposal_steps, proposal_view, text
from lib.ui.escape import plain

_KINDS = {
    Kind.BASELINE: "Rencana awal",
    Kind.UPLOAD: "Unggahan",
    Kind.EDIT: "Perubahan langsung",
    Kind.ROLLBACK: "Pengembalian",
}


def pick(versions: Sequence[Version]) -> Version | None:
    """Draw the versions, newest first, and return the one whose row was chosen."""
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
    event = st.dataframe(
        pd.DataFrame(rows, columns=headers),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="versions",
        alt=text.HISTORY,
    )
    chosen = event.selection.rows
    return versions[chosen[0]] if chosen and chosen[0] < len(versions) else None


def details(library: Library, actor: Actor, version: Version) -> None:
    """Draw what a version changed, with links that show it and compare it."""
    st.subheader(text.version_title(version.number, moment(version.time)), anchor=False)
    see, compare, get, received = st.columns(4)
    number = str(version.number)
    see.page_link(text.SUMMARY_PAGE, label=text.SEE_VERSION, query_params={"versi": number})
    compare.page_link(
        text.SUMMARY_PAGE, label=text.COMPARE_VERSION, query_params={"banding": number}
    )
    get.download_button(
        text.DOWNLOAD,
        lambda: library.download(actor, version.plan_id, version.number),
        file_name=text.version_file(version.number),
        mime=text.XLSX,
        on_click="ignore",
        key="download_version",
    )
    original = (
        library.received(actor, version.plan_id, version.number)
        if can(actor, Right.CHANGE)
        else None
    )
    if original is not None:
        received.download_button(
            text.RECEIVED, original.content, file_name=plain(original.name), on_click="ignore"
        )
    changes = library.changes(actor, version.plan_id, version.number)
    if changes:
        plan = library.snapshot(actor, version.plan_id, version.number).plan
        proposal_view.changes(changes, plan)
    else:
        st.caption(text.FIRST_VERSION)


def roll_back(library: Library, actor: Actor, version: Version) -> None:
    """Offer the way back: a preview like an upload's first, then the button that does it."""
    source = f"{version.plan_id} {version.number}"
    flow = proposal_flow.at_hand()
    if flow is None or flow.source != source:
        if st.button(text.PREVIEW_ROLL_BACK, icon=":material/history:"):
            proposal_flow.start(
                source, lambda: library.propose_rollback(actor, version.plan_id, version.number)
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
