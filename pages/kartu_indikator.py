"""The card of one indicator (`?no=1.a`): all its years, how it is measured, its history."""

from lib.ui.screens import card_parts, indicator_card, report_form
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.INDICATOR)
card = indicator_card.find(screen)

indicator_card.heading(card)
forms = indicator_card.forms(card)
figures, words, history, form = report_form.places(screen, forms)
with figures:
    indicator_card.years(card)
with words:
    indicator_card.words(card)
with history:
    card_parts.history(card.facts.history)
with form:
    report_form.draw(forms)
