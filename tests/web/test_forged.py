"""Messages that no page sends: what a visitor writes to the websocket by hand changes nothing.

Streamlit runs callbacks and takes widget states before the script's own checks, and the ids of
widgets are the same for everybody, so an admin's are known to whoever reads the code.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from lib.service.actor import LOCAL_ADMIN, Role
from lib.service.startup import FILE
from lib.store.store import Store
from lib.ui.words import change_words, form_words, text
from tests.factory import decree_plan
from tests.web.client import Connection, pressed, typed
from tests.web.conftest import House
from tests.web.people import ADMIN, EVERYBODY, PASSWORD, visitor

NOT_ADMINS = [person for person in EVERYBODY if person != ADMIN]


def state_of(house: House) -> tuple[object, ...]:
    """All that a forged message could have changed."""
    store = Store.open(f"sqlite:///{house.server.data / FILE}")
    versions = tuple(store.log(plan.id) for plan in store.plans())
    store.close()
    return versions, house.identity.accounts.store.accounts()


def account_form(admin: Connection, name: str) -> list[WidgetState]:
    """What the browser of an admin sends who adds an account."""
    run = admin.open("akun")
    kinds = ("text_input", "selectbox", "button")
    fields, lists, buttons = (run.widgets(kind, form="add_account") for kind in kinds)
    return [
        typed(fields[text.ACCOUNT_NAME], name),
        typed(lists[text.AGENCY], decree_plan().agencies[0]),
        pressed(buttons[text.ADD_ACCOUNT]),
    ]


def every_button(admin: Connection, page: str) -> list[WidgetState]:
    """Every button an admin has on a page, pressed at once."""
    return [pressed(widget) for widget in admin.open(page).widgets("button").values()]


@pytest.mark.parametrize("person", NOT_ADMINS, ids=str)
@pytest.mark.parametrize("page", ["akun", "unggah", "riwayat"])
def test_an_admins_buttons_pressed_by_others_change_nothing(house: House, page, person) -> None:
    with house.visitor(ADMIN).websocket() as admin:
        forged = every_button(admin, page)
        if page == "akun":
            forged += account_form(admin, "penyusup")
    before = state_of(house)
    with house.visitor(person).websocket() as connection:
        connection.open(page)
        run = connection.forge(page, forged)
    assert state_of(house) == before
    assert "gangguan" not in run.text
    assert ("tidak berhak" in run.text) == (page == "akun")


@pytest.mark.parametrize("person", NOT_ADMINS, ids=str)
def test_a_version_chosen_by_a_forged_message_offers_no_way_back(house: House, person) -> None:
    with house.visitor(ADMIN).websocket() as admin:
        picker = admin.open("riwayat").widget("selectbox", change_words.CHOOSE_VERSION)
        chosen = typed(picker["id"], picker["options"][-1])
        offered = admin.forge("riwayat", [chosen])
    assert change_words.PREVIEW_ROLL_BACK in offered.widgets("button")
    back = [pressed(widget) for widget in offered.widgets("button").values()]
    before = state_of(house)
    with house.visitor(person).websocket() as connection:
        connection.open("riwayat")
        connection.forge("riwayat", [chosen])
        run = connection.forge("riwayat", [chosen, *back])
    assert state_of(house) == before
    assert not set(run.widgets("button")) & set(offered.widgets("button"))


def filled_form(person: Connection, row: str) -> list[WidgetState]:
    """What the browser of somebody sends who reports a figure on a card."""
    run = person.open("kegiatan", row)
    fields, buttons = run.widgets("text_input"), run.widgets("button")
    return [
        typed(fields["Realisasi TW I (%)"], "1%"),
        *(
            pressed(buttons[label])
            for label in (form_words.CHECK, change_words.APPLY)
            if label in buttons
        ),
    ]


@pytest.mark.parametrize("person", NOT_ADMINS, ids=str)
def test_a_form_filled_in_by_others_than_the_agency_in_charge_changes_nothing(
    house: House, person
) -> None:
    row = decree_plan().activity_progress.loc[4]
    query = f"kode={row['no']}"
    with house.visitor(ADMIN).websocket() as admin:
        forged = filled_form(admin, query)
    before = state_of(house)
    with house.visitor(person).websocket() as connection:
        offered = connection.open("kegiatan", query).widgets("text_input")
        reports = any(label.startswith("Realisasi") for label in offered)
        assert reports == (person.agency == row["pihak_terlibat"])
        run = connection.forge("kegiatan", forged, query)
    assert state_of(house) == before
    assert "gangguan" not in run.text


# --- Rights that end while a page is open ----------------------------------------------------


def demoted(house: House, name: str, _token: str) -> None:
    house.identity.accounts.set_role(LOCAL_ADMIN, name, Role.VIEWER)


def disabled(house: House, name: str, _token: str) -> None:
    house.identity.accounts.set_active(LOCAL_ADMIN, name, False)


def password_reset(house: House, name: str, _token: str) -> None:
    house.identity.accounts.reset_password(LOCAL_ADMIN, name)


def signed_out(house: House, _name: str, token: str) -> None:
    house.identity.sessions.end(token)


@pytest.mark.parametrize("ending", [demoted, disabled, password_reset, signed_out])
def test_a_right_that_ended_counts_at_the_next_message_of_an_open_page(
    house: House, ending: Callable[[House, str, str], None]
) -> None:
    name = f"sementara-{ending.__name__.replace('_', '-')}"
    house.identity.accounts.add(LOCAL_ADMIN, name, Role.ADMIN, password=PASSWORD)
    token = house.identity.sign_in(name, PASSWORD)
    with visitor(house.server, token).websocket() as connection:
        form = account_form(connection, f"lewat-{name}")
        ending(house, name, token)
        before = state_of(house)
        run = connection.forge("akun", form)
    assert state_of(house) == before
    assert "tidak berhak mengelola akun" in run.text


def test_the_same_form_adds_the_account_while_the_right_lasts(house: House) -> None:
    """Else the tests above would hold for a form that never works."""
    with house.visitor(ADMIN).websocket() as connection:
        connection.forge("akun", account_form(connection, "operator-baru"))
    added = [a for a in house.identity.accounts.all(LOCAL_ADMIN) if a.name == "operator-baru"]
    assert [(account.role, account.must_change) for account in added] == [(Role.OPERATOR, True)]


# --- Messages of other kinds -----------------------------------------------------------------


@pytest.mark.parametrize("kind", ["load_git_info", "set_run_on_save", "clear_cache"])
def test_messages_for_developers_are_dropped(house: House, kind: str) -> None:
    message = BackMsg()
    setattr(message, kind, True)
    with house.visitor(ADMIN).websocket() as connection:
        connection.open("lampiran")
        connection.tell(message)
        answers = connection.open("lampiran").messages
    assert "git_info_changed" not in {answer.WhichOneof("type") for answer in answers}
    told = [a.session_status_changed for a in answers if a.HasField("session_status_changed")]
    assert not any(status.run_on_save for status in told)


def test_what_is_no_message_ends_the_connection(house: House) -> None:
    with house.visitor(ADMIN).websocket() as connection:
        connection.socket.send(b"\xff\xff\xff")
        with pytest.raises(Exception, match="1002"):
            connection.next()


def test_fetching_stops_with_the_session_where_looking_needs_an_account(
    closed_house: House,
) -> None:
    name = "pergi"
    closed_house.identity.accounts.add(LOCAL_ADMIN, name, Role.VIEWER, password=PASSWORD)
    token = closed_house.identity.sign_in(name, PASSWORD)
    with visitor(closed_house.server, token).websocket() as connection:
        run = connection.open("unggah")
        assert connection.fetch_download(run, "Unduh buku kerja").startswith("/media/")
        closed_house.identity.accounts.set_active(LOCAL_ADMIN, name, False)
        with pytest.raises(TimeoutError):
            connection.fetch_download(run, "Unduh buku kerja", patience=2)
        assert connection.open("unggah").redirects == ["/masuk"]
