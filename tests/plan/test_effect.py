from lib.plan.change.difference import Change, ChangeKind
from lib.plan.figures.effect import effect
from lib.plan.position import Position
from lib.plan.schema import Sheet
from lib.voice.changes import sentence
from tests.factory import make_plan, with_activity

END = Position(2026, 4)


def test_effect_shows_the_figures_and_only_the_touched_rows():
    before = make_plan(years=(2026,))
    first, second, *_ = before.activities["no"]
    after = with_activity(before, first, 2026, realisasi_tw4=100.0)
    after = with_activity(after, second, 2026, kendala="hujan")
    seen = effect(before, after, END)
    assert (seen.before.sums.done, seen.after.sums.done) == (0, 1)
    assert seen.after.sums.planned == 4
    assert seen.rows["no"].tolist() == [first]
    assert seen.rows.loc[0, ["status_lama", "status_baru"]].tolist() == [
        "Belum ada data",
        "Selesai",
    ]


def test_effect_of_nothing_is_no_row():
    plan = make_plan(years=(2026,))
    assert effect(plan, plan, END).rows.empty


def test_sentences_say_what_was_set_filled_and_cleared():
    change = Change("II.1.a", 2024, "realisasi_tw3", 50.0, 75.5)
    assert sentence(change) == "II.1.a (2024) REALISASI TW III: 50% menjadi 75,5%"
    filled = Change("II.1.a", 2024, "pagu_anggaran", None, 1250000.0)
    assert sentence(filled) == "II.1.a (2024) PAGU ANGGARAN: diisi Rp1.250.000"
    cleared = Change(
        "1.a", 2024, "target", 12.5, None, Sheet.INDICATOR_PROGRESS, ChangeKind.CLEARED
    )
    assert sentence(cleared) == "1.a (2024) TARGET: 12,5 dikosongkan"
    document = Change("Nomor", None, "isi", "1", "2", Sheet.DOCUMENT)
    assert sentence(document) == "Dokumen Nomor ISI: “1” menjadi “2”"
