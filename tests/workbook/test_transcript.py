import pytest

from lib.plan.figures.indicator_state import indicator_status
from lib.plan.figures.status import (
    IndicatorStatus,
    Light,
    Status,
    activity_status,
)
from lib.plan.position import Position
from lib.plan.schema import NATURE
from lib.plan.table_a import Level
from lib.workbook import transcript
from tests.factory import decree_plan, sample_plan


def test_table_a_counts_as_the_decree_does():
    levels = decree_plan().program["tingkat"].value_counts()
    assert levels[Level.FIRST] == 5
    assert levels[Level.SECOND] == 9
    assert levels[Level.ACTIVITY] == 10


def test_the_decree_has_17_planned_years():
    activities = decree_plan().activities
    assert {year: activities[year].sum() for year in decree_plan().years} == {2023: 8, 2024: 9}


def test_the_decree_names_three_agencies():
    agencies = decree_plan().activities["pihak_terlibat"].value_counts().to_dict()
    assert agencies == {"DINKOMINFO": 8, "BAGIAN ORGANISASI": 1, "INSPEKTORAT": 1}


def test_table_b_counts_as_the_decree_does():
    counts = decree_plan().indicators.groupby("nomor").size()
    assert counts.to_dict() == {"1": 2, "2": 2, "3": 3, "4": 2, "5": 2}
    assert decree_plan().indicators["no"].tolist()[:3] == ["1.a", "1.b", "2.a"]


def test_every_program_of_table_b_repeats_a_group_of_table_a():
    plan = decree_plan()
    codes = [plan.group_of_program(name) for name in plan.indicators["program"].unique()]
    assert codes == ["KP I", "KP II", "KP III", "KP IV", "KP V"]


def test_progress_rows_stand_where_the_contract_says():
    progress = decree_plan().activity_progress
    assert len(progress) == 17
    assert progress.loc[4, ["no", "tahun"]].tolist() == ["I.1.b", 2023]
    assert progress.loc[7, ["no", "tahun"]].tolist() == ["II.1.a", 2024]
    assert len(decree_plan().indicator_progress) == 22


def test_a_misprinted_number_stays_under_the_group_it_stands_in():
    program = decree_plan().program.set_index("no")
    assert program.loc["II.2.a", "kp"] == "KP I"
    assert "I.1.a" not in program.index
    assert "aplikasi Tri Harso lainnya" in program.loc["III.1.a", "uraian"]


def test_the_document_keeps_both_numbers_and_six_oddities():
    document = decree_plan().document
    assert (
        document["Nomor"]
        == "48/909 TAHUN 2023 (halaman judul); 480/904 TAHUN 2023 (kepala Lampiran)"
    )
    notes = document["Catatan dokumen"].split("\n")
    assert [note[:2] for note in notes] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert list(document) == [
        "Pemerintah Daerah",
        "Jenis",
        "Nomor",
        "Tentang",
        "Ditetapkan",
        "Periode",
        "Dasar utama",
        "Biaya",
        "Tembusan",
        "Catatan dokumen",
    ]


def test_the_decree_reports_nothing():
    plan = decree_plan()
    assert not plan.is_reported
    assert not plan.is_sample
    assert (
        plan.activity_progress.drop(columns=["no", "kegiatan", "pihak_terlibat", "tahun"])
        .isna()
        .all(axis=None)
    )


def test_the_sample_says_that_it_is_one_and_has_an_id_of_its_own():
    plan = sample_plan()
    assert plan.is_sample
    assert plan.document[NATURE] == "CONTOH: angka rekaan, bukan laporan"
    assert plan.stamp.plan_id == f"{decree_plan().stamp.plan_id}-contoh"


def test_the_sample_changes_no_word_of_the_decree():
    assert sample_plan().program.equals(decree_plan().program)
    assert sample_plan().indicators.equals(decree_plan().indicators)


def test_the_sample_shows_every_status_of_a_kegiatan():
    positions = [Position(2023, 3), Position(2024, 3), Position(2024, 4)]
    seen = {word for at in positions for word in activity_status(sample_plan(), at)["status"]}
    assert seen == set(Status)


def test_the_sample_shows_every_status_light_and_reason_of_an_indicator():
    table = indicator_status(sample_plan())
    assert set(table["status"]) == set(IndicatorStatus)
    assert set(table["lampu"]) == set(Light)
    reasons = " ".join(table["alasan"])
    assert "TARGET kosong" in reasons
    assert "TARGET 0" in reasons
    assert "REALISASI kosong" in reasons


def test_a_report_on_an_unknown_kegiatan_is_refused(tmp_path):
    report = tmp_path / "progres.toml"
    report.write_text(
        'id = "x"\nsifat_data = "CONTOH"\nindikator = []\n'
        '[[kegiatan]]\nno = "IX.9.z"\ntahun = 2023\n',
        encoding="utf-8",
    )
    with pytest.raises(KeyError, match=r"IX\.9\.z"):
        transcript.load_sample(progress=report)
