"""Two charts of one page never say the same: whoever reads both learns two things."""

import re
from itertools import combinations

import pytest

from tests.ui.drawn import charts

VIEWS = [
    ("empty", {}),
    ("sample", {}),
    ("sample", {"tahun": "2024"}),
    ("sample", {"pihak": "INSPEKTORAT"}),
    ("sample", {"posisi": "2023-TW1"}),
    ("big", {}),
    ("big", {"posisi": "2025-TW1", "tahun": "2027"}),
]


def clauses(chart) -> set[str]:
    """What a headline says, clause by clause; the alt text ends with it."""
    said = chart["alt"].partition(". ")[2].rstrip(".")
    return {clause.strip().casefold() for clause in re.split("[;:]", said)}


@pytest.mark.parametrize("page", ["", "linimasa", "perangkat-daerah", "indikator"])
@pytest.mark.parametrize(("state", "asked"), VIEWS)
def test_the_headlines_of_a_page_share_no_clause(open_page, page, state, asked):
    app = open_page(page, state=state, **asked)
    assert not app.exception
    drawn = charts(app)
    for one, other in combinations(drawn, 2):
        assert not clauses(one) & clauses(other), [each["alt"] for each in drawn]
