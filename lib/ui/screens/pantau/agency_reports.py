"""How the agencies report, on Perangkat Daerah: each one's age, what it owes and since when."""

from __future__ import annotations

import streamlit as st

from lib.plan.reporting.calendar import working_days
from lib.plan.reporting.report_times import agency_reports
from lib.ui.escape import markdown
from lib.ui.viewer import filters
from lib.ui.viewer.screen import Screen
from lib.ui.words import text, to_do_words
from lib.voice import punctuality


def draw(screen: Screen) -> None:
    """Draw who reports how; those who never did stand apart, on a phone each in a sentence."""
    plan, today = screen.plan, filters.today()
    days = working_days(plan)
    times = screen.viewer.report_times(screen.snapshot.number)
    agencies = [part.code for part in screen.standing.agencies]
    found = agency_reports(plan, times, today, agencies, screen.standing.activities.index)
    stated = days is not None
    st.header(text.REPORTING, anchor=False)
    if screen.look.compact:
        said = (
            f"- **{markdown(one.agency)}** {punctuality.sentence(one, today, stated)}"
            for one in found
        )
        st.markdown("\n".join(said))
    else:
        table = punctuality.per_agency(found, today, stated)
        if not table.empty:
            st.table(table.map(markdown), hide_index=True, alt=text.REPORTING)
        if silent := punctuality.never(found, today, stated):
            st.markdown(f"**{text.NEVER_REPORTED}:** {markdown('; '.join(silent))}.")
    st.caption(f"{text.as_of_today(today)} {to_do_words.rule(days)}")
