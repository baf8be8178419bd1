"""What every product says of itself: whose, as of when, which version."""

from dataclasses import dataclass, replace

from lib.briefing.source import Briefing
from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.position import Position
from tests.factory import decree_plan, make_plan, sample_plan

AT = Position(2024, 3)


@dataclass(frozen=True)
class Kept:
    """A version as the library hands it out."""

    plan: Plan
    label: str
    code: str


def test_the_source_line_names_government_position_version_and_code():
    plan = decree_plan()
    made = Briefing(plan, AT, "data versi 3", "ab12")
    assert made.source == f"{plan.government} · posisi TW III 2024 · data versi 3 · kode ab12"


def test_a_plan_without_a_government_has_no_empty_beginning():
    plan = make_plan()
    document = {key: text for key, text in plan.document.items() if key != schema.GOVERNMENT}
    made = Briefing(replace(plan, document=document), AT, "data versi 3", "ab12")
    assert made.source.startswith("posisi TW III 2024")


def test_the_mark_is_the_samples_alone():
    assert Briefing(sample_plan(), AT, "", "").mark.startswith("CONTOH")
    assert Briefing(decree_plan(), AT, "", "").mark == ""


def test_a_briefing_of_versions_compares_with_the_earlier_one():
    new, old = Kept(sample_plan(), "versi 9", "c9"), Kept(decree_plan(), "versi 4", "c4")
    made = Briefing.of(new, old, AT)
    assert (made.label, made.code, made.previous_label) == ("versi 9", "c9", "versi 4")
    assert made.standing.previous is old.plan
    assert made.standing.since is not None
    alone = Briefing.of(new, None, AT)
    assert (alone.previous, alone.previous_label, alone.standing.since) == (None, "", None)


def test_the_standing_is_computed_once():
    made = Briefing(decree_plan(), AT, "", "")
    assert made.standing is made.standing
