"use strict";
/* global Gambar, Plotly */

// Everything the page needs stands in the page; it never asks a network for anything.
const CHARTS = JSON.parse(document.getElementById("gambar-data").textContent);
const WAYS = JSON.parse(document.getElementById("tujuan-data").textContent);
const FONTS = document.getElementById("huruf").textContent;
const NARROW = window.matchMedia("(max-width: 900px)");
const QUIET = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false };

// --- figures on the page ---

function draw(chart) {
  const place = document.getElementById(`gambar-${chart.name}`);
  const figure = NARROW.matches ? chart.narrow : chart.wide;
  const layout = { ...figure.layout, width: place.clientWidth };
  place.style.minHeight = `${layout.height}px`;
  return Plotly.react(place, figure.data, layout, QUIET).then(() => lead(place));
}

/** Have a click on a bar lead to the card of what it is about. */
function lead(place) {
  place.removeAllListeners("plotly_click");
  place.on("plotly_click", ({ points: [point] }) => {
    const part = WAYS[point.data.meta?.[point.pointNumber]];
    if (part) window.location.hash = part;
  });
}

function drawAll() {
  CHARTS.forEach(draw);
}

function openTables(open) {
  for (const part of document.querySelectorAll("details")) {
    if (open && !part.open) {
      part.open = true;
      part.dataset.opened = "1";
    } else if (!open && part.dataset.opened) {
      part.open = false;
      delete part.dataset.opened;
    }
  }
}

// --- pictures: the same figures, larger ---

/** Return a chart as a PNG with title, source line and typeface in it. */
async function picture(chart) {
  const [width, height, scale] = chart.picture;
  const markup = await Plotly.toImage(
    { data: chart.wide.data, layout: chart.wide.layout, config: QUIET },
    { format: "svg", width, height, imageDataOnly: true },
  );
  // A picture knows none of the page's typefaces: they travel inside it.
  const lettered = markup.replace(/<svg[^>]*>/, (tag) => `${tag}<style>${FONTS}</style>`);
  return Gambar.png(lettered, Math.round(width * scale), Math.round(height * scale));
}

// --- buttons ---

function say(words) {
  document.getElementById("kabar").textContent = words;
}

/** Run a button's work once at a time, and say so when it fails. */
function onPress(button, work) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await work();
    } catch (error) {
      console.error(error);
      say("Maaf, gambar gagal dibuat. Cobalah dengan peramban yang lebih baru.");
    }
    button.disabled = false;
  });
}

async function saveAll(button) {
  const files = [];
  for (const chart of CHARTS) {
    say(`Menyiapkan gambar ${files.length + 1} dari ${CHARTS.length} …`);
    const blob = await picture(chart);
    files.push({ name: `${chart.name}.png`, bytes: await Gambar.bytes(blob) });
  }
  Gambar.save(Gambar.zipped(files), button.dataset.name);
  say(`${files.length} gambar tersimpan dalam ${button.dataset.name}.`);
}

function start() {
  const all = document.getElementById("semua-gambar");
  onPress(all, () => saveAll(all));
  for (const button of document.querySelectorAll("button[data-gambar]")) {
    const chart = CHARTS.find(({ name }) => name === button.dataset.gambar);
    onPress(button, async () => Gambar.save(await picture(chart), `${chart.name}.png`));
  }
  let waiting;
  let drawnAt = window.innerWidth;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    if (window.innerWidth === drawnAt) return; // a phone's address bar comes and goes
    waiting = setTimeout(() => { drawnAt = window.innerWidth; drawAll(); }, 150);
  });
  window.addEventListener("beforeprint", () => openTables(true));
  window.addEventListener("afterprint", () => openTables(false));
  document.documentElement.classList.add("js");
  for (const part of document.querySelectorAll(".perlu-skrip")) part.hidden = false;
  drawAll();
}

document.fonts.ready.then(start);
