"""Ringkasan in stock Streamlit as one would write it: kept data, `st.plotly_chart`."""

import streamlit as st

from benchmarks.peers import twin

st.set_page_config(layout="wide")
found = st.cache_resource(twin.summary)()
st.title("Ringkasan")
for column, (label, value, note) in zip(st.columns(5), found.figures, strict=True):
    column.metric(label, value, note, delta_color="off")
left, right = st.columns([2, 1])
left.plotly_chart(found.board.figure, theme=None)
with right:
    for item in found.items:
        st.write(item)
    st.plotly_chart(found.status.figure, theme=None)
