"""A deck's slides on a page: small pictures, each to be saved or copied, all of them as ZIP."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lib.briefing.deck.picture.slide_picture import SlidePicture
from lib.ui.words import briefing_words as words
from lib.ui.words import text
from lib.web import slide_files

_WORDS = {
    "all": words.ALL_PICTURES,
    "save": words.SAVE_PICTURE,
    "copy": text.COPY_PICTURE,
    "kept": words.PICTURE_SAVED,
    "copied": text.PICTURE_COPIED,
    "saved": text.PICTURE_SAVED_INSTEAD,
    "failed": words.PICTURE_FAILED,
    "making": words.MAKING_PICTURES,
    "packed": words.PICTURES_PACKED,
}


def draw(pictures: Sequence[SlidePicture], key: str, archive: str) -> None:
    """Draw the pictures; `key` tells one deck from another, `archive` names the ZIP."""
    slide_files.mount(
        key="slides",
        data={
            "key": key,
            "script": slide_files.PICTURES.address,
            "archive": archive,
            "words": _WORDS,
            "slides": [
                {
                    "svg": one.svg,
                    "name": file_name(one),
                    "alt": words.slide(one.number),
                    "caption": f"{one.number}. {one.headline}",
                }
                for one in pictures
            ],
        },
        height="content",
    )


def file_name(picture: SlidePicture) -> str:
    """Name a slide's file, such as `salindia-03-papan-triwulan.png`."""
    section = picture.section.partition(" · ")[0] or words.COVER
    named = "-".join(re.findall(r"[a-z0-9]+", section.lower()))
    return f"salindia-{picture.number:02}-{named}.png"
