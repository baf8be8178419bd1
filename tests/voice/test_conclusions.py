from __future__ import annotations

from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.voice.conclusions import findings, steps
from tests.briefing.cases import case
from tests.factory import make_plan, with_activity, with_indicator

DONE = {"realisasi_tw1": 25.0, "realisasi_tw2": 50.0, "realisasi_tw3": 75.0, "realisasi_tw4": 100.0}


def facts_of(*done: str, **more: dict) -> Standing:
    """A year of two kegiatan of one agency and one indicator without target."""
    plan = make_plan([2025], groups=1, agencies=["DINAS A"], indicators_per_group=1)
    for no in done:
        plan = with_activity(plan, no, 2025, **DONE)
    for no, cells in more.items():
        plan = with_activity(plan, no.replace("_", "."), 2025, **cells)
    return Standing(plan, Position(2025, 4))


def test_nothing_reported_asks_for_first_reports() -> None:
    standing = facts_of()
    assert (
        findings(standing)[0]
        == "Belum ada realisasi yang dilaporkan; 2 kegiatan 2025 direncanakan."
    )
    assert steps(standing) == (
        "Menyampaikan laporan pertama untuk 2 kegiatan 2025: "
        "I.1.a Kegiatan ke-1 (2025); I.1.b Kegiatan ke-2 (2025).",
        "Menetapkan target bagi 1 indikator 2025.",
    )


def test_one_late_kegiatan_is_named() -> None:
    standing = facts_of("I.1.a", I_1_b={"realisasi_tw4": 80.0})
    assert findings(standing)[0] == "1 dari 2 kegiatan 2025 selesai; 1 terlambat."
    asked = "Menyelesaikan 1 kegiatan 2025 yang terlambat: I.1.b Kegiatan ke-2 (2025)."
    assert steps(standing)[0] == asked


def test_all_done_and_measured_asks_for_nothing() -> None:
    plan = facts_of("I.1.a", "I.1.b").plan
    plan = with_indicator(plan, "1.a", 2025, target=2.0, realisasi=2.0)
    standing = Standing(plan, Position(2025, 4))
    assert findings(standing)[0] == "Seluruh 2 kegiatan 2025 selesai."
    assert steps(standing) == ()


def test_many_kegiatan_are_counted_not_named() -> None:
    standing = case("big").standing
    assert any("yang terlambat." in step or "pertama untuk" in step for step in steps(standing))
    assert all(step.count("(20") <= 6 for step in steps(standing))


def test_no_sentence_is_said_twice() -> None:
    for name in ("sample", "empty", "big"):
        said = findings(case(name).standing)
        assert len(said) == len(set(said))
