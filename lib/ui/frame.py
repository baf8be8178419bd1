"""The frame around every page: page set-up, navigation, meeting mode."""

from pathlib import Path

import streamlit as st

from lib.service.actor import Right, can
from lib.ui.change import left_file, open_form
from lib.ui.escape import markdown
from lib.ui.viewer import meeting, navigation, redirect, session, viewer
from lib.ui.viewer.ages import age
from lib.ui.viewer.screen import chosen_silently, source_line
from lib.ui.words import text

ICON = Path(__file__).parent / "static" / "ikon.png"

st.set_page_config(page_title=text.APP, page_icon=str(ICON), layout="wide")
actor = session.actor()
if not can(actor, Right.VIEW):
    back = open_form.keep_here() or ("/unggah" if left_file.keep_here() else None)
    redirect.leave(open_form.sign_in_again(back) if back else "/masuk")
    st.info(text.SIGN_IN_FIRST)
    st.stop()
here = viewer.arrive(actor)
monitor = navigation.monitor_pages()
pages = {
    "": [*monitor, *navigation.all_plans_pages(here.listed), *navigation.card_pages()],
    text.DATA_GROUP: navigation.data_pages(actor),
    text.MEETING_GROUP: navigation.meeting_pages(),
    markdown(actor.display) if actor.name else text.ACCOUNT_GROUP: navigation.account_pages(actor),
}
in_meeting = meeting.is_on()
page = st.navigation(pages, position="hidden" if in_meeting else "top")
st.set_page_config(page_title=text.page_title(page.title))
if not in_meeting:
    viewer.choose_plan(here)
page.run()
if in_meeting:
    snapshot, _, chosen = chosen_silently(here)
    said = (source_line(snapshot, chosen), age(here, snapshot, chosen.narrowing.agency))
    meeting.footer(" · ".join(filter(None, said)), monitor, page)
