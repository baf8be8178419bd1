"""Errors: the visitor gets a number, the log gets the rest under the same number."""

from __future__ import annotations

import logging
import secrets

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from lib.service.actor import Denied
from lib.service.library import Damaged
from lib.store.records import StoreError, Trouble

_LOG = logging.getLogger("rencana")
TRY_AGAIN = "Coba lagi"


def sentence(number: str) -> str:
    """Return what a visitor reads when something broke."""
    return (
        f"Maaf, terjadi gangguan di aplikasi ini. Muat ulang halaman; bila terulang, "
        f"sampaikan nomor **{number}** kepada pengelola."
    )


def unusable(trouble: Trouble, number: str) -> str:
    """Return what a visitor reads while the store cannot be used."""
    return (
        f"Data sedang tidak dapat dipakai: {trouble}. Yang sudah tersimpan tetap aman, dan yang "
        "sedang Anda kerjakan tetap ada. Tunggu sebentar, lalu tekan Coba lagi; bila terulang, "
        f"sampaikan nomor **{number}** kepada pengelola."
    )


def record(error: BaseException) -> str:
    """Log an error and return the number it stands under."""
    number = secrets.token_hex(4).upper()
    _LOG.error("Gangguan nomor %s", number, exc_info=error)
    return number


def on_script_error(error: Exception) -> bool:
    """Show what a page's exception means to the visitor, instead of its details."""
    if isinstance(error, Denied):
        _LOG.warning("Ditolak: %s", error)
        st.error(str(error), icon=":material/lock:")
    elif isinstance(error, Damaged):
        _LOG.error("Data rusak: %s", error)
        st.error(str(error), icon=":material/broken_image:")
    elif isinstance(error, StoreError):
        st.error(unusable(error.trouble, record(error)), icon=":material/database_off:")
        st.button(TRY_AGAIN, icon=":material/refresh:", key="try_again")
    else:
        st.error(sentence(record(error)), icon=":material/error:")
    return True


async def on_request_error(_request: Request, error: Exception) -> PlainTextResponse:
    """Answer a request that broke."""
    return PlainTextResponse(sentence(record(error)).replace("**", ""), 500)
