"""Who a PIHAK TERLIBAT text means."""

import pytest

from lib.plan.register import Agency, Register, register_of

KNOWN = Register(
    (
        Agency("DINDIKPORA", "Dinas Pendidikan, Kepemudaan dan Olah Raga"),
        Agency("DINKOMINFO", "Dinas Komunikasi dan Informatika", ("Kominfo", "Diskominfo")),
        Agency("INSPEKTORAT"),
    )
)
EDUCATION, INFORMATION, AUDIT = (agency.name for agency in KNOWN.agencies)


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Dinas Pendidikan, Kepemudaan dan Olah Raga", (EDUCATION,)),
        ("Dinas Pendidikan,  Kepemudaan\ndan Olah Raga", (EDUCATION,)),
        ("Dinkominfo dan Inspektorat", (INFORMATION, AUDIT)),
        ("DINKOMINFO, INSPEKTORAT", (INFORMATION, AUDIT)),
        ("Kominfo/Inspektorat", (INFORMATION, AUDIT)),
        ("1. Diskominfo\n2. Inspektorat", (INFORMATION, AUDIT)),
        ("- Kominfo\n- Kominfo", (INFORMATION,)),
        (
            "Dinas Pendidikan, Kepemudaan dan Olah Raga dan Dinas Komunikasi dan Informatika",
            (EDUCATION, INFORMATION),
        ),
        ("Seluruh OPD", (EDUCATION, INFORMATION, AUDIT)),
        ("Semua Perangkat Daerah terkait", (EDUCATION, INFORMATION, AUDIT)),
        ("Inspektorat Pembantu Wilayah I", ("Inspektorat Pembantu Wilayah I",)),
        ("Bagian Umum Inspektorat", ("Bagian Umum Inspektorat",)),
        ("Kominfo; Bagian Umum", (INFORMATION, "Bagian Umum")),
        ("", ()),
        (float("nan"), ()),
        (" , ;", ()),
    ],
)
def test_a_text_means_the_agencies_it_names(text, agencies) -> None:
    assert KNOWN.agencies_in(text) == agencies


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("A, B;C\nD ,", ("A", "B", "C", "D")),
        ("Dinas Kependudukan dan Pencatatan Sipil", ("Dinas Kependudukan dan Pencatatan Sipil",)),
        (
            "Dinas Pendidikan, Kepemudaan dan Olah Raga, Badan Keuangan dan Aset Daerah",
            ("Dinas Pendidikan, Kepemudaan dan Olah Raga", "Badan Keuangan dan Aset Daerah"),
        ),
        ("Setda, Satpol PP dan DPMPTSP", ("Setda", "Satpol PP", "DPMPTSP")),
        ("Seluruh OPD", ("Seluruh OPD",)),
    ],
)
def test_what_nobody_knows_is_parted_before_what_looks_like_an_office(text, agencies) -> None:
    assert Register().agencies_in(text) == agencies


def test_only_what_the_register_does_not_know_is_unknown() -> None:
    text = "Kominfo dan Bagian Umum, Seluruh OPD"
    assert KNOWN.unknown_in(text) == ("Bagian Umum",)


def test_the_register_grows_by_what_texts_name_once() -> None:
    grown = register_of(["Kominfo, BAPPEDA", "Bappeda", None], KNOWN)
    assert [agency.name for agency in grown.agencies] == [
        EDUCATION,
        INFORMATION,
        AUDIT,
        "BAPPEDA",
    ]


def test_an_agency_is_found_by_any_of_its_names() -> None:
    names = ("diskominfo", "Dinas  Komunikasi dan Informatika", "DINKOMINFO")
    assert {KNOWN.name_of(name) for name in names} == {INFORMATION}
    assert KNOWN.name_of("lain") is None
    assert KNOWN.name_of(None) is None
