"""Why a kegiatan-year needs leadership, in words."""

import pytest

from lib.plan import schema, status
from lib.plan.attention import attention
from lib.plan.position import Position
from lib.voice.concerns import sentence
from tests.factory import make_plan, with_activity


@pytest.mark.parametrize(
    ("quarter", "cells", "reason"),
    [
        (4, {"realisasi_tw4": 60.0}, "baru 60%"),
        (4, {"keterangan": schema.NOT_DONE}, "tidak terlaksana"),
        (4, {"keterangan": schema.POSTPONED}, "ditunda"),
        (4, {}, "belum ada laporan"),
        (3, {"realisasi_tw3": 40.0}, "realisasi 40% dari target 75% (asumsi)"),
        (3, {"realisasi_tw3": 40.0, "target_tw3": 60.0}, "realisasi 40% dari target 60%"),
        (3, {"realisasi_tw3": 65.0}, "realisasi 65% dari target 75% (asumsi)"),
        (3, {"realisasi_tw1": 75.0}, "TW II–III belum dilaporkan"),
        (3, {"realisasi_tw2": 75.0}, "TW III belum dilaporkan"),
    ],
)
def test_a_sentence_names_the_kegiatan_why_it_is_listed_and_whose_it_is(quarter, cells, reason):
    plan = make_plan(years=(2026,), groups=1, activities_per_group=1)
    plan = with_activity(plan, plan.activities["no"].iloc[0], 2026, **cells)
    [item] = attention(status.activity_status(plan, Position(2026, quarter)))
    assert sentence(item) == f"I.1.a (2026): {reason}, DINAS A"
