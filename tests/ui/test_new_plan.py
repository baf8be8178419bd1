"""Rencana baru through the frame: five steps, going back, a reload, files that give no plan."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from streamlit.util import calc_hash

from lib.decree import conversion
from lib.service import changing, sketches
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.library import Library
from lib.service.startup import open_library
from lib.ui.viewer import redirect
from lib.ui.words.text import DEPARTURES
from tests.decree import word_cases
from tests.decree.paper import word, word_table
from tests.ui.test_upload import buttons, click, put

PAGE = "rencana-baru"
UNSURE = word(
    "KEPUTUSAN BUPATI NOMOR 12 TAHUN 2025 TENTANG",
    "RENCANA AKSI KETERBUKAAN TAHUN 2025-2026",
    word_table("""
    NO | PROGRAM/KEGIATAN | 2025 | 2026 | PIHAK TERLIBAT
    KP I | KELEMBAGAAN | | |
    I.1 | PROGRAM HUKUM | | |
    I.1.a | Reviu peraturan | X | X | Bagian Hukum, Persandian
    I.1.b | Sosialisasi | ? | X | Dinkominfo
    """),
)


@pytest.fixture
def library(tmp_path) -> Library:
    return open_library(tmp_path / "empty")


@pytest.fixture
def read(open_page):
    """The page with a decree just put in."""

    def read(content: bytes, name: str = "keputusan.docx"):
        return put(open_page(PAGE), content, name)

    return read


def step(app) -> str:
    """The step that is shown, by the way its button looks."""
    return next(
        button.label for button in app.button if (button.key or "").startswith("step_")
        and button.proto.type == "primary"
    )  # fmt: skip


def go_to(app, *labels: str):
    for label in labels:
        click(app, label)
        assert not app.exception
    return app


TO_MEANINGS, TO_ROWS, TO_ADDING = "Lanjut: arti isi", "Lanjut: susunan", "Lanjut: tambahkan"


def question(app, words: str):
    """The one select box that asks about something."""
    [box] = [box for box in app.selectbox if words in box.label]
    return box


def kept(library: Library):
    return sketches.waiting(library, LOCAL_ADMIN)


def again(open_page, app, **changed: str):
    """The same address in a new session, as a reload makes one."""
    address = {name: app.query_params[name] for name in ("naskah", "langkah")}
    return open_page(PAGE, fresh=False, **{**address, **changed})


def test_a_sure_decree_is_a_plan_in_five_steps(read, open_page, library):
    app = read(word_cases.KP.content)
    assert not app.exception
    assert step(app) == "2 Kolom"
    go_to(app, TO_MEANINGS, TO_ROWS, TO_ADDING)
    assert step(app) == "5 Tambahkan"
    assert "keputusan" in app.text_input[0].placeholder  # and no report of a quarter
    assert len(library.plans(LOCAL_ADMIN)) == 1
    assert not app.warning
    app.checkbox[0].check().run()
    click(app, "Tambahkan rencana")
    assert not app.exception
    assert "sudah ditambahkan" in app.success[0].value
    new = library.plans(LOCAL_ADMIN)[-1]
    assert len(library.plans(LOCAL_ADMIN)) == 2
    received = library.received(LOCAL_ADMIN, new.id, 1)
    assert (received.name, received.content) == ("keputusan.docx", word_cases.KP.content)
    assert kept(library) == ()
    without_indicators = open_page("indikator", fresh=False, rencana=new.id)
    assert "tidak memuat indikator" in without_indicators.info[0].value


def test_what_is_unsure_is_asked_once_and_must_be_answered(read, library):
    app = go_to(read(UNSURE), TO_MEANINGS)
    assert step(app) == "3 Arti isi"
    asked = [box.label for box in app.selectbox if box.label]
    assert sum("Bagian Hukum, Persandian" in label for label in asked) == 1
    question(app, "Bagian Hukum, Persandian").select("Bagian Hukum; Persandian")
    question(app, "“?”").select("direncanakan")
    click(app, TO_ROWS)
    assert step(app) == "4 Susunan"
    [sketch] = kept(library)
    assert set(sketch.answers.values()) == {"Bagian Hukum; Persandian", "direncanakan"}
    rows = app.dataframe[-1].value.set_index("Nomor")
    assert rows.loc["I.1.a", "Penanggung jawab"] == "Bagian Hukum; Persandian"
    assert rows.loc["I.1.b", "2025"] == "?"


def test_going_back_and_a_reload_lose_no_answer(read, open_page):
    app = go_to(read(UNSURE), TO_MEANINGS)
    question(app, "Bagian Hukum, Persandian").select("Bagian Hukum; Persandian")
    click(app, TO_ROWS)
    for screen in (app, again(open_page, app)):
        assert step(screen) == "4 Susunan"
        screen.button(key="step_3").click().run()
        assert question(screen, "Bagian Hukum, Persandian").value == "Bagian Hukum; Persandian"
        screen.button(key="step_1").click().run()
        assert "Sedang dikerjakan" in "".join(each.value for each in screen.markdown)
        screen.button(key="step_4").click().run()
        assert step(screen) == "4 Susunan"


DINAS = "“Dinas Komunikasi dan Informatika”"
NAMES = word(
    "KEPUTUSAN BUPATI NOMOR 12 TAHUN 2025 TENTANG",
    "RENCANA AKSI KETERBUKAAN TAHUN 2025-2026",
    word_table("""
    NO | KEGIATAN | 2025 | 2026 | PIHAK TERLIBAT
    1 | Reviu peraturan | X | X | Dinas Komunikasi dan Informatika
    2 | Sosialisasi | X | X | Perumda Air Minum
    """),
)


def test_an_agency_known_by_another_name_is_asked_about_and_nothing_chosen(
    read, open_page, library
):
    app = go_to(read(NAMES), TO_MEANINGS)
    box = question(app, f"{DINAS} sama dengan")
    assert (box.value, box.proto.placeholder) == (None, "Pilih salah satu")  # none can be typed in
    assert box.options[:2] == ["sama dengan DINKOMINFO", "belum ada, perangkat daerah baru"]
    assert "Perumda Air Minum: belum dikenal" in "".join(each.value for each in app.info)
    click(app, TO_ROWS)
    assert app.error[0].value == f"{DINAS} belum dijawab. Pilih salah satu."
    assert step(app) == "3 Arti isi"
    question(app, f"{DINAS} sama dengan").select("DINKOMINFO")
    click(app, TO_ROWS)
    assert step(app) == "4 Susunan"
    for screen in (app, again(open_page, app)):
        screen.button(key="step_3").click().run()
        assert question(screen, f"{DINAS} sama dengan").value == "DINKOMINFO"
    [sketch] = kept(library)
    assert list(sketch.answers.values()) == ["DINKOMINFO"]


def test_the_same_file_put_in_again_goes_on_with_its_answers(read, open_page, library):
    app = go_to(read(UNSURE), TO_MEANINGS)
    question(app, "Bagian Hukum, Persandian").select("Bagian Hukum; Persandian")
    click(app, TO_ROWS)
    answers = kept(library)[0].answers
    put(open_page(PAGE, fresh=False), UNSURE, "keputusan.docx")
    [sketch] = kept(library)
    assert sketch.answers == answers != {}


def test_a_step_cannot_be_reached_by_its_address_before_its_questions(read, open_page):
    app = read(UNSURE)
    assert step(again(open_page, app, langkah="5")) == "3 Arti isi"
    other = open_page(PAGE, fresh=False, naskah="0" * 12, langkah="9")
    assert not other.exception
    assert step(other) == "1 Naskah"


def test_a_sketch_waits_on_a_new_screen_until_it_is_given_up(read, open_page, library):
    read(UNSURE)
    app = open_page(PAGE, fresh=False)
    assert step(app) == "1 Naskah"
    click(app, "Lanjutkan")
    assert step(app) == "3 Arti isi"
    app = open_page(PAGE, fresh=False)
    click(app, "Buang")
    assert not app.exception
    assert kept(library) == ()


def test_a_column_may_be_used_for_something_else(read):
    app = read(UNSURE)
    question(app, "PIHAK TERLIBAT").select("keterangan")
    go_to(app, TO_MEANINGS)
    rows = app.dataframe[-1].value
    assert set(rows["Penanggung jawab"]) == {""}
    app.button(key="step_2").click().run()
    assert question(app, "PIHAK TERLIBAT").value == "keterangan"


def test_rows_are_corrected_and_corrections_taken_back(read, library):
    app = go_to(read(word_cases.KP.content), TO_MEANINGS, TO_ROWS)
    choice = app.selectbox(key=next(b.key for b in app.selectbox if (b.key or "")[:4] == "row_"))
    place = next(row for row in choice.options if "SOP" in row)
    choice.select_index(choice.options.index(place)).run()
    number = next(box for box in app.text_input if (box.key or "")[:3] == "no_")
    number.input("I.1.z")
    click(app, "Simpan pembetulan")
    assert not app.exception
    assert "I.1.z" in set(app.dataframe[-1].value["Nomor"])
    assert list(kept(library)[0].answers.values()) == ["I.1.z"]
    click(app, "Batalkan")
    assert "I.1.b" in set(app.dataframe[-1].value["Nomor"])
    assert kept(library)[0].answers == {}


PROGRAMS = """
    NO | PROGRAM/KEGIATAN | 2025 | 2026 | PIHAK TERLIBAT
    {above}KP I | KELEMBAGAAN | | |
    I.1 | PROGRAM HUKUM | | |
    I.1.a | Reviu peraturan | X | X | Dinkominfo
    I.1.b | Sosialisasi | X | X | Dinkominfo
    {again}
