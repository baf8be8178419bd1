"""The card of one kegiatan (`?kode=II.1.a`): every figure with who reported it, and why."""

from lib.ui.screens import activity_card, card_parts, directive_forms, report_form
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.ACTIVITY)
card = activity_card.find(screen)

activity_card.heading(card)
directive_forms.note(screen, [card.code])
forms = activity_card.forms(card)
figures, words, history, form = report_form.places(screen, forms)
with figures:
    activity_card.years(card)
with words:
    directive_forms.on_card(screen, card.code)
    activity_card.words(card)
with history:
    card_parts.history(card.facts.history)
with form:
    report_form.draw(forms)
