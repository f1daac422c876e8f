import { compileCaseFile, drop, type VolumeItem } from '@app/documents';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Binds as many documents as its argument says, and prints what it took; a process of its own, to see its memory. */
const PAGES = 5;
const SIDE = 300;

const count = Number(process.argv[2]);
const dir = mkdtempSync(path.join(tmpdir(), 'heyi-bench-case-file-'));
try {
  const items: VolumeItem[] = [];
  for (let i = 1; i <= count; i++) items.push(await item(i));
  const started = performance.now();
  const staged = await compileCaseFile({ title: '卷内目录', lines: ['案号：测试'] }, items, 'soffice', () =>
    Promise.resolve(),
  );
  const seconds = (performance.now() - started) / 1000;
  await drop(staged);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ count, seconds, peakMb, mb: staged.bytes / 1024 / 1024, pages: staged.pages }));
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** Of four documents one is a scan, the others are pages of text with a picture that cannot be compressed. */
async function item(serial: number): Promise<VolumeItem> {
  const type = serial % 4 === 0 ? 'png' : 'pdf';
  const content = type === 'png' ? noise() : await written(serial);
  const file = path.join(dir, `${serial}.${type}`);
  writeFileSync(file, content);
  return {
    volume: '正卷',
    responsible: '测试申请人',
    documentNo: `余政复〔2026〕${serial}号`,
    title: `材料${serial}`,
    date: '2026-11-24',
    remark: '',
    name: `材料${serial}.${type}`,
    type,
    bytes: statSync(file).size,
    sha256: createHash('sha256').update(content).digest('hex'),
    open: () => Promise.resolve(createReadStream(file)),
  };
}

async function written(serial: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const picture = await document.embedPng(noise());
  for (let page = 1; page <= PAGES; page++) {
    const sheet = document.addPage([595, 842]);
    for (let line = 0; line < 40; line++)
      sheet.drawText(`Document ${serial}, page ${page}, line ${line}`, { x: 60, y: 780 - line * 18, font, size: 11 });
    if (page === 1) sheet.drawImage(picture, { x: 200, y: 60, width: 200, height: 200 });
  }
  return Buffer.from(await document.save());
}

/** A PNG of noise, some 270 KB. */
function noise(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = randomBytes(SIDE * (SIDE * 3 + 1));
  for (let y = 0; y < SIDE; y++) rows[y * (SIDE * 3 + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
