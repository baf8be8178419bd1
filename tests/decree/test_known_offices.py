"""Agencies of a decree that are known by another name: guessed by likeness, asked, remembered."""

from __future__ import annotations

import pytest

from lib.decree import conversion
from lib.decree.columns.known_offices import NEW, new_ones
from lib.decree.questions import QuestionKind
from lib.decree.words.likely_offices import guesses
from lib.plan.register import Agency, Register, together
from tests.decree.paper import word, word_table

SHORT = (
    "BAGIAN ORGANISASI", "BAGIAN HUKUM", "DINKOMINFO", "INSPEKTORAT", "BAPERLITBANG", "DINKES",
    "DINDIKPORA", "DISDUKCAPIL", "SETDA", "SATPOL PP", "BPBD", "DPUPR", "DINPERTAN", "DISPERMADES",
    "BPPKAD", "DLH", "DINSOS", "KECAMATAN BATUR", "DPMPTSP",
)  # fmt: skip
KNOWN = Register(tuple(map(Agency, SHORT)))


@pytest.mark.parametrize(
    ("printed", "likeliest"),
    [
        ("Dinas Komunikasi dan Informatika", "DINKOMINFO"),
        ("Diskominfo", "DINKOMINFO"),
        ("Kominfo", "DINKOMINFO"),
        ("Sekretariat Daerah Bagian Organisasi", "BAGIAN ORGANISASI"),
        ("Bagian Organisasi, Sekretariat Daerah Kabupaten Lain", "BAGIAN ORGANISASI"),
        ("Bagian Organisasi dan Tata Laksana", "BAGIAN ORGANISASI"),
        ("Inspektorat Daerah", "INSPEKTORAT"),
        ("Dinas Pendidikan, Kepemudaan dan Olah Raga", "DINDIKPORA"),
        ("Dinas Kependudukan dan Pencatatan Sipil", "DISDUKCAPIL"),
        ("Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah", "BAPERLITBANG"),
        ("Badan Pengelolaan Pendapatan, Keuangan dan Aset Daerah", "BPPKAD"),
        ("Dinas Pemberdayaan Masyarakat dan Desa", "DISPERMADES"),
        ("Satuan Polisi Pamong Praja", "SATPOL PP"),
        ("Kepala Dinas Kesehatan", "DINKES"),
        ("Sekretariat Daerah", "SETDA"),
    ],
)
def test_the_likeliest_agency_stands_first(printed, likeliest):
    assert guesses(printed, KNOWN)[0] == likeliest


@pytest.mark.parametrize(
    "printed",
    ["Bagian Umum", "Kecamatan Madukara", "Polres", "Dinas Koperasi, Usaha Kecil dan Menengah"],
)
def test_a_name_like_no_other_is_nobody(printed):
    assert guesses(printed, KNOWN) == ()


@pytest.mark.parametrize(
    ("printed", "likeliest"),
    [
        ("Dinas Pekerjaan Umum dan Penataan Ruang", ("DPUPR", "DINPERTAN")),
        ("Badan Penanggulangan Bencana Daerah", ("BPBD", "BAPENDA")),
        ("Badan Kepegawaian Daerah", ("BKD", "BAPENDA")),
    ],
)
def test_a_name_of_each_words_beginning_stands_before_one_of_scattered_letters(printed, likeliest):
    known = Register((*map(Agency, ("BAPENDA", "BKD")), *KNOWN.agencies))
    assert guesses(printed, known) == likeliest


def test_a_short_name_is_guessed_by_a_known_full_one():
    known = Register((Agency("KANTOR KANAL", "Dinas Komunikasi dan Informatika"), Agency("DINKES")))
    assert guesses("Diskominfo", known) == ("KANTOR KANAL",)


def decree(*agencies: str) -> bytes:
    rows = "\n".join(
        f"{at} | Kegiatan nomor {at} | X | {name}" for at, name in enumerate(agencies, 1)
    )
    table = f"NO | KEGIATAN | 2027 | PIHAK TERLIBAT\n{rows}"
    return word("RENCANA AKSI PENGADUAN TAHUN 2027", word_table(table))


def convert(known: Register, *agencies: str, **answers: str) -> conversion.Conversion:
    """Convert a decree, what is said of a name given by its first word."""
    content = decree(*agencies)
    made = conversion.convert(content, "a.docx", {}, known)
    ids = {one.seen.split()[0]: one.id for one in of_names(made)}
    said = {ids[name]: answer for name, answer in answers.items()}
    return conversion.convert(content, "a.docx", said, known)


def of_names(made):
    return [one for one in made.draft.readings if one.kind is QuestionKind.OFFICE]


