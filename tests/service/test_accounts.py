"""Accounts: what can be made, changed and refused, and what the record says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert

from lib.service.access.accounts import AccountError, comparable
from lib.service.access.identity import Identity, open_identity
from lib.service.access.passwords import WeakPassword, hashed, made, matches, require_strong
from lib.service.access.sign_in import SignInRefused
from lib.service.actor import LOCAL_ADMIN, Role
from lib.store import tables
from lib.store.database import writing
from lib.store.store import Store

PASSWORD = "gunung dieng dingin"
FIRST = "gudeg manggar pertama"


@pytest.fixture
def identity(tmp_path: Path) -> Identity:
    made = open_identity(Store.open(f"sqlite:///{tmp_path}/store.db"), 8)
    made.accounts.make_first(FIRST)
    return made


def open_store_with_plan(store: Store, title: str) -> None:
    """Put a plan of a title into a store, whose rows no password needs."""
    with writing(store.engine) as connection:
        row = {"id": "p", "title": title, "created": "2030-01-01T00:00:00+00:00", "position": 1}
        connection.execute(insert(tables.plan), {**row, "head": 1})


def account(identity: Identity, name: str):
    return next(a for a in identity.accounts.all(LOCAL_ADMIN) if a.name == name)


def kinds(identity: Identity) -> list[str]:
    return [event.kind for event in identity.accounts.events(LOCAL_ADMIN)]


def test_the_first_start_makes_an_admin_whose_password_must_be_changed(tmp_path: Path) -> None:
    identity = open_identity(Store.open(f"sqlite:///{tmp_path}/new.db"), 8)
    password = identity.accounts.make_first()
    assert password
    assert account(identity, "admin").must_change
    token = identity.sign_in("admin", password)
    assert identity.sessions.actor(token) is None
    assert identity.sessions.account(token) is not None


def test_a_given_first_password_need_not_be_changed(identity: Identity) -> None:
    actor = identity.sessions.actor(identity.sign_in("admin", FIRST))
    assert actor is not None
    assert (actor.name, actor.role) == ("admin", Role.ADMIN)


def test_the_first_account_is_made_once(identity: Identity) -> None:
    assert identity.accounts.make_first("lain sekali") is None
    with pytest.raises(SignInRefused):
        identity.sign_in("admin", "lain sekali")


def test_an_operator_belongs_to_an_agency_and_others_to_none(identity: Identity) -> None:
    accounts = identity.accounts
    accounts.add(LOCAL_ADMIN, "Budi", Role.OPERATOR, agency=" DINAS  A ", display="Budi  S.")
    accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, agency="DINAS A")
    budi = account(identity, "budi")
    assert (budi.agency, budi.display) == ("DINAS A", "Budi S.")
    assert account(identity, "siti").agency is None
    with pytest.raises(AccountError, match="perangkat daerah"):
        accounts.add(LOCAL_ADMIN, "wati", Role.OPERATOR)


@pytest.mark.parametrize("name", ["", "a b", "<b>", "a" * 33, "é", "-a", "../etc"])
def test_an_odd_name_is_refused(identity: Identity, name: str) -> None:
    with pytest.raises(AccountError, match="huruf kecil"):
        identity.accounts.add(LOCAL_ADMIN, name, Role.VIEWER)


def test_a_name_and_an_email_address_belong_to_one_account(identity: Identity) -> None:
    accounts = identity.accounts
    accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, email="Siti@Contoh.go.id")
    with pytest.raises(AccountError, match="sudah dipakai"):
        accounts.add(LOCAL_ADMIN, "SITI", Role.VIEWER)
    with pytest.raises(AccountError, match="sudah dipakai"):
        accounts.add(LOCAL_ADMIN, "sita", Role.VIEWER, email="siti@contoh.go.id")
    with pytest.raises(AccountError, match="sudah dipakai"):
        accounts.set_email(LOCAL_ADMIN, "admin", "siti@contoh.go.id")
    with pytest.raises(AccountError, match="bukan alamat surel"):
        accounts.set_email(LOCAL_ADMIN, "siti", "siti")


def test_nobodys_role_cannot_be_given(identity: Identity) -> None:
    with pytest.raises(AccountError, match="tidak dapat diberikan"):
        identity.accounts.add(LOCAL_ADMIN, "siti", Role.STRANGER)


def test_the_last_admin_stays(identity: Identity) -> None:
    accounts = identity.accounts
    with pytest.raises(AccountError, match="satu admin lain"):
        accounts.set_active(LOCAL_ADMIN, "admin", False)
    with pytest.raises(AccountError, match="satu admin lain"):
        accounts.set_role(LOCAL_ADMIN, "admin", Role.VIEWER)
    accounts.add(LOCAL_ADMIN, "siti", Role.ADMIN, password=PASSWORD)
    accounts.set_active(LOCAL_ADMIN, "admin", False)
    assert not account(identity, "admin").active


def test_others_can_be_disabled_where_there_is_no_admin(tmp_path: Path) -> None:
    identity = open_identity(Store.open(f"sqlite:///{tmp_path}/new.db"), 8)
    identity.accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER)
    identity.accounts.set_active(LOCAL_ADMIN, "siti", False)
    assert not account(identity, "siti").active


def test_an_account_that_is_not_there_cannot_be_changed(identity: Identity) -> None:
    with pytest.raises(AccountError, match="tidak ada"):
        identity.accounts.reset_password(LOCAL_ADMIN, "siapa")


def test_a_reset_password_ends_sessions_and_must_be_changed(identity: Identity) -> None:
    old = identity.sign_in("admin", FIRST)
    fresh = identity.accounts.reset_password(LOCAL_ADMIN, "admin")
    assert identity.sessions.account(old) is None
    with pytest.raises(SignInRefused):
        identity.sign_in("admin", FIRST)
    token = identity.sign_in("admin", fresh)
    assert identity.sessions.actor(token) is None
    identity.sign_in.change_password(token, fresh, PASSWORD)
    assert identity.sessions.actor(token) is not None


def test_everything_done_to_accounts_is_on_record(identity: Identity) -> None:
    accounts = identity.accounts
    accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, password=PASSWORD)
    accounts.set_role(LOCAL_ADMIN, "siti", Role.OPERATOR, "DINAS A")
    accounts.set_active(LOCAL_ADMIN, "siti", False)
    accounts.set_active(LOCAL_ADMIN, "siti", True)
    accounts.reset_password(LOCAL_ADMIN, "siti", "danau telaga warna")
    with pytest.raises(SignInRefused):
        identity.sign_in("siti", "salah")
    token = identity.sign_in("siti", "danau telaga warna")
    identity.sign_in.change_password(token, "danau telaga warna", PASSWORD)
    identity.sessions.end(token)
    assert kinds(identity) == [
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
    identity = open_identity(Store.open(f"sqlite:///{tmp_path}/seen.db"), 8)
    identity.accounts.make_first(PASSWORD)
    token = identity.sign_in("admin", PASSWORD)
    identity.accounts.store.engine.dispose()
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


WEAK = [
    "pendek",
    "x" * 129,
    "aaaaaaaaaaaa",
    "siti2024siti",
    "1234567890",
    "password123",
    "qwertyuiop[]",
    "katasandi123",
    "Bismillah2024",
    "rahasia-bupati",
    "Pengaduan2023!",
    "merdeka17081945",
    "Indonesia 1945",
    "sayang sayang",
]


@pytest.mark.parametrize("weak", WEAK)
def test_a_weak_password_is_refused(weak: str) -> None:
    with pytest.raises(WeakPassword):
        require_strong(weak, "siti")


def test_a_password_of_the_plans_own_words_or_the_persons_is_refused(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/plans.db")
    open_store_with_plan(store, "Rencana Aksi Kabupaten Wanasari tentang Irigasi")
    accounts = open_identity(store, 8).accounts
    for weak in ("Wanasari2024", "irigasi wanasari", "kabupaten wanasari 1", "Kartika-Dinparbud"):
        with pytest.raises(WeakPassword):
            accounts.add(
                LOCAL_ADMIN,
                "tika",
                Role.OPERATOR,
                display="Kartika Sari",
                agency="DINPARBUD",
                password=weak,
            )
    accounts.add(LOCAL_ADMIN, "kartika", Role.VIEWER, password="wanasari kapas tumpah")


@pytest.mark.parametrize("weak", ["admin", "rahasia12345", "Bupati2024!!"])
def test_the_first_password_keeps_the_same_rule(tmp_path: Path, weak: str) -> None:
    identity = open_identity(Store.open(f"sqlite:///{tmp_path}/new.db"), 8)
    with pytest.raises(WeakPassword):
        identity.accounts.make_first(weak)
    assert identity.accounts.all(LOCAL_ADMIN) == ()


@pytest.mark.parametrize(
    "email",
    [
        "siti",
        "si ti@contoh.id",
        "si\u200bti@contoh.id",
        "siti\u3164@contoh.id",
        "si\ufe0fti@contoh.id",
        "\u212aepala@contoh.id",
        "siti@contoh.id\u202e",
        "siti@@contoh.id",
    ],
)
def test_an_email_address_with_signs_that_hide_is_refused(identity: Identity, email: str) -> None:
    assert comparable(email) == ""
    with pytest.raises(AccountError, match="bukan alamat surel"):
        identity.accounts.set_email(LOCAL_ADMIN, "admin", email)


def test_an_account_without_a_password_needs_an_address_and_can_be_given_one(
    identity: Identity,
) -> None:
    accounts = identity.accounts
    with pytest.raises(AccountError, match="harus punya alamat surel"):
        accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, with_password=False)
    email = "siti@contoh.id"
    made = accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, email=email, with_password=False)
    assert (made, account(identity, "siti").has_password) == ("", False)
    assert account(identity, "siti").must_change is False
    accounts.reset_password(LOCAL_ADMIN, "siti", PASSWORD)
    assert account(identity, "siti").has_password
    assert identity.sign_in("siti", PASSWORD)


def test_made_passwords_are_strong_and_differ() -> None:
    several = {made() for _ in range(50)}
    assert len(several) == 50
    for password in several:
        require_strong(password, "siti")
