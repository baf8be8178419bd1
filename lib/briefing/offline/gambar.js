"use strict";

// Pictures made in the browser: an SVG as PNG, several in one ZIP, each saved as a file. The
// offline copy carries this script with it, the page of slides asks for it.
globalThis.Gambar = (() => {
  /** Return an SVG's markup as a PNG of so many pixels. */
  async function png(markup, width, height) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d").drawImage(image, 0, 0, width, height);
    return new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("PNG"))), "image/png");
    });
  }

  async function bytes(blob) {
    return new Uint8Array(await blob.arrayBuffer());
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
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

  return { png, bytes, save, zipped };
})();
