// Leads: links and marks of charts that open a card, in the same tab and within the same session.
// Streamlit's markdown would open another tab. It follows the browser's history, so a step in it
// is all there is to do; Back leads to the same place.

const PAGES = { kode: "/kegiatan", no: "/kartu-indikator", pihak: "/perangkat-daerah" };
const OWN = ["kode", "no", "isian"];

const COPIES = "#salin";
const NOTICE_MS = 4000;
const NOTICE = {
    position: "fixed", bottom: "1.5rem", left: "50%", transform: "translateX(-50%)", zIndex: 1000,
    padding: "0.6rem 1rem", borderRadius: "0.5rem", background: "#16232E", color: "#FFFFFF",
};

function open(address) {
    window.history.pushState(null, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
}

// The reader keeps version, position and filters; a card's own parameters go with the card.
function addressOf(page, asked) {
    const parameters = new URLSearchParams(window.location.search);
    OWN.forEach((own) => parameters.delete(own));
    asked.forEach(([name, value]) => parameters.set(name, value));
    return `${page}?${parameters}`;
}

function follow(event) {
    // With a key held down or another button the browser does what it always does.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('[data-testid="stMain"] a[href]');
    if (!link || link.origin !== window.location.origin) return;
    const asks = new URLSearchParams(link.search);
    const opensPlan = link.pathname === "/" && asks.has("rencana") && !link.hash;
    if (!opensPlan && !OWN.some((own) => link.pathname === PAGES[own])) return;
    event.preventDefault();
    // In another plan nothing that the reader chose here means anything.
    const here = new URLSearchParams(window.location.search).get("rencana");
    const leaves = opensPlan || asks.get("rencana") !== here;
    const own = [...asks].filter(([name]) => OWN.includes(name));
    open(leaves ? link.pathname + link.search : addressOf(link.pathname, own));
}

function takeLead({ detail }) {
    const [name, value] = detail.split("=");
    open(addressOf(PAGES[name], [[name, decodeURIComponent(value)]]));
}

// Browsers open the clipboard to pages over https alone; the older command works on any.
async function copy(text) {
    if (window.isSecureContext && navigator.clipboard) {
        await navigator.clipboard.writeText(text);
        return true;
    }
    const field = document.createElement("textarea");
    field.value = text;
    field.style.position = "fixed";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
}

function tell(place, words) {
    const notice = place.querySelector("span");
    notice.textContent = words;
    Object.assign(notice.style, NOTICE, { display: "block" });
    clearTimeout(notice.gone);
    notice.gone = setTimeout(() => { notice.style.display = "none"; }, NOTICE_MS);
}

// The link that copies is the link itself: who opens it in a new tab sees the same screen. Where
// nothing can be copied, a field shows it selected.
function copyLink(event, place, words) {
    const link = event.target.closest?.(`a[href$="${COPIES}"]`);
    if (!link || event.button || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const address = link.href.slice(0, -COPIES.length);
    copy(address).catch(() => false).then((done) => {
        if (done) tell(place, words.copied);
        else window.prompt(words.ask, address);
    });
}

export default function ({ parentElement, data }) {
    const copies = (event) => copyLink(event, parentElement, data);
    document.addEventListener("click", copies, true);
    document.addEventListener("click", follow, true);
    document.addEventListener("rencana-lead", takeLead);
    return () => {
        document.removeEventListener("click", copies, true);
        document.removeEventListener("click", follow, true);
        document.removeEventListener("rencana-lead", takeLead);
    };
}
