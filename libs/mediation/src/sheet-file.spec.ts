import exceljs from 'exceljs';
import { plainText, writeCsv, writeXlsx, type SheetContent } from './sheet-file.js';

const TEXTS = ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '＝HYPERLINK("http://x")', '＋1', '－1', '＠a', '安静, "引号"'];
const SHEET: SheetContent = {
  name: '表',
  columns: [
    { heading: '文字', width: 10 },
    { heading: '金额', width: 10, money: true },
  ],
  rows: TEXTS.map((text, i) => [text, i + 0.5]),
};

it.each(TEXTS.slice(0, -1))('writes %j into a .csv so that it is no formula, and reads it as it was', (text) => {
  const [, cell] = /\r\n"?('[^\r]*?)"?,/.exec(writeCsv({ ...SHEET, rows: [[text, 1]] }).toString())!;
  expect(plainText(cell!.replaceAll('""', '"'))).toBe(text);
});

it('quotes what needs it, and leaves numbers and apostrophes alone', () => {
  expect(writeCsv({ ...SHEET, rows: [['a,"b"', -3]] }).toString()).toContain('"a,""b""",-3');
  expect(plainText(`'tis`)).toBe(`'tis`);
});

it('writes texts into a workbook as texts', async () => {
  const book = new exceljs.Workbook();
  await book.xlsx.load((await writeXlsx(SHEET)) as unknown as exceljs.Buffer);
  const column = book.worksheets[0]!.getColumn(1).values.slice(2);
  expect(column).toEqual(TEXTS);
  expect(book.worksheets[0]!.getCell('A2').type).toBe(exceljs.ValueType.String);
});