def test_known_names_full_names_and_aliases_are_certain():
    known = Register(
        (
            Agency("DINKOMINFO", "Dinas Komunikasi dan Informatika", role="Verifikator"),
            Agency("DINDIKPORA", "", ("Dinas Pendidikan, Kepemudaan dan Olah Raga",)),
            Agency("INSPEKTORAT"),
        )
    )
    made = convert(
        known,
        "Dinas  Komunikasi dan INFORMATIKA",
        "Dinas Pendidikan, Kepemudaan dan Olah Raga",
        "Inspektorat",
        "Seluruh OPD",
    )
    assert of_names(made) == []
    assert made.plan.offices == known
    assert made.plan.program["pihak_terlibat"].tolist()[1] == known.agencies[1].aliases[0]


def test_a_name_like_a_known_one_is_asked_once_and_nothing_chosen():
    made = convert(KNOWN, "Dinas Komunikasi~dan Informatika", "Dinas Komunikasi dan Informatika")
    [one] = made.questions
    assert (one.kind, one.seen, one.count) == (
        QuestionKind.OFFICE, "Dinas Komunikasi dan Informatika", 2,
    )  # fmt: skip
    assert (one.proposed, one.choices[:3]) == ("", ("", "DINKOMINFO", NEW))
    assert set(SHORT) < set(one.choices)
    assert not made.accepted


def test_two_likely_agencies_are_both_offered_first():
    known = Register((Agency("DINKES"), Agency("DINSOS"), Agency("DINAS KESEHATAN HEWAN")))
    [one] = convert(known, "Dinas Kesehatan").questions
    assert set(one.choices[1:3]) == {"DINKES", "DINAS KESEHATAN HEWAN"}
    assert one.choices[3:] == (NEW, "DINSOS")


def test_an_answer_becomes_the_row_of_the_register_and_the_table_keeps_its_words():
    printed = "Dinas Pendidikan, Kepemudaan dan Olah Raga"
    made = convert(KNOWN, printed, "Dindikpora", Dinas="DINDIKPORA")
    assert made.questions == ()
    assert made.plan.offices == Register((Agency("DINDIKPORA", printed),))
    assert made.plan.program["pihak_terlibat"].tolist() == [printed, "Dindikpora"]
    assert made.plan.agencies == ("DINDIKPORA",)


def test_a_further_name_is_an_alias_where_a_full_one_is_known():
    known = Register((Agency("DINKOMINFO", "Dinas Komunikasi dan Informatika", ("Infokom",)),))
    made = convert(known, "Diskominfo", Diskominfo="DINKOMINFO")
    [row] = made.plan.offices.agencies
    assert (row.full_name, row.aliases) == (known.agencies[0].full_name, ("Infokom", "Diskominfo"))


def test_a_new_agency_stays_as_printed_whether_said_or_like_none():
    made = convert(KNOWN, "Dinas Komunikasi dan Informatika", "Perumda Air Minum", Dinas=NEW)
    assert made.accepted
    names = ("Dinas Komunikasi dan Informatika", "Perumda Air Minum")
    assert made.plan.offices == Register(tuple(map(Agency, names)))
    said = {one.id: NEW for one in of_names(made)}
    assert new_ones(made.draft, said) == names
    assert new_ones(made.draft, {}) == names[1:]


def test_an_agency_that_is_like_none_can_be_said_to_be_known():
    made = convert(KNOWN, "Perumda Air Minum", Perumda="DLH")
    assert made.plan.offices == Register((Agency("DLH", "Perumda Air Minum"),))


def test_an_answer_that_names_nobody_known_is_asked_again():
    made = convert(KNOWN, "Dinas Komunikasi dan Informatika", Dinas="DINAS YANG LAIN")
    assert [one.seen for one in made.questions] == ["Dinas Komunikasi dan Informatika"]
    assert made.plan.agencies == ("Dinas Komunikasi dan Informatika",)


def test_names_wait_until_it_is_known_how_the_texts_are_parted():
    content = decree("Bagian Hukum, Organisasi", "Dinas Kesehatan")
    made = conversion.convert(content, "a.docx", {}, KNOWN)
    asked, name = made.questions
    assert (asked.kind, name.seen) == (QuestionKind.AGENCY, "Dinas Kesehatan")
    apart = {asked.id: "Bagian Hukum; Organisasi"}
    then = conversion.convert(content, "a.docx", apart, KNOWN)
    assert [(one.seen, one.choices[1]) for one in then.questions] == [
        ("Organisasi", "BAGIAN ORGANISASI"),
        ("Dinas Kesehatan", "DINKES"),
    ]


def test_without_a_store_nothing_is_asked_about_names():
    assert of_names(convert(Register(), "Dinas Komunikasi dan Informatika")) == []


def test_registers_are_one_with_all_that_each_agency_is_called():
    first = Agency("DINKOMINFO", "", ("Infokom",), "Verifikator")
    other = Agency("Dinkominfo", "Dinas Komunikasi dan Informatika", ("INFOKOM", "Kominfo"))
    assert together((first, Agency("BPBD"), other)) == Register(
        (
            Agency("DINKOMINFO", other.full_name, ("Infokom", "Kominfo"), "Verifikator"),
            Agency("BPBD"),
        )
    )
