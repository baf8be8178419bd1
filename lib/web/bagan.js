// Draws a figure with plotly.js, fetched once as a classic script: browsers keep those compiled.

const NOTICE_MS = 5000;
const HALF_A_BAR = 8;
const FOOT_GAP = 8;
const TALLEST = 2; // a drawing of few rows grows to twice its height and no further
const PIXELS = ["size", "xshift", "yshift", "ticklabelstandoff", "l", "r", "t", "b"];
const COPY_ICON = {
    width: 24,
    height: 24,
    path: "M16 1H4a2 2 0 0 0-2 2v14h2V3h12V1zm3 4H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2zm0 16H8V7h11v14z",
};

let library;

function plotly(address) {
    library ??= new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => resolve(window.Plotly);
        script.onerror = () => {
            library = undefined; // the next drawing tries again
            script.remove();
            reject(new Error(address));
        };
        document.head.append(script);
    });
    return library;
}

function tell(place, words) {
    const notice = place.parentElement?.querySelector(".bagan-kabar");
    if (!notice) return; // its page was left meanwhile
    notice.textContent = words;
    clearTimeout(notice.gone);
    notice.gone = setTimeout(() => { notice.textContent = ""; }, NOTICE_MS);
}

function asBlob(dataUrl) {
    const [head, body] = dataUrl.split(",");
    const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type: head.slice(5).split(";")[0] });
}

// Browsers open the clipboard to pages over https or on the machine itself, and to no other.
async function copy(Plotly, place, picture, words) {
    if (!window.isSecureContext || !navigator.clipboard?.write || !window.ClipboardItem) {
        await Plotly.downloadImage(place, picture);
        tell(place, words.saved);
        return;
    }
    const blob = Plotly.toImage(place, picture).then(asBlob);
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    tell(place, words.copied);
}

function withCopying(Plotly, place, config, words) {
    const button = {
        name: "salin",
        title: words.copy,
        icon: COPY_ICON,
        click: () => copy(Plotly, place, config.toImageButtonOptions, words)
            .catch(() => tell(place, words.failed)),
    };
    return { ...config, modeBarButtons: config.modeBarButtons.map((group) => [...group, button]) };
}

function follow(lead) {
    document.dispatchEvent(new CustomEvent("rencana-lead", { detail: lead }));
}

// The lead of the bars that stand beside a row's label or, on a phone, below it. The vertical
// axis counts pixels downwards; headings have labels, but no bars before the next label.
function leadBeside(place, top, bottom) {
    for (const { y, meta } of place.data) {
        const at = Array.isArray(meta) && y ? y.findIndex((one) => one >= top && one < bottom) : -1;
        if (at >= 0 && meta[at]) return meta[at];
    }
    return null;
}

// Labels of rows are links for mouse, finger and keyboard, which reaches no bar.
function linkLabels(place) {
    const { tickvals = [], ticktext = [] } = place.layout.yaxis ?? {};
    const ends = [...tickvals].sort((a, b) => a - b);
    place.querySelectorAll(".ytick text").forEach((label) => {
        const at = ticktext.indexOf(label.dataset.unformatted);
        const end = ends[ends.indexOf(tickvals[at]) + 1] ?? Infinity;
        const lead = at < 0 ? null : leadBeside(place, tickvals[at] - HALF_A_BAR, end - HALF_A_BAR);
        if (!lead) return;
        Object.entries({ role: "link", tabindex: "0" })
            .forEach(([name, value]) => label.setAttribute(name, value));
        Object.assign(label.style, { pointerEvents: "all", cursor: "pointer" });
        label.onclick = () => follow(lead);
        label.onkeydown = ({ key }) => { if (key === "Enter") follow(lead); };
    });
}

// On paper a chart shrinks with its place (cetak.css), which a drawing without a box cannot.
function letShrink(place) {
    const { width, height } = place._fullLayout;
    place.style.setProperty("--bagan-ratio", `${width} / ${height}`);
    place.querySelectorAll(".main-svg")
        .forEach((svg) => svg.setAttribute("viewBox", `0 0 ${width} ${height}`));
}

