// Leads: links and marks of charts that open a card, in the same tab and within the same session.
// Streamlit's markdown would open another tab. It follows the browser's history, so a step in it
// is all there is to do; Back leads to the same place.

const PAGES = { kode: "/kegiatan", no: "/kartu-indikator", pihak: "/perangkat-daerah" };
const OWN = ["kode", "no", "isian"];

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
    if (!OWN.some((own) => link.pathname === PAGES[own])) return;
    event.preventDefault();
    const asked = new URLSearchParams(link.search);
    // In another plan nothing that the reader chose here means anything.
    const leaves = asked.get("rencana") !== new URLSearchParams(window.location.search).get("rencana");
    const own = [...asked].filter(([name]) => OWN.includes(name));
    open(leaves ? link.pathname + link.search : addressOf(link.pathname, own));
}

function takeLead({ detail }) {
    const [name, value] = detail.split("=");
    open(addressOf(PAGES[name], [[name, decodeURIComponent(value)]]));
}

export default function () {
    document.addEventListener("click", follow, true);
    document.addEventListener("rencana-lead", takeLead);
    return () => {
        document.removeEventListener("click", follow, true);
        document.removeEventListener("rencana-lead", takeLead);
    };
}
