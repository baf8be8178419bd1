"""The deck, the report, the offline copy and the messages are what they were."""

from collections.abc import Callable, Iterable

import pytest

from lib.briefing import message
from lib.briefing.deck import presentation
from lib.briefing.offline import copy
from lib.briefing.source import Briefing
from lib.briefing.word import report
from tests.briefing.cases import NAMES, compared
from tests.golden import office_text, page_text
from tests.golden.kept import compare

LINK = "https://rencana.contoh.id/"


def messages(briefing: Briefing) -> Iterable[str]:
    """Every message there is, as copied."""
    yield message.leadership_message(briefing, LINK)
    for agency in briefing.plan.agencies:
        yield f"=== {agency}"
        yield message.agency_message(briefing, agency, LINK)


PRODUCTS: dict[str, Callable[[Briefing], Iterable[str]]] = {
    "paparan": lambda briefing: office_text.deck(presentation.deck(briefing)),
    "laporan": lambda briefing: office_text.word(report.report(briefing)),
    "salinan": lambda briefing: page_text.described(copy.offline_copy(briefing)),
    "pesan": messages,
}


@pytest.mark.parametrize("case", NAMES)
@pytest.mark.parametrize("product", PRODUCTS)
def test_the_product_is_what_it_was(product: str, case: str, renew: bool) -> None:
    lines = PRODUCTS[product](compared(case))
    compare(f"{product}-{case}", "\n".join(lines), renew)
