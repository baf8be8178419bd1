"use strict";

// Everything the page needs stands in the page; it never asks a network for anything.
const CHARTS = JSON.parse(document.getElementById("gambar-data").textContent);
const FONTS = document.getElementById("huruf").textContent;
const NARROW = window.matchMedia("(max-width: 900px)");
const QUIET = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false };

// --- figures on the page ---

function draw(chart) {
  const place = document.getElementById(`gambar-${chart.name}`);
  const figure = NARROW.matches ? chart.narrow : chart.wide;
  const layout = { ...figure.layout, width: place.clientWidth };
  place.style.minHeight = `${layout.height}px`;
  return Plotly.react(place, figure.data, layout, QUIET);
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
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(lettered)}`);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("PNG"))), "image/png");
  });
}

async function loaded(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

// --- ZIP: entries are stored as they are, since PNG is compressed already ---

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Pack little-endian numbers, each given as [value, bytes]. */
function packed(fields) {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, size]) => sum + size, 0)));
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/** Return the date and the time as ZIP writes them. */
function stamp(when) {
  const day = ((when.getFullYear() - 1980) << 9) | ((when.getMonth() + 1) << 5) | when.getDate();
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  return [[time, 2], [day, 2]];
}

/** Return files, each {name, bytes}, as one ZIP archive. */
function zipped(files, when = new Date()) {
  const UTF8 = 0x0800;
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const label = new TextEncoder().encode(name);
    const facts = [
      [20, 2], [UTF8, 2], [0, 2], ...stamp(when),
      [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [label.length, 2], [0, 2],
    ];
    const head = packed([[0x04034b50, 4], ...facts]);
    bodies.push(head, label, bytes);
    const rest = [[0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]];
    directory.push(packed([[0x02014b50, 4], [20, 2], ...facts, ...rest]), label);
    offset += head.length + label.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = [files.length, 2];
  const end = [[0x06054b50, 4], [0, 2], [0, 2], count, count, [size, 4], [offset, 4], [0, 2]];
  return new Blob([...bodies, ...directory, packed(end)], { type: "application/zip" });
}

// --- buttons ---

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

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
    files.push({ name: `${chart.name}.png`, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  save(zipped(files), button.dataset.name);
  say(`${files.length} gambar tersimpan dalam ${button.dataset.name}.`);
}

function start() {
  const all = document.getElementById("semua-gambar");
  onPress(all, () => saveAll(all));
  for (const button of document.querySelectorAll("button[data-gambar]")) {
    const chart = CHARTS.find(({ name }) => name === button.dataset.gambar);
    onPress(button, async () => save(await picture(chart), `${chart.name}.png`));
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
