"""The agencies of a new plan are those that plans and accounts know, whatever a decree calls them.

So the operators of an agency have their rights in the new plan from its first day.
"""

from __future__ import annotations

import pytest

from lib.decree.columns.known_offices import NEW
from lib.plan.change.difference import Change
from lib.plan.schema import Sheet
from lib.service import changing, plan_choice, sketches
from lib.service.access.identity import open_identity
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Denied, Role, split_allowed
from lib.service.new_plan import known_agencies
from tests.decree.paper import word, word_table

PRINTED = "Dinas Komunikasi dan Informatika"
OPERATOR = Actor("info", "Info", Role.OPERATOR, "DINKOMINFO")


def decree(year: int) -> bytes:
    return word(
        f"RENCANA AKSI KETERBUKAAN TAHUN {year}",
        word_table(f"""
        NO | KEGIATAN | {year} | PIHAK TERLIBAT
        1 | Integrasi kanal pengaduan | X | {PRINTED}
        2 | Pengawasan pengaduan | X | Inspektorat
        """),
    )


def answer(library, sketch, said: str):
    [one] = [one for one in sketch.draft.readings if one.seen == PRINTED and not one.sure]
    return sketches.answered(library, LOCAL_ADMIN, sketch, {**sketch.answers, one.id: said})


@pytest.fixture
def sketch(library):
    return sketches.begin(library, LOCAL_ADMIN, decree(2027), "keputusan.docx")


def added(library, sketch):
    made = sketches.propose(library, LOCAL_ADMIN, sketch)
    assert made.accepted, made.findings
    changing.apply(library, LOCAL_ADMIN, made, yes=made.questions)
    return library.snapshot(VISITOR, library.plans(VISITOR)[-1].id).plan


def may(actor: Actor, plan, code: str = "1") -> bool:
    year = plan.years[0]
    change = Change(code, year, "realisasi_tw1", None, 50.0, Sheet.ACTIVITY_PROGRESS)
    allowed, _ = split_allowed(actor, [change], plan)
    return allowed == (change,)


def test_operators_have_their_rights_in_the_new_plan_by_one_answer(library, sketch):
    assert [one.seen for one in sketch.conversion.questions] == [PRINTED]
    settled = answer(library, sketch, "DINKOMINFO")
    assert settled.conversion.questions == ()
    plan = added(library, settled)
    assert may(OPERATOR, plan)
    assert not may(OPERATOR, plan, "2")
    assert set(plan.agencies) == {"DINKOMINFO", "INSPEKTORAT"}
    assert plan.program["pihak_terlibat"].tolist() == [PRINTED, "Inspektorat"]


def test_an_answer_outlives_a_reload_and_a_wrong_one_is_taken_back(library, sketch):
    answer(library, sketch, "INSPEKTORAT")
    resumed = sketches.resume(library, LOCAL_ADMIN, sketch.id)
    assert resumed.conversion.questions == ()
    assert set(resumed.conversion.plan.agencies) == {"INSPEKTORAT"}
    mended = answer(library, resumed, "DINKOMINFO")
    plan = added(library, mended)
    assert may(OPERATOR, plan)
    assert plan.offices.name_of("Inspektorat") == "INSPEKTORAT"
    assert PRINTED not in plan.offices.agencies[1].names


def test_a_new_agency_gives_nobody_a_right(library, sketch):
    plan = added(library, answer(library, sketch, NEW))
    assert not may(OPERATOR, plan)
    assert may(Actor("baru", "Baru", Role.OPERATOR, PRINTED), plan)


def test_what_one_plan_learned_is_certain_in_the_next(library, sketch):
    added(library, answer(library, sketch, "DINKOMINFO"))
    next_one = sketches.begin(library, LOCAL_ADMIN, decree(2030), "berikutnya.docx")
    assert next_one.conversion.questions == ()
    assert may(OPERATOR, added(library, next_one))


def test_a_plan_that_was_put_away_teaches_nothing(library, sketch):
    added(library, answer(library, sketch, "INSPEKTORAT"))
    plan_choice.put_away(library, LOCAL_ADMIN, library.plans(VISITOR)[-1].id)
    again = sketches.begin(library, LOCAL_ADMIN, decree(2030), "berikutnya.docx")
    assert [one.seen for one in again.conversion.questions] == [PRINTED]


def test_an_agency_that_only_accounts_know_is_offered(library):
    accounts = open_identity(library.store, 8).accounts
    accounts.add(LOCAL_ADMIN, "sehat", Role.OPERATOR, agency="DINKES")
    accounts.add(LOCAL_ADMIN, "lama", Role.OPERATOR, agency="DINSOS")
    accounts.add(LOCAL_ADMIN, "info", Role.OPERATOR, agency="Dinkominfo")
    accounts.set_active(LOCAL_ADMIN, "lama", False)
    names = [agency.name for agency in known_agencies.known(library, LOCAL_ADMIN).agencies]
    assert names == ["BAGIAN ORGANISASI", "DINKOMINFO", "INSPEKTORAT", "DINKES"]
    with pytest.raises(Denied):
        known_agencies.known(library, VISITOR)
