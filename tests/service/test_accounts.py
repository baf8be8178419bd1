"""Accounts: what can be made, changed and refused, and what the record says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.service.accounts import AccountError
from lib.service.actor import LOCAL_ADMIN, Role
from lib.service.passwords import WeakPassword, hashed, made, matches, require_strong
from lib.service.reception import Reception, open_reception
from lib.service.sign_in import Refused
from lib.store.store import Store

PASSWORD = "gunung dieng dingin"


@pytest.fixture
def reception(tmp_path: Path) -> Reception:
    made = open_reception(Store.open(f"sqlite:///{tmp_path}/store.db"), 8)
    made.accounts.make_first("sandi awal")
    return made


def account(reception: Reception, name: str):
    return next(a for a in reception.accounts.all(LOCAL_ADMIN) if a.name == name)


def kinds(reception: Reception) -> list[str]:
    return [event.kind for event in reception.accounts.events(LOCAL_ADMIN)]


def test_the_first_start_makes_an_admin_whose_password_must_be_changed(tmp_path: Path) -> None:
    reception = open_reception(Store.open(f"sqlite:///{tmp_path}/new.db"), 8)
    password = reception.accounts.make_first()
    assert password
    assert account(reception, "admin").must_change
    token = reception.sign_in("admin", password)
    assert reception.sessions.actor(token) is None
    assert reception.sessions.account(token) is not None


def test_a_given_first_password_is_taken_as_it_is(reception: Reception) -> None:
    actor = reception.sessions.actor(reception.sign_in("admin", "sandi awal"))
    assert actor is not None
    assert (actor.name, actor.role) == ("admin", Role.ADMIN)


def test_the_first_account_is_made_once(reception: Reception) -> None:
    assert reception.accounts.make_first("lain sekali") is None
    with pytest.raises(Refused):
        reception.sign_in("admin", "lain sekali")


def test_an_operator_belongs_to_an_agency_and_others_to_none(reception: Reception) -> None:
    accounts = reception.accounts
    accounts.add(LOCAL_ADMIN, "Budi", Role.OPERATOR, agency=" DINAS  A ", display="Budi  S.")
    accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, agency="DINAS A")
    budi = account(reception, "budi")
    assert (budi.agency, budi.display) == ("DINAS A", "Budi S.")
    assert account(reception, "siti").agency is None
    with pytest.raises(AccountError, match="perangkat daerah"):
        accounts.add(LOCAL_ADMIN, "wati", Role.OPERATOR)


@pytest.mark.parametrize("name", ["", "a b", "<b>", "a" * 33, "é", "-a", "../etc"])
def test_an_odd_name_is_refused(reception: Reception, name: str) -> None:
    with pytest.raises(AccountError, match="huruf kecil"):
        reception.accounts.add(LOCAL_ADMIN, name, Role.VIEWER)


def test_a_name_and_an_email_address_belong_to_one_account(reception: Reception) -> None:
    accounts = reception.accounts
    accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, email="Siti@Contoh.go.id")
    with pytest.raises(AccountError, match="sudah dipakai"):
        accounts.add(LOCAL_ADMIN, "SITI", Role.VIEWER)
    with pytest.raises(AccountError, match="sudah dipakai"):
        accounts.add(LOCAL_ADMIN, "sita", Role.VIEWER, email="siti@contoh.go.id")
    with pytest.raises(AccountError, match="sudah dipakai"):
        accounts.set_email(LOCAL_ADMIN, "admin", "siti@contoh.go.id")
    with pytest.raises(AccountError, match="bukan alamat surel"):
        accounts.set_email(LOCAL_ADMIN, "siti", "siti")


def test_nobodys_role_cannot_be_given(reception: Reception) -> None:
    with pytest.raises(AccountError, match="tidak dapat diberikan"):
        reception.accounts.add(LOCAL_ADMIN, "siti", Role.STRANGER)


def test_the_last_admin_stays(reception: Reception) -> None:
    accounts = reception.accounts
    with pytest.raises(AccountError, match="satu admin lain"):
        accounts.set_active(LOCAL_ADMIN, "admin", False)
    with pytest.raises(AccountError, match="satu admin lain"):
        accounts.set_role(LOCAL_ADMIN, "admin", Role.VIEWER)
    accounts.add(LOCAL_ADMIN, "siti", Role.ADMIN, password=PASSWORD)
    accounts.set_active(LOCAL_ADMIN, "admin", False)
    assert not account(reception, "admin").active


def test_others_can_be_disabled_where_there_is_no_admin(tmp_path: Path) -> None:
    reception = open_reception(Store.open(f"sqlite:///{tmp_path}/new.db"), 8)
    reception.accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER)
    reception.accounts.set_active(LOCAL_ADMIN, "siti", False)
    assert not account(reception, "siti").active


def test_an_account_that_is_not_there_cannot_be_changed(reception: Reception) -> None:
    with pytest.raises(AccountError, match="tidak ada"):
        reception.accounts.reset_password(LOCAL_ADMIN, "siapa")


def test_a_reset_password_ends_sessions_and_must_be_changed(reception: Reception) -> None:
    old = reception.sign_in("admin", "sandi awal")
    fresh = reception.accounts.reset_password(LOCAL_ADMIN, "admin")
    assert reception.sessions.account(old) is None
    with pytest.raises(Refused):
        reception.sign_in("admin", "sandi awal")
    token = reception.sign_in("admin", fresh)
    assert reception.sessions.actor(token) is None
    reception.sign_in.change_password(token, fresh, PASSWORD)
    assert reception.sessions.actor(token) is not None


def test_everything_done_to_accounts_is_on_record(reception: Reception) -> None:
    accounts = reception.accounts
    accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, password=PASSWORD)
    accounts.set_role(LOCAL_ADMIN, "siti", Role.OPERATOR, "DINAS A")
    accounts.set_active(LOCAL_ADMIN, "siti", False)
    accounts.set_active(LOCAL_ADMIN, "siti", True)
    accounts.reset_password(LOCAL_ADMIN, "siti", "danau telaga warna")
    with pytest.raises(Refused):
        reception.sign_in("siti", "salah")
    token = reception.sign_in("siti", "danau telaga warna")
    reception.sign_in.change_password(token, "danau telaga warna", PASSWORD)
    reception.sessions.end(token)
    assert kinds(reception) == [
        "keluar",
        "kata sandi diganti pemiliknya",
        "masuk",
        "gagal masuk",
        "kata sandi disetel ulang",
        "akun diaktifkan",
        "akun dinonaktifkan",
        "akun diubah",
        "akun ditambahkan",
        "akun ditambahkan",
    ]
    changed = next(e for e in accounts.events(LOCAL_ADMIN) if e.kind == "akun diubah")
    assert (changed.actor, changed.subject, changed.detail) == (
        "admin",
        "siti",
        "operator DINAS A",
    )


def test_no_password_stands_in_the_store_or_the_record(tmp_path: Path) -> None:
    reception = open_reception(Store.open(f"sqlite:///{tmp_path}/seen.db"), 8)
    reception.accounts.make_first(PASSWORD)
    token = reception.sign_in("admin", PASSWORD)
    reception.accounts.store.engine.dispose()
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"argon2id" in content
    assert PASSWORD.encode() not in content
    assert token.encode() not in content


def test_a_password_is_hashed_with_argon2id_and_salt() -> None:
    first, second = hashed(PASSWORD), hashed(PASSWORD)
    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert first != second
    assert matches(PASSWORD, first)
    assert not matches("lain", first)
    assert not matches(PASSWORD, None)


@pytest.mark.parametrize("odd", ["", "\x00", "\ud800", "𝔤" * 200])
def test_any_text_can_be_tried_as_a_password(odd: str) -> None:
    assert not matches(odd, hashed(PASSWORD))


@pytest.mark.parametrize(
    "weak", ["pendek", "x" * 129, "aaaaaaaaaaaa", "siti2024siti", "1234567890"]
)
def test_a_weak_password_is_refused(weak: str) -> None:
    with pytest.raises(WeakPassword):
        require_strong(weak, "siti")


def test_made_passwords_are_strong_and_differ() -> None:
    several = {made() for _ in range(50)}
    assert len(several) == 50
    for password in several:
        require_strong(password, "siti")
