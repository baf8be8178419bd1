from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from lib.briefing.message import SHOWN, agency_message, leadership_message, whatsapp_link
from lib.plan.figures import indicator_state, rollup, status
from lib.plan.figures.summary import summarise
from lib.plan.position import Position
from lib.voice.concerns import sentence
from lib.voice.key_figures import key_figures, plan_figures
from tests.briefing.cases import LABEL, NAMES, briefing, case
from tests.factory import decree_plan, make_plan, with_activity

LINK = "https://dasbor.example/?posisi=2024-TW3"
FULL = {"realisasi_tw1": 25.0, "realisasi_tw2": 50.0, "realisasi_tw3": 75.0, "realisasi_tw4": 100.0}


def two_rows(**columns: object):
    """A plan of one year and two kegiatan of one agency, the first with these cells."""
    plan = make_plan([2025], groups=1, agencies=["DINAS A"])
    return with_activity(plan, "I.1.a", 2025, **columns)


@pytest.mark.parametrize("name", NAMES)
def test_leadership_reads_the_figures_of_the_screens(name: str) -> None:
    source = case(name)
    plan, position = source.plan, source.position
    figures = (
        key_figures(
            summarise(
                status.activity_status(plan, position),
                indicator_state.indicator_status(plan),
                position,
            )
        )
        if plan.is_reported
        else plan_figures(plan)
    )
    message = leadership_message(source, LINK)
    for figure in figures:
        assert f"{figure.label}: *{figure.value}* ({figure.note})" in message
    assert LABEL in message
    assert LINK in message


def test_leadership_is_told_once_what_needs_attention() -> None:
    source = case("sample")
    lines = leadership_message(source, LINK).splitlines()
    for item in source.standing.attention:
        assert sum(sentence(item) in line for line in lines) == 1


def test_a_long_list_is_cut_and_the_rest_is_counted() -> None:
    source = case("big")
    message = leadership_message(source, LINK)
    assert f"{SHOWN}. " in message
    assert f"{SHOWN + 1}. " not in message
    assert f"dan {len(source.standing.attention) - SHOWN} lainnya" in message


def test_an_empty_plan_asks_leadership_for_nothing() -> None:
    message = leadership_message(case("empty"), LINK)
    assert "Belum ada realisasi yang dilaporkan" in message
    assert "Perlu perhatian" not in message


def test_made_up_figures_say_so_first() -> None:
    for message in (
        leadership_message(case("sample"), LINK),
        agency_message(case("sample"), "DINKOMINFO", LINK),
    ):
        assert message.startswith("*CONTOH")
    assert "CONTOH" not in leadership_message(case("empty"), LINK)


@pytest.mark.parametrize("name", NAMES)
def test_a_reminder_names_as_many_quarters_as_compliance_misses(name: str) -> None:
    source = case(name)
    standing = source.standing
    for agency in source.plan.agencies:
        rows = rollup.select(standing.due, agency=agency)
        if len(rows) > SHOWN:
            continue
        sums = rollup.rollup(rows)
        message = agency_message(source, agency, LINK)
        asked = [line for line in message.splitlines() if "belum dilaporkan" in line]
        named = sum(line.split(": ")[1].split("; ")[0].count("TW ") for line in asked)
        assert named == sums.due - sums.filled, agency


def test_a_reminder_says_which_quarter_of_which_kegiatan_is_missing() -> None:
    plan = two_rows(realisasi_tw1=10.0, realisasi_tw3=60.0)
    message = agency_message(briefing(plan, Position(2025, 4)), "DINAS A", LINK)
    assert "*I.1.a* (2025) Kegiatan ke-1: TW II dan TW IV belum dilaporkan" in message
    assert "Kami sudah menerima 2 dari 8 laporan triwulan." in message
    assert LINK in message


def test_a_finished_kegiatan_is_asked_for_its_evidence_only() -> None:
    message = agency_message(briefing(two_rows(**FULL), Position(2025, 4)), "DINAS A", LINK)
    assert "*I.1.a* (2025) Kegiatan ke-1: bukti dukung belum dilampirkan" in message


def test_what_is_ditunda_is_not_asked_for() -> None:
    plan = two_rows(keterangan="Ditunda", kendala="Menunggu.")
    message = agency_message(briefing(plan, Position(2025, 4)), "DINAS A", LINK)
    assert "I.1.a" not in message
    assert "I.1.b" in message


def test_an_agency_that_lacks_nothing_is_thanked() -> None:
    plan = two_rows(**FULL, bukti_dukung="https://contoh.example/a")
    plan = with_activity(plan, "I.1.b", 2025, **FULL, bukti_dukung="https://contoh.example/b")
    message = agency_message(briefing(plan, Position(2025, 4)), "DINAS A", LINK)
    assert "Seluruh 8 laporan triwulan yang jatuh tempo sudah kami terima." in message
    assert "Mohon bantuan" not in message


def test_one_report_is_not_called_all_of_them() -> None:
    plan = make_plan([2025], groups=1, activities_per_group=1, agencies=["DINAS A"])
    plan = with_activity(plan, "I.1.a", 2025, realisasi_tw1=25.0)
    message = agency_message(briefing(plan, Position(2025, 1)), "DINAS A", LINK)
    assert "1 laporan triwulan yang jatuh tempo sudah kami terima." in message
    assert "Seluruh 1" not in message


def test_an_agency_without_anything_due_owes_nothing() -> None:
    plan = make_plan([2025, 2026], groups=1, activities_per_group=1, agencies=["DINAS A"])
    message = agency_message(briefing(plan, Position(2025, 2)), "DINAS A", LINK)
    assert "Belum ada laporan triwulan yang jatuh tempo" in message


def test_a_stranger_is_not_written_to() -> None:
    with pytest.raises(ValueError, match="DINAS ENTAH"):
        agency_message(briefing(decree_plan(), Position(2024, 4)), "DINAS ENTAH", LINK)


def test_control_marks_of_a_workbook_do_not_reach_a_message() -> None:
    plan = make_plan([2025], groups=1, agencies=["DINAS\u202e A\x07"])
    message = agency_message(briefing(plan, Position(2025, 4)), "DINAS\u202e A\x07", LINK)
    assert "DINAS A" in message
    assert not {"\u202e", "\x07"} & set(message)


def test_the_link_opens_whatsapp_with_the_text_and_without_a_number() -> None:
    text = agency_message(case("sample"), "DINKOMINFO", LINK)
    address = urlsplit(whatsapp_link(text))
    assert (address.scheme, address.netloc, address.path) == ("https", "wa.me", "/")
    assert parse_qs(address.query) == {"text": [text]}
