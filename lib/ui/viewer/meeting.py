"""Meeting mode: one calm screen for the projector, walked with the arrow keys."""

from __future__ import annotations

import io

import segno
import streamlit as st

from lib.ui.escape import markdown
from lib.ui.viewer import leads
from lib.ui.words import text

FLAG = leads.MEETING

# Streamlit has no option for the base size of one view, for hiding its header there, or for a
# footer that stays at the foot.
_STYLE = """<style>
:root { font-size: clamp(15px, 1.05vw, 20px); }
[data-testid="stHeader"] { display: none; }
[data-testid="stMainBlockContainer"] {
    min-height: 100vh; padding: 0.5rem 4rem 3.5rem; display: flex; justify-content: center;
}
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] { gap: 0.7rem; }
/* What scrolls passes below the footer, as a card's long history does; blurred, for no colour is
   the right one in both themes before the page runs again. */
.st-key-meeting_footer {
    position: fixed; left: 0; right: 0; bottom: 0; width: auto; padding: 0.4rem 4rem 0.6rem;
    backdrop-filter: blur(1.25rem); z-index: 5;
}
/* The list takes the height of the board beside it. An item that does not fit whole wraps into a
   second column, which nobody sees. */
[data-testid="stColumn"]:has(.st-key-list_in_meeting) { position: relative; }
.st-key-list_in_meeting { position: absolute; inset: 0; overflow: hidden; }
.st-key-list_in_meeting > [data-testid="stElementContainer"]:last-child {
    flex: 1 1 0; min-height: 0;
}
.st-key-list_in_meeting > [data-testid="stElementContainer"]:last-child div { height: 100%; }
.st-key-list_in_meeting
> [data-testid="stElementContainer"]:last-child [data-testid="stMarkdownContainer"] {
    display: flex; flex-flow: column wrap; overflow: hidden;
}
.st-key-list_in_meeting
> [data-testid="stElementContainer"]:last-child [data-testid="stMarkdownContainer"] > p {
    width: 100%;
}
</style>"""


def is_on() -> bool:
    """Tell whether the address asks for meeting mode (`?rapat=1`)."""
    return st.query_params.get(FLAG) == "1"


def enter_button() -> None:
    """Draw the button that goes over to meeting mode."""
    if st.button(text.MEETING, icon=":material/present_to_all:", key="enter_meeting"):
        st.query_params[FLAG] = "1"
        st.rerun()


def style() -> None:
    """Set the screen up for the projector."""
    st.html(_STYLE)


def qr_code(address: str) -> bytes:
    """Return a QR code of an address as a PNG, for phones in the room."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="png", scale=8, border=2)
    return picture.getvalue()


def footer(source: str, pages: list[st.Page], current: st.Page) -> None:
    """Draw the bar that names the data, walks the pages and leaves meeting mode.

    From a card, which stands beside the walk, both steps lead to the first page.
    """
    here = pages.index(current) if current in pages else None
    foot = st.container(
        horizontal=True, vertical_alignment="center", wrap=False, key="meeting_footer"
    )
    with foot:
        st.caption(f"**{current.title}** · {markdown(source)}", width="stretch")
        leads.listen()
        with st.popover(text.QR, type="tertiary", icon=":material/qr_code_2:"):
            st.image(qr_code(leads.whole_address(current.url_path)), caption=text.QR_HELP)
        for step, label, key in (
            (-1, text.PREVIOUS, "Left"),
            (1, text.NEXT, "Right"),
        ):
            if st.button(label, shortcut=key, key=f"walk_{key}", type="tertiary"):
                beside = pages[0] if here is None else pages[(here + step) % len(pages)]
                st.switch_page(beside, query_params=leads.here())
        if st.button(text.LEAVE_MEETING, shortcut="Esc", key="leave_meeting", type="tertiary"):
            del st.query_params[FLAG]
            st.rerun()
