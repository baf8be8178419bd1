"""Leads: where a mention of a kegiatan, an indicator or an agency takes its reader.

Links and charts' marks carry what they are about; `lib/web/tautan.js` follows them within the
tab, so that version, position and filters stay and the browser's Back leads to the same place.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from lib.plan.text.mentions import ACTIVITY, INDICATOR
from lib.ui.escape import markdown
from lib.ui.words import text
from lib.web import link_files
from lib.web.streamlit_parts import keep_in_address

PATHS = {ACTIVITY: "kegiatan", INDICATOR: "kartu-indikator"}
"""Where cards stand, by the address parameter that names their row."""
FORM_YEAR = "isian"
"""Address parameter: the year whose form a card opens first."""
DIRECTIVE = "arahan"
"""Address parameter: the instruction whose form Unggah opens."""
MEETING = "rapat"
"""Address parameter: `1` in meeting mode."""

PLAN = "rencana"
"""Address parameter that names the plan."""

_OF_ONE_CARD = (*PATHS, FORM_YEAR, DIRECTIVE)
_OF_THE_PLAN = (PLAN, "versi", "banding")
_CHOSEN = (*_OF_THE_PLAN, "tahun", "posisi", "kp", "pihak")
"""Parameters that widgets hold; Streamlit may keep them from `st.query_params`."""


COPIES = "#salin"
"""How an address ends that a click copies instead of opening it."""
_WORDS = {"copied": text.LINK_COPIED, "ask": text.COPY_THIS_LINK}


def here() -> dict[str, str]:
    """Return how the reader looks: the address's parameters without a card's own."""
    found = st.query_params.to_dict() | {
        name: value for name in _CHOSEN if (value := st.session_state.get(name))
    }
    return {name: value for name, value in found.items() if name not in _OF_ONE_CARD}


def plan_looked_at() -> dict[str, str]:
    """Return the parameters that name the plan, the version and what it is compared with."""
    return {name: value for name, value in here().items() if name in _OF_THE_PLAN}


def listen() -> None:
    """Have this page's links and charts lead to cards; once per page, below its filters."""
    keep_in_address()
    link_files.mount(key="leads", width=1, height=1, data=_WORDS)


def into(plan_id: str, code: str, words: str) -> str:
    """Write a kegiatan of another plan as a link to its card there, as `link` does."""
    own = {PLAN: plan_id, ACTIVITY: code}
    address = f"/{PATHS[ACTIVITY]}?{urlencode(own, quote_via=quote)}"
    return f"[{markdown(words)}](<{address}>)"


def link(name: str, value: str, words: str, form_year: int | None = None) -> str:
    """Write a mention as a link to its card, in markdown; `words` are text from a workbook."""
    own = {name: value} | ({FORM_YEAR: str(form_year)} if form_year else {})
    return f"[{markdown(words)}](<{_address(PATHS[name], own)}>)"


def answer(number: str, words: str) -> str:
    """Write a link to the form that answers an instruction, in markdown."""
    return f"[{markdown(words)}](<{_address('unggah', {DIRECTIVE: number})}>)"


def _address(path: str, own: dict[str, str]) -> str:
    return f"/{path}?{urlencode(here() | own, quote_via=quote)}"


def copied(shown: dict[str, str]) -> str:
    """Write the link that copies the address of this very screen, in markdown.

    `shown` is what the reader did not choose and the address must name all the same.
    """
    address = f"?{urlencode(here() | shown | _card(), quote_via=quote)}{COPIES}"
    return f"[{text.COPY_LINK}](<{address}>)"


def plan_link(plan_id: str, words: str) -> str:
    """Write a plan's name as a link to its Ringkasan, in markdown; filters stay behind."""
    return f"[{markdown(words)}](</?{urlencode({'rencana': plan_id}, quote_via=quote)}>)"


def whole_address(path: str) -> str:
    """Return the address of a page as the reader sees it, for whoever opens it elsewhere."""
    query = urlencode(here() | _card(), quote_via=quote)
    return f"{origin()}/{path}?{query}" if query else f"{origin()}/{path}"


def origin() -> str:
    """Return where the reader's browser reached us, such as `http://10.1.2.3:8501`; "" if unknown.

    The path that Streamlit gives beside it is not to be had: it takes `/kartu-indikator` apart.
    """
    seen = urlsplit(st.context.url or "")
    return f"{seen.scheme}://{seen.netloc}" if seen.netloc else ""


def _card() -> dict[str, str]:
    return {name: value for name, value in st.query_params.items() if name in PATHS}
