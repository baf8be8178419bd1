// Opens a workbook with SheetJS ("xlsx") or ExcelJS, changes some cells, saves it again.
const [, , library, source, target, sheet, changes] = process.argv;
const cells = Object.entries(JSON.parse(changes));

function bySheetJs() {
  const XLSX = require("xlsx");
  const book = XLSX.readFile(source, { cellNF: true, cellStyles: true });
  for (const [address, value] of cells) {
    const before = book.Sheets[sheet][address] || {};
    const kind = typeof value === "number" ? "n" : "s";
    book.Sheets[sheet][address] = { t: kind, v: value, z: before.z };
  }
  XLSX.writeFile(book, target);
}

async function byExcelJs() {
  const book = new (require("exceljs").Workbook)();
  await book.xlsx.readFile(source);
  for (const [address, value] of cells) book.getWorksheet(sheet).getCell(address).value = value;
  await book.xlsx.writeFile(target);
}

if (library === "xlsx") bySheetJs();
else byExcelJs();
