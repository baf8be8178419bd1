"""The pages, their titles and addresses."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from lib.plan.text.mentions import ACTIVITY, INDICATOR
from lib.service.actor import Actor, Right, can
from lib.ui.viewer import redirect
from lib.ui.viewer.leads import PATHS
from lib.ui.words import text

# Paths are seen from the frame, which does not stand beside `pages/`.
_FOLDER = "../../pages/"
UPLOAD_PAGE = f"{_FOLDER}unggah.py"
NEW_PLAN_PAGE = f"{_FOLDER}rencana_baru.py"
HISTORY_PAGE = f"{_FOLDER}riwayat.py"
SUMMARY_PAGE = f"{_FOLDER}ringkasan.py"


def monitor_pages() -> list[st.Page]:
    """The Pantau pages, in the order in which a meeting walks them."""
    return [
        st.Page(SUMMARY_PAGE, title=text.SUMMARY, url_path="ringkasan", default=True),
        st.Page(f"{_FOLDER}linimasa.py", title=text.TIMELINE, url_path="linimasa"),
        st.Page(
            f"{_FOLDER}perangkat_daerah.py",
            title=text.AGENCIES,
            url_path="perangkat-daerah",
        ),
        st.Page(f"{_FOLDER}indikator.py", title=text.INDICATORS, url_path="indikator"),
        st.Page(f"{_FOLDER}lampiran.py", title=text.ANNEX, url_path="lampiran"),
    ]


def all_plans_pages(plans: int) -> list[st.Page]:
    """The page of all plans, in the menu where there are several to be seen."""
    shown: Literal["visible", "hidden"] = "visible" if plans > 1 else "hidden"
    page = f"{_FOLDER}semua_rencana.py"
    return [st.Page(page, title=text.ALL_PLANS, url_path="semua-rencana", visibility=shown)]


def card_pages() -> list[st.Page]:
    """The cards, which every mention leads to and no menu names."""
    cards = (
        ("kegiatan.py", text.ACTIVITY, PATHS[ACTIVITY]),
        ("kartu_indikator.py", text.INDICATOR, PATHS[INDICATOR]),
    )
    return [
        st.Page(f"{_FOLDER}{file}", title=title, url_path=path, visibility="hidden")
        for file, title, path in cards
    ]


def data_pages(actor: Actor) -> list[st.Page]:
    """The pages that change data or tell who did."""
    return [
        st.Page(UPLOAD_PAGE, title=text.UPLOAD, url_path="unggah"),
        st.Page(
            NEW_PLAN_PAGE,
            title=text.NEW_PLAN,
            url_path="rencana-baru",
            visibility="visible" if can(actor, Right.ADD_PLAN) else "hidden",
        ),
        st.Page(HISTORY_PAGE, title=text.HISTORY, url_path="riwayat"),
    ]


def meeting_pages() -> list[st.Page]:
    """The pages that prepare a meeting."""
    return [st.Page(f"{_FOLDER}bahan_rapat.py", title=text.BRIEFING, url_path="bahan-rapat")]


def account_pages(actor: Actor) -> list[st.Page]:
    """The ways in and out, and the accounts for who looks after them."""
    accounts = st.Page(
        f"{_FOLDER}akun.py",
        title=text.ACCOUNTS,
        url_path="akun",
        visibility="visible" if can(actor, Right.MANAGE_ACCOUNTS) else "hidden",
    )
    if not actor.name:
        return [accounts, redirect.page(text.SIGN_IN, "/masuk", ":material/login:")]
    return [
        accounts,
        redirect.page(text.CHANGE_PASSWORD, "/ganti-sandi", ":material/key:"),
        redirect.page(text.SIGN_OUT, "/keluar", ":material/logout:"),
    ]