"""
DOUBLED = PROGRAMS.format(above="", again="I.1.b | Sosialisasi lanjutan | X | X | Bappeda")
ALONE = PROGRAMS.format(above="9 | UMUM | X | X | Bappeda\n", again="")


@pytest.mark.parametrize(("table", "row", "says", "part", "answer"), [
    (DOUBLED, "baris 6 · I.1.b Sosialisasi lanjutan", "tercetak juga di baris 5", "no_", ""),
    (ALONE, "baris 2 · 9 UMUM", "di atas judul yang pertama", "lv_", "1"),
], ids=["doubled", "alone"])  # fmt: skip
def test_what_a_row_prints_oddly_is_told_as_the_decree_has_it_and_may_be_mended(
    read, table, row, says, part, answer
):
    decree = word("RENCANA AKSI KETERBUKAAN TAHUN 2025-2026", word_table(table))
    app = go_to(read(decree), TO_MEANINGS, TO_ROWS)
    assert [says in caption.value for caption in app.caption].count(True) == 1
    go_to(app, TO_ADDING)
    [finding] = app.table[0].value.to_dict("records")
    assert finding["Tingkat"] == "Pemberitahuan"
    assert (finding["Lembar"], finding["Sel"]) == ("tabel 1", row.partition(" ·")[0])
    assert says in finding["Yang tertulis"]
    assert "Tambahkan rencana" in buttons(app)
    click(app, "4 Susunan ✓")
    [choice] = [box for box in app.selectbox if (box.key or "").startswith("row_")]
    choice.select_index(choice.options.index(row)).run()
    boxes = [*app.text_input, *app.selectbox]
    next(box for box in boxes if (box.key or "").startswith(part)).set_value(answer)
    click(app, "Simpan pembetulan")
    go_to(app, TO_ADDING)
    assert not app.table
    assert "Tambahkan rencana" in buttons(app)


@pytest.mark.usefixtures("on_a_phone")
def test_a_phone_reads_the_rows_one_below_another(read):
    app = go_to(read(word_cases.KP.content), TO_MEANINGS, TO_ROWS)
    [listed] = [element.value for element in app.markdown if "judul tingkat 1" in element.value]
    rows = listed.split("\n\n")
    draft = app.session_state["sketch"].draft
    assert len(rows) == len(draft.rows)
    for row, line in zip(draft.rows, rows, strict=True):
        assert f"baris {row.line}" in line
        assert all(str(year) in line for year in row.years)
    assert not [frame for frame in app.dataframe if "Uraian" in frame.value]


def test_the_national_frame_is_filled_in_and_becomes_a_plan(open_page, library):
    app = open_page(PAGE)
    click(app, "Buat dari kerangka")
    assert "paling sedikit satu kegiatan" in app.error[0].value
    app.number_input(key="frame_first").set_value(2027)
    app.number_input(key="frame_last").set_value(2028)
    app.text_area(key="frame_do_KP II").input("Pelatihan admin\n\nBimbingan teknis")
    app.multiselect(key="frame_who_KP II").set_value(["DINKOMINFO"])
    click(app, "Buat dari kerangka")
    assert not app.exception
    assert step(app) == "2 Kolom"
    go_to(app, TO_MEANINGS, TO_ROWS, TO_ADDING)
    assert not app.table
    [box] = app.checkbox
    box.check().run()
    click(app, "Tambahkan rencana")
    assert "sudah ditambahkan" in app.success[0].value
    [plan] = [one for one in library.plans(LOCAL_ADMIN) if "2027-2028" in one.id]
    assert len(library.snapshot(LOCAL_ADMIN, plan.id).plan.activity_progress) == 4


def test_an_answer_that_leaves_no_plan_is_not_taken(read, library):
    app = read(ONE_YEAR)
    question(app, "NO").select("satuan")
    question(app, "KEGIATAN").select("indikator")
    click(app, TO_MEANINGS)
    assert step(app) == "2 Kolom"
    assert "belum disimpan" in app.error[0].value
    assert "Tidak ada kolom yang dipakai sebagai uraian" in app.error[0].value
    assert kept(library)[0].answers == {}


def test_nothing_is_converted_or_read_from_plans_again_that_stands_as_it_was(
    library, open_page, monkeypatch
):
    open_page(PAGE)
    sketch = sketches.begin(library, LOCAL_ADMIN, UNSURE, "keputusan.docx")
    monkeypatch.setattr(conversion, "convert", None)
    monkeypatch.setattr(Library, "newest_sound", None)
    again = sketches.resume(library, LOCAL_ADMIN, sketch.id)
    assert again.conversion is sketch.conversion
    assert sketches.propose(library, LOCAL_ADMIN, again).proposed


def test_a_pasted_table_without_a_title_is_named_before_it_is_added(open_page, library):
    app = open_page(PAGE)
    app.text_area[0].input(
        "NO\tKEGIATAN\t2025\tPIHAK\n1\tRapat\tX\tDinkominfo\n2\tLaporan\tX\tBappeda\n"
    )
    click(app, "Baca teks ini")
    go_to(app, TO_MEANINGS, TO_ROWS)
    [way_on] = [button for button in app.button if button.label == TO_ADDING]
    assert way_on.disabled
    next(box for box in app.text_input if box.label == "Tentang").input("RENCANA AKSI RAPAT")
    click(app, "Simpan keterangan")
    go_to(app, TO_ADDING)
    app.checkbox[0].check().run()
    click(app, "Tambahkan rencana")
    assert library.plans(LOCAL_ADMIN)[-1].title == "RENCANA AKSI RAPAT"


def test_the_same_decree_twice_is_said_and_changes_no_plan_that_is_there(read, open_page, library):
    for _ in range(2):
        app = open_page(PAGE, fresh=False) if library.plans(LOCAL_ADMIN)[1:] else read(b"")
        put(app, word_cases.KP.content, "keputusan.docx")
        go_to(app, TO_MEANINGS, TO_ROWS, TO_ADDING)
        told = [each.value for each in app.warning]
        app.checkbox[0].check().run()
        click(app, "Tambahkan rencana")
    assert "Sudah ada rencana berjudul" in told[0]
    plans = library.plans(LOCAL_ADMIN)
    assert [plan.head for plan in plans] == [1, 1, 1]
    assert plans[2].id == f"{plans[1].id}-2"


@pytest.mark.parametrize(("name", "content", "words"), [
    ("naskah.pdf", b"%PDF-1.7", "PDF"),
    ("foto.png", b"\x89PNG\r\n\x1a\n" + b"0" * 99, "Word-nya"),
    ("kosong.docx", word("Hanya teks"), "tidak memuat tabel"),
    ("lain.docx", word(word_table("NAMA | ALAMAT\nBudi | Desa\nSiti | Kota")), "tidak ada yang"),
])  # fmt: skip
def test_a_file_that_gives_no_plan_is_told_why_and_leaves_nothing(
    read, library, name, content, words
):
    app = read(content, name)
    assert not app.exception
    assert "tidak ada yang disimpan" in app.error[0].value
    assert words in app.error[0].value.replace("\\", "")
    assert step(app) == "1 Naskah"
    assert kept(library) == ()


def test_only_who_may_add_a_plan_sees_the_page(open_page):
    operator = Actor("budi", "Budi", Role.OPERATOR, "DINKOMINFO")
    app = open_page(PAGE, actor=operator)
    assert not app.file_uploader
    assert not list(open_page("unggah", actor=operator).get("page_link"))


def test_who_is_not_signed_in_is_led_in_and_back_to_the_sketch(read, open_page, monkeypatch):
    app = read(UNSURE)
    address = {name: app.query_params[name][0] for name in ("naskah", "langkah")}
    led: list[str] = []
    monkeypatch.setattr(redirect, "leave", led.append)
    visitor = open_page(PAGE, actor=VISITOR, fresh=False, **address)
    assert "tidak berhak" in visitor.info[0].value
    assert not visitor.file_uploader
    click(visitor, "Masuk")
    [way] = [parse_qs(urlsplit(way).query)["ke"][0] for way in led]
    assert way == f"/{PAGE}?{urlencode(address)}"


def test_unggah_takes_the_proposal_of_a_sketch_for_no_upload(read):
    app = go_to(read(word_cases.KP.content), TO_MEANINGS, TO_ROWS, TO_ADDING)
    app._page_hash = calc_hash("unggah")
    app.run()
    assert not app.exception
    assert "Terapkan" not in buttons(app)
    assert not app.success


ONE_YEAR = word(
    "RENCANA AKSI LAYANAN TAHUN 2026",
    word_table("""
    NO | KEGIATAN | 2026 | PENANGGUNG JAWAB | KELUARAN
    1 | Rapat persiapan | X | Dinkominfo | 1 notulen
    2 | Pelatihan admin | TW II | Seluruh OPD |
    """),
)
SIX_YEARS = word(
    "RENCANA AKSI LAYANAN TAHUN 2025-2030",
    word_table("""
    NO | URAIAN | 2025 | 2026 | 2027 | 2028 | 2029 | 2030 | PENANGGUNG JAWAB
    A. | **KELEMBAGAAN | | | | | | |
    1. | **Penataan | | | | | | |
    a. | **Regulasi | | | | | | |
    1) | Reviu peraturan | X | | X | | | | Bagian Hukum
    2) | Penetapan tim | | X | X | X | X | X | Dinkominfo
    B. | **LAYANAN | | | | | | |
    1. | **Kanal | | | | | | |
    a. | **Digital | | | | | | |
    1) | Integrasi | X | X | X | X | X | X | Dinkominfo
    """),
)
PAGES = ("", "linimasa", "perangkat-daerah", "indikator", "lampiran", "riwayat", "bahan-rapat")


@pytest.mark.parametrize("content", [ONE_YEAR, SIX_YEARS], ids=["flat-1-year", "3-levels-6-years"])
def test_every_page_stands_for_a_plan_of_another_shape(open_page, library, content):
    open_page(PAGE)
    sketch = sketches.begin(library, LOCAL_ADMIN, content, "keputusan.docx")
    made = sketches.propose(library, LOCAL_ADMIN, sketch)
    assert [finding.code for finding in made.findings] == []
    changing.apply(library, LOCAL_ADMIN, made, yes=made.questions)
    for page in PAGES:
        app = open_page(page, fresh=False, rencana=made.plan_id)
        assert not app.exception, page
        if page == "lampiran":  # no heading above nothing
            assert [one.value for one in app.header] == ["A. Program rencana aksi", DEPARTURES]
    for row in sketch.draft.rows:
        if row.is_activity:
            card = open_page("kegiatan", fresh=False, rencana=made.plan_id, kode=row.code)
            assert not card.exception, row.code
            said = "".join(str(each.value) for each in (*card.title, *card.markdown))
            said = said.replace("\\", "")
            assert row.text in said
            assert all(f"{header}: {cell}" in said for header, cell in row.extra.items())
            assert ("WAKTU 2026: TW II" in said) == ("TW II" in row.years.values())