function dress(place) {
    linkLabels(place);
    letShrink(place);
}

// The pixels from a chart's top to the foot of a meeting's screen; its card's edge is left out.
function roomBelow(place) {
    const main = place.closest('[data-testid="stMain"]');
    const foot = getComputedStyle(main.querySelector('[data-testid="stMainBlockContainer"]'));
    const card = place.closest('[class*="st-key-card_"]').getBoundingClientRect();
    const { top, bottom } = place.getBoundingClientRect();
    const taken = top + main.scrollTop + (card.bottom - bottom) + parseFloat(foot.paddingBottom);
    return Math.floor(window.innerHeight - taken - FOOT_GAP);
}

// In a meeting all letters grow as far as width and height allow, then rows take what height is
// left: the vertical axis counts rows, whatever pixels it has. Plotly wants whole pixels; they are
// cut, for words were fitted to the room they had.
function grown(place, { figure, width, height }) {
    const room = roomBelow(place);
    const times = Math.max(1, Math.min(place.clientWidth / width, room / height));
    const { data, layout } = JSON.parse(figure, (key, value) =>
        PIXELS.includes(key) && typeof value === "number" ? Math.trunc(value * times) : value);
    const around = layout.margin.t + layout.margin.b;
    const drawing = height * times - around;
    const taller = Math.max(1, Math.min(TALLEST, (room - around) / drawing));
    // A tick across a bar is as long as the bar is thick.
    data.filter(({ marker }) => marker?.symbol === "line-ns")
        .forEach(({ marker }) => { marker.size *= taller; });
    return { data, layout: { ...layout, height: Math.floor(around + drawing * taller) } };
}

// Whether a chart got another figure, or left the page, while one was on its way.
function isPassed(place, figure) {
    return place.figure !== figure || !place.isConnected;
}

function drawn(place, given) {
    return given.fills ? grown(place, given) : JSON.parse(given.figure);
}

// What stands above a chart may come or grow after it, and windows change their size.
function keepFilling(place, Plotly, given) {
    const main = place.closest('[data-testid="stMain"]');
    let last = [roomBelow(place), place.clientWidth].join();
    place.watcher = new ResizeObserver(() => {
        if (isPassed(place, given.figure)) return;
        const now = [roomBelow(place), place.clientWidth].join();
        if (now === last) return;
        last = now;
        const { data, layout } = grown(place, given);
        place.style.height = `${layout.height}px`;
        Plotly.react(place, data, { ...layout, autosize: true });
    });
    place.watcher.observe(main);
    place.watcher.observe(main.querySelector('[data-testid="stVerticalBlock"]'));
}

async function draw(place, given) {
    const { figure, config, script, typeface, words } = given;
    // Words are measured as they are drawn, so the typeface comes first.
    const [Plotly] = await Promise.all([plotly(script), document.fonts.load(typeface)]);
    if (isPassed(place, figure)) return;
    const { data, layout } = drawn(place, given);
    place.style.height = `${layout.height}px`;
    const shown = config.displayModeBar ? withCopying(Plotly, place, config, words) : config;
    await Plotly.react(place, data, { ...layout, autosize: true }, { ...shown, responsive: true });
    if (isPassed(place, figure)) return;
    place.watcher?.disconnect();
    if (given.fills) keepFilling(place, Plotly, given);
    place.removeAllListeners("plotly_afterplot");
    place.on("plotly_afterplot", () => dress(place));
    dress(place);
    place.removeAllListeners("plotly_click");
    place.on("plotly_click", ({ points: [point] }) => {
        const lead = point.data.meta?.[point.pointNumber];
        if (lead) follow(lead);
    });
}

export default function ({ data, parentElement }) {
    const place = parentElement.querySelector(".bagan");
    place.setAttribute("aria-label", data.alt);
    if (place.figure !== data.figure) {
        place.style.height = `${data.height}px`;
        place.figure = data.figure;
        draw(place, data).catch(() => tell(place, data.words.missing));
    }
    return () => {
        place.watcher?.disconnect();
        place.figure = undefined; // what is still on its way draws no more
        window.Plotly?.purge(place);
    };
}
