"""An empty Streamlit app."""

import streamlit as st

st.title("Kosong")
