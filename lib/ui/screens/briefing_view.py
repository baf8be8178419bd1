"""What the page Bahan Rapat draws: each product with its preview and its button."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from lib import settings
from lib.briefing import message
from lib.briefing.deck import presentation, theme
from lib.briefing.deck.picture import slide_picture
from lib.briefing.deck.picture.slide_picture import SlidePicture
from lib.briefing.offline import copy
from lib.briefing.source import Briefing
from lib.briefing.templates import Unfit, chosen
from lib.briefing.word import minutes, report, styles
from lib.plan.position import Position
from lib.plan.registers.directives import Meeting, addressed, meetings
from lib.plan.text.indonesian import day
from lib.service.library import Snapshot
from lib.ui import slide_gallery
from lib.ui.escape import markdown
from lib.ui.viewer import leads, standings
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import arahan_words
from lib.ui.words import briefing_words as text
from lib.voice.cards.card_history import VERSIONS_SHOWN

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html; charset=utf-8"
DECKS_KEPT = 8


def briefing(
    viewer: Viewer, snapshot: Snapshot, previous: Snapshot | None, position: Position, age: str
) -> Briefing:
    """Gather what the products are made from, and say above them what it is and how old."""
    due = standings.due_until(snapshot.plan, position)
    today, after = standings.today_for(snapshot.plan), tuple(viewer.after.values())
    made = Briefing.of(snapshot, previous, position, due, today, after)
    st.caption(" · ".join(markdown(part) for part in (made.source, age, made.mark) if part))
    return made


def deck_card(briefing: Briefing, snapshot: Snapshot) -> None:
    """Draw the button that hands the deck out, and a picture of each slide."""
    with st.container(border=True):
        st.markdown("**PowerPoint**")
        progress = st.progress(0.1, text.PREPARING)
        template = str(chosen(theme.TEMPLATE, settings.DATA.path).stat().st_mtime_ns)
        due = briefing.due_until and briefing.due_until.code
        asked = (briefing.position.code, due, briefing.today)
        about = (briefing.code, *asked, briefing.previous_label, briefing.label)
        try:
            content, pictures = _deck((*about, template), briefing)
        except Unfit as problem:
            st.error(str(problem))
            return
        finally:
            progress.empty()
        st.download_button(
            text.PPTX,
            content,
            file_name=text.briefing_file(snapshot, briefing.position, "pptx"),
            mime=presentation.MIME,
            icon=":material/download:",
            on_click="ignore",
            type="primary",
        )
        st.caption(text.DECK_HELP)
        if any(picture.left_out for picture in pictures):
            st.caption(text.LEFT_OUT)
        archive = text.briefing_file(snapshot, briefing.position, "zip")
        slide_gallery.draw(pictures, "|".join(map(str, (*about, template))), archive)


@st.cache_data(max_entries=DECKS_KEPT, show_spinner=False)
def _deck(
    key: tuple[object, ...],  # noqa: ARG001
    _briefing: Briefing,
) -> tuple[bytes, tuple[SlidePicture, ...]]:
    content = presentation.deck(_briefing, settings.DATA.path)
    return content, slide_picture.pictures(content)


def files_card(viewer: Viewer, briefing: Briefing, snapshot: Snapshot) -> None:
    """Draw the Word report and the offline copy; each is made when its button is pressed."""
    data = settings.DATA.path
    products = (
        (text.DOCX, text.DOCX_HELP, lambda: report.report(briefing, data), "docx", DOCX),
        (text.OFFLINE, text.OFFLINE_HELP, lambda: _copy(viewer, briefing, snapshot), "html", HTML),
    )
    for label, help_text, make, ending, mime in products:
        with st.container(border=True):
            if ending == "docx" and (problem := _report_template_problem()):
                st.error(problem)
                continue
            st.download_button(
                label,
                make,
                file_name=text.briefing_file(snapshot, briefing.position, ending),
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
            )
            st.caption(help_text)
            if ending == "docx" and briefing.after:
                st.caption(text.closing([plan.period for plan in briefing.after]))


def _copy(viewer: Viewer, briefing: Briefing, snapshot: Snapshot) -> str:
    """Make the offline copy; its cards tell the newest versions, and whether there are more."""
    about = (viewer.actor, viewer.plan_id, snapshot.number)
    return copy.offline_copy(briefing, viewer.library.histories(*about, VERSIONS_SHOWN + 1))


def minutes_card(briefing: Briefing, snapshot: Snapshot) -> None:
    """Draw the minutes of a meeting that gave instructions; nothing where none did."""
    found = {_named(one): one for one in meetings(briefing.plan)}
    if not found or _report_template_problem():
        return
    with st.container(border=True, key="minutes"):
        name = st.selectbox(arahan_words.OF_MEETING, list(found), key="minutes_of")
        st.download_button(
            arahan_words.MINUTES,
            lambda: minutes.minutes(briefing, found[name], settings.DATA.path),
            file_name=text.minutes_file(snapshot, found[name].day),
            mime=DOCX,
            icon=":material/download:",
            on_click="ignore",
        )
        st.caption(arahan_words.MINUTES_HELP)


def _named(one: Meeting) -> str:
    return ", ".join(filter(None, (one.name, day(one.day) if one.day else "")))


def _report_template_problem() -> str:
    """Say what is wrong with the report's template, before a button promises the report."""
    try:
        styles.opened(settings.DATA.path)
    except Unfit as problem:
        return str(problem)
    return ""


def messages_card(briefing: Briefing) -> None:
    """Draw a message to copy, for leadership or for one agency."""
    audiences = {text.FOR_LEADERSHIP: ""} | {text.reminder(a): a for a in addressed(briefing.plan)}
    with st.container(border=True):
        st.markdown(f"**{text.WHATSAPP}**")
        st.caption(text.WHATSAPP_HELP)
        chosen = st.selectbox(text.WHATSAPP, list(audiences), label_visibility="collapsed")
        agency = audiences[chosen]
        if agency:
            words = message.agency_message(briefing, agency, _link(briefing, agency))
        else:
            words = message.leadership_message(briefing, _link(briefing))
        st.code(words, language=None, wrap_lines=True)
        st.link_button(text.OPEN_WHATSAPP, message.whatsapp_link(words), icon=":material/chat:")


def _link(briefing: Briefing, agency: str = "") -> str:
    """Return the address that shows a reader the plan and position, for an agency its rapor."""
    shown = {"posisi": briefing.position.code} | ({"pihak": agency} if agency else {})
    query = leads.plan_looked_at() | shown
    path = "/perangkat-daerah" if agency else "/"
    return f"{leads.origin()}{path}?{urlencode(query)}"
