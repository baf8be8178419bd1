"""Rencana baru: a decree's file, its columns, what they mean, the plan, adding it."""

import streamlit as st

from lib.ui.screens.new_plan import (
    adding,
    column_roles,
    meanings,
    plan_rows,
    sign_in_first,
    sketch_source,
    sketch_state,
    step_bar,
)
from lib.ui.viewer import viewer
from lib.ui.words import new_plan_words as text

here = viewer.current()
st.title(text.TITLE, anchor=False)
if not here.actor.name:
    sign_in_first.draw()
    st.stop()
sketch = sketch_state.at_hand(here)
step = step_bar.draw(sketch)
if sketch is None or step == 1:
    sketch_source.draw(here, sketch)
elif step == 2:
    column_roles.draw(here, sketch)
elif step == 3:
    meanings.draw(here, sketch)
elif step == 4:
    plan_rows.draw(here, sketch)
else:
    adding.draw(here, sketch)
