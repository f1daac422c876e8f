import { degrees, PDFDocument, StandardFonts, type PDFPage } from '@cantoo/pdf-lib';

const SIZE = 10;
const FROM_SIDE = 28;
const FROM_BOTTOM = 16;
/** A4 in points. */
const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 40;
/** An image unpacks to four bytes for each of these; a scan of A3 at 600 dpi has 70 million. */
const MOST_PIXELS = 80_000_000;

/** Writes the running page number on every page, as a reader sees it: odd pages right, even pages left. */
export async function stampPages(document: PDFDocument, first: number): Promise<void> {
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const [i, page] of document.getPages().entries()) {
    const text = String(first + i);
    const width = font.widthOfTextAtSize(text, SIZE);
    const shown = shownSize(page);
    const x = (first + i) % 2 === 1 ? shown.width - FROM_SIDE - width : FROM_SIDE;
    page.drawText(text, { ...onPage(page, x, FROM_BOTTOM), font, size: SIZE, rotate: degrees(turnOf(page)) });
  }
}

/** An image as a page of A4, no larger than it is at 72 dpi. @throws Error if it cannot be read or is too large */
export async function imagePage(image: Buffer, type: 'png' | 'jpg'): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  if (type === 'png' && image.readUInt32BE(16) * image.readUInt32BE(20) > MOST_PIXELS)
    throw new Error('the image is too large');
  const embedded = type === 'png' ? await document.embedPng(image) : await document.embedJpg(image);
  const { width, height } = embedded.scaleToFit(
    Math.min(A4.width - 2 * MARGIN, embedded.width),
    Math.min(A4.height - 2 * MARGIN, embedded.height),
  );
  const page = document.addPage([A4.width, A4.height]);
  page.drawImage(embedded, { x: (A4.width - width) / 2, y: (A4.height - height) / 2, width, height });
  return document;
}

/** Quarter turns clockwise at which the page is shown, in degrees: 0, 90, 180 or 270. */
function turnOf(page: PDFPage): number {
  return (((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360) % 360;
}

function shownSize(page: PDFPage): { width: number; height: number } {
  const { width, height } = page.getCropBox();
  return turnOf(page) % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Where a point of the page as shown is on the page as it lies. */
function onPage(page: PDFPage, x: number, y: number): { x: number; y: number } {
  const box = page.getCropBox();
  const at = {
    0: { x, y },
    90: { x: box.width - y, y: x },
    180: { x: box.width - x, y: box.height - y },
    270: { x: y, y: box.height - x },
  }[turnOf(page)]!;
  return { x: box.x + at.x, y: box.y + at.y };
}
