"""The ASGI app: Streamlit behind the frame of lib/ui, and what stands around it.

Started by `python3 run.py` or `streamlit run app.py`. The frame does not stand here: beside
`pages/` a deep link would run its page without it (docs/decisions/frame.md).
"""

import streamlit as st

from lib.ui.viewer import services
from lib.ui.viewer.warm_up import warm_up
from lib.web import server

services.open_or_end()
app = st.App("lib/ui/frame.py", **server.around(services.identity, warm_up))
