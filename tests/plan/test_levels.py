"""Levels and keys of table A, read from the numberings that decrees use."""

import pytest

from lib.plan.levels import codes, levels

A = True  # a kegiatan
H = False  # a heading


def read(*rows: tuple[str | None, bool]) -> list[tuple[str, str]]:
    """Return level and code of rows given as number and whether they are carried out."""
    numbers = [number for number, _ in rows]
    found = levels(numbers, [carried_out for _, carried_out in rows])
    return list(zip(found, codes(numbers, found), strict=True))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (("KP I", H), ("I.1", H), ("I.1.b", A), ("KP II", H), ("II.1", H), ("II.1.a", A)),
            "1 2 Kegiatan 1 2 Kegiatan",
        ),
        (
            (("A", H), ("1", H), ("a", A), ("b", A), ("2", H), ("a", A), ("B", H), ("1", H)),
            "1 2 Kegiatan Kegiatan 2 Kegiatan 1 2",
        ),
        ((("1", H), ("1.1", H), ("1.1.1", A), ("2", H), ("2.1", H)), "1 2 Kegiatan 1 2"),
        ((("I", H), ("1", A), ("2", A), ("II", H), ("1", A)), "1 Kegiatan Kegiatan 1 Kegiatan"),
        ((("1", A), ("2", A)), "Kegiatan Kegiatan"),
        (
            (
                ("2.16", H),
                ("2.16.02", H),
                ("2.16.02.2.01", H),
                ("2.16.02.2.01.0021", A),
                ("2.16.03", H),
                ("2.16.03.2.01", H),
            ),
            "1 2 3 Kegiatan 2 3",
        ),
        ((("I", H), ("A", H), ("1", H), ("a", A), ("B", H), ("II", H)), "1 2 3 Kegiatan 2 1"),
        ((("I", H), ("A", H), ("C", H), ("V", H), ("II", H)), "1 2 2 2 1"),
        ((("I.", H), ("a)", A), ("II.", H)), "1 Kegiatan 1"),
        (((None, H), ("1", A), (None, H)), "1 Kegiatan 1"),
    ],
)
def test_levels_follow_the_numbering_whatever_its_family(rows, expected) -> None:
    assert [level for level, _ in read(*rows)] == expected.split()


def test_ten_letters_stand_beside_one_another_though_some_are_roman() -> None:
    assert {level for level, _ in read(*((letter, H) for letter in "ABCDEFGHIJKLM"))} == {"1"}


def test_thirteen_roman_numbers_stand_beside_one_another() -> None:
    numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"]
    assert {level for level, _ in read(*((number, H) for number in numbers))} == {"1"}


def test_a_fourth_level_of_headings_stands_with_the_third() -> None:
    assert [level for level, _ in read(("I", H), ("A", H), ("1", H), ("a", H), ("1)", A))] == [
        *"123",
        "3",
        "Kegiatan",
    ]


def test_a_number_that_restarts_is_named_by_its_path() -> None:
    rows = (("A", H), ("1", H), ("a", A), ("B", H), ("1", H), ("a", A), ("b", A))
    assert [code for _, code in read(*rows)] == ["A", "A.1", "A.1.a", "B", "B.1", "B.1.a", "b"]


def test_no_two_rows_share_a_code_and_none_is_blank() -> None:
    rows = (("1", A), ("1", A), (None, A), (None, A), ("1 (2)", A))
    found = [code for _, code in read(*rows)]
    assert len(set(found)) == len(found)
    assert all(found)


def test_stated_codes_stay_and_no_other_takes_them() -> None:
    assert codes(["a", "a", "b"], ["Kegiatan"] * 3, ["b", None, None]) == ["b", "a", "b (2)"]
