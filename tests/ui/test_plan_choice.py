"""Several plans on screen: picked by title, named in the address, moved by admins."""

from lib.service import plan_choice
from lib.service.actor import LOCAL_ADMIN, VISITOR
from lib.store.records import PlanState
from lib.ui.viewer import services
from lib.ui.words.form_words import REPORT
from tests.service.books import edited
from tests.ui.test_upload import put

DECREE, BIG = "banjarnegara-pengaduan-2023-2024", "rencana-rekaan"
PICKER = "picked_plan"
PAGES = (
    "linimasa",
    "perangkat-daerah",
    "indikator",
    "lampiran",
    "unggah",
    "riwayat",
    "bahan-rapat",
)


def words(app) -> str:
    elements = [*app.title, *app.markdown, *app.caption, *app.info, *app.warning]
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def states() -> dict[str, PlanState]:
    return {plan.id: plan.state for plan in services.library().plans(VISITOR)}


def has_form(app) -> bool:
    assert not app.exception
    return REPORT in [heading.value for heading in app.subheader]


def press(app, label: str):
    [button] = [button for button in app.button if button.label == label]
    return button.click().run()


def test_one_plan_alone_has_no_picker_and_no_list(open_page):
    app = open_page("akun")
    assert not [box for box in app.selectbox if box.key in (PICKER, "shelf")]


def test_plans_are_picked_by_title_and_the_address_names_the_plan(open_page):
    app = open_page(state="big")
    assert "2025–2029" in words(app)
    picker = app.selectbox(key=PICKER)
    assert picker.options[1] == "2025–2029: RENCANA AKSI REKAAN"
    assert picker.options[0].startswith("2023–2024: ")
    assert DECREE not in "".join(picker.options)
    app = picker.select(DECREE).run()
    assert not app.exception
    assert "2023–2024" in words(app)
    assert app.text_input(key="rencana").value == DECREE


def test_an_address_opens_its_plan_on_every_page(open_page):
    for page in PAGES:
        app = open_page(page, state="big", rencana=DECREE)
        assert not app.exception
        assert app.selectbox(key=PICKER).value == DECREE


def test_an_address_that_names_no_plan_of_ours_says_so(open_page):
    app = open_page(state="big", rencana="tidak-ada")
    assert "Rencana “tidak-ada” yang disebut tautan ini tidak ada" in words(app)
    assert "2025–2029" in words(app)


def test_picking_another_plan_leaves_the_versions_of_the_one_before(open_page):
    app = open_page(state="big", versi="1", banding="1")
    app = app.selectbox(key=PICKER).select(DECREE).run()
    assert not app.exception
    assert not {"versi", "banding"} & set(app.query_params)


def test_an_admin_reads_what_a_new_default_changes_and_makes_it(open_page):
    app = open_page("akun", state="big")
    app = app.selectbox(key="shelf").select(DECREE).run()
    told = words(app)
    assert "tanpa memilih rencana akan melihat" in told
    assert "Tidak ada yang dihapus" in told
    app = press(app, "Jadikan rencana utama")
    assert not app.exception
    assert states() == {DECREE: PlanState.DEFAULT, BIG: PlanState.LISTED}
    assert "2023–2024" in words(open_page(state="big", fresh=False))


def test_a_plan_put_away_is_offered_no_more_but_its_link_opens_it(open_page):
    app = open_page("akun", state="big")
    app = app.selectbox(key="shelf").select(DECREE).run()
    app = press(app, "Sembunyikan rencana ini")
    assert not app.exception
    assert states()[DECREE] is PlanState.PUT_AWAY
    assert not [box for box in open_page(state="big", fresh=False).selectbox if box.key == PICKER]
    linked = open_page(state="big", fresh=False, rencana=DECREE)
    assert "2023–2024" in words(linked)
    assert linked.selectbox(key=PICKER).options[0].endswith("(disembunyikan)")
    assert "dapat dibaca dan diunduh, tidak dapat diubah" in "".join(
        each.value for each in linked.info
    )
    card = {"kode": "I.1.b", "rencana": DECREE}
    assert not has_form(open_page("kegiatan", state="big", fresh=False, **card))
    app = open_page("akun", state="big", fresh=False)
    app = app.selectbox(key="shelf").select(DECREE).run()
    press(app, "Tampilkan kembali")
    assert has_form(open_page("kegiatan", state="big", fresh=False, **card))
    assert states() == {DECREE: PlanState.LISTED, BIG: PlanState.DEFAULT}


def test_the_sign_in_page_names_the_default_plan(open_page):
    open_page(state="big")
    assert services.identity().title() == "RENCANA AKSI REKAAN"
    plan_choice.make_default(services.library(), LOCAL_ADMIN, DECREE)
    assert "PENGADUAN" in services.identity().title().upper()


def test_a_file_of_another_plan_than_is_looked_at_is_said_to_be_one(open_page):
    app = open_page("unggah", state="big")
    library = services.library()
    other = "Berkas ini untuk rencana 2023–2024: "
    for plan_id, is_other in ((BIG, False), (DECREE, True)):
        put(app, edited(library.download(LOCAL_ADMIN, plan_id), I4=0.25))
        assert not app.exception
        assert (other in words(app)) is is_other
