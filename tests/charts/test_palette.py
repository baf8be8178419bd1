import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from lib.charts.palette import BRIGHT, DARK, palette
from lib.plan.figures.status import Light, Status
from tests.charts.sight import SIGHT, contrast, distance

THEMES = pytest.mark.parametrize("theme", [BRIGHT, DARK], ids=["light", "dark"])
CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
# Told apart by hatching or an outline rather than by their fill.
BY_FORM = {
    frozenset({Status.IN_PROGRESS, Status.POSTPONED}),
    frozenset({Status.SCHEDULED, Status.NO_DATA}),
}


@THEMES
def test_text_on_every_fill_passes_wcag_aa(theme):
    swatches = [*theme.status.values(), *theme.light.values()]
    assert min(contrast(swatch.fill, swatch.text) for swatch in swatches) >= 4.5


def test_text_on_the_light_fills_reaches_the_designed_ratio():
    swatches = [*BRIGHT.status.values(), *BRIGHT.light.values()]
    assert round(min(contrast(swatch.fill, swatch.text) for swatch in swatches), 1) == 5.0


@THEMES
def test_words_pass_wcag_aa_on_card_and_track(theme):
    for colour in (theme.ink, theme.muted):
        assert contrast(colour, theme.card) >= 4.5
        assert contrast(colour, theme.track) >= 4.5
    assert contrast(theme.accent, theme.accent_text) >= 4.5
    assert contrast(theme.accent, theme.card) >= 4.5


@THEMES
def test_marks_that_carry_meaning_stand_out_from_the_card(theme):
    for colour in (theme.accent, theme.plan, theme.light[Light.GREEN].fill):
        assert contrast(colour, theme.card) >= 3


@THEMES
@pytest.mark.parametrize("sight", SIGHT)
def test_every_two_statuses_told_apart_by_fill_are_14_apart(theme, sight):
    for one, other in combinations(theme.status, 2):
        if frozenset({one, other}) not in BY_FORM:
            apart = distance(theme.status[one].fill, theme.status[other].fill, sight)
            assert apart >= 14, (one, other, sight, apart)


@THEMES
@pytest.mark.parametrize("sight", SIGHT)
def test_every_two_lights_are_14_apart(theme, sight):
    for one, other in combinations(theme.light.values(), 2):
        assert distance(one.fill, other.fill, sight) >= 14


def test_the_closest_fills_of_the_light_theme_are_nine_apart_for_protanopes():
    process, postponed = (BRIGHT.status[s] for s in (Status.IN_PROGRESS, Status.POSTPONED))
    assert round(distance(process.fill, postponed.fill, "protanopia")) == 9


@THEMES
@pytest.mark.parametrize(
    "pair", sorted(BY_FORM, key=sorted), ids=lambda pair: " / ".join(sorted(pair))
)
def test_statuses_with_close_fills_differ_in_hatching(theme, pair):
    assert {theme.status[status].hatched for status in pair} == {True, False}


@THEMES
def test_every_state_has_its_own_mark(theme):
    for swatches in (theme.status, theme.light):
        marks = [swatch.mark for swatch in swatches.values()]
        assert all(marks)
        assert len(set(marks)) == len(marks)


@THEMES
def test_missing_data_is_hatched(theme):
    assert theme.status[Status.NO_DATA].hatched
    assert theme.light[Light.GREY].hatched


@THEMES
def test_every_status_and_light_has_a_colour(theme):
    assert set(theme.status) == set(Status)
    assert set(theme.light) == set(Light)


@pytest.mark.parametrize(("dark", "section"), [(False, "light"), (True, "dark")])
def test_cards_match_the_theme_of_the_pages(dark, section):
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][section]
    colours = palette(dark)
    assert theme["backgroundColor"] == colours.card
    # Streamlit letters captions in a lighter tint of its text, so that may be darker than our ink.
    ours = contrast(colours.ink, colours.card)
    assert ours <= contrast(theme["textColor"], colours.card) < ours + 3
    assert contrast(theme["primaryColor"], "#FFFFFF") >= 4.5  # what a button is lettered in
    assert theme["primaryColor"] == colours.accent or dark
