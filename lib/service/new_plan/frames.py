"""A new plan that starts from the national frame: filled in here, then a sketch like any other."""

from __future__ import annotations

from collections.abc import Mapping

from lib.decree import national_frame
from lib.decree.national_frame import LONGEST, Filling, groups, indicator_count
from lib.service import sketches
from lib.service.actor import Actor, Right, require
from lib.service.library import Library
from lib.service.sketches import Sketch

__all__ = ["LONGEST", "BadFrame", "Filling", "begin", "groups", "indicator_count"]


class BadFrame(Exception):
    """What was filled in makes no plan; says what is missing."""


def begin(
    library: Library, actor: Actor, first: int, last: int, fillings: Mapping[str, Filling]
) -> Sketch:
    """Begin a sketch of the frame as filled in, by code of kelompok program.

    Raises BadFrame for years that run backwards or too far, and where nothing is to be done.
    """
    require(actor, Right.ADD_PLAN)
    if not first <= last < first + LONGEST:
        raise BadFrame(f"Tahun terakhir harus {first} sampai {first + LONGEST - 1}.")
    if not any(filling.activities for filling in fillings.values()):
        raise BadFrame("Tulis paling sedikit satu kegiatan pada salah satu kelompok program.")
    content = national_frame.workbook(first, last, fillings)
    return sketches.begin(library, actor, content, f"Kerangka SP4N {first}-{last}.xlsx")
