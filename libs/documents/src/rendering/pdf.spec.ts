import { sampleContent } from '../../testing/sample-content.js';
import { SAMPLE_KINDS } from '../../testing/sample-kinds.js';
import { toDocx } from './docx.js';
import { convertWithLibreOffice, findSoffice } from './libreoffice.js';
import { setPaper } from './page.js';
import { toPdf } from './pdfmake.js';

/** Pages and their sizes in points, as the file says. */
function pagesOf(pdf: Buffer): { pages: number; size: string | undefined } {
  const text = pdf.toString('latin1');
  return {
    pages: (text.match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length,
    size: /\/MediaBox\s*\[\s*0 0 (\d+)[\d.]* (\d+)/.exec(text)?.slice(1).join('x'),
  };
}

const PAGES: Readonly<Record<string, number>> = { Z01: 1, Z02: 2, Z03: 1, Z04: 1, Z05: 1 };
const codes = SAMPLE_KINDS.map((kind) => kind.code);
const soffice = findSoffice();

describe('pdfmake, which needs nothing installed', () => {
  it.each(codes)('makes the PDF of %s on A4, on as many pages as it needs', async (code) => {
    const pdf = await toPdf(setPaper(sampleContent(code)));
    expect(pagesOf(pdf)).toEqual({ pages: PAGES[code], size: '595x841' });
  });

  it('keeps every word of a paragraph longer than a page', async () => {
    const long = '本机关认为，该决定认定事实不清。'.repeat(200);
    const blocks = [
      { type: 'heading', level: 1, text: '一、决定' } as const,
      { type: 'paragraph', text: long } as const,
    ];
    const { pages } = pagesOf(await toPdf(setPaper(sampleContent('Z01', { blocks }))));
    expect(pages).toBe(Math.ceil(long.length / 28 / 22) + ((long.length / 28) % 22 > 10 ? 1 : 0));
  });

  it('begins every addressee’s own text on a page of its own', async () => {
    const blocks = [{ type: 'paragraph', text: '内容' } as const];
    const copies = ['甲', '乙', '丙'].map((name) => ({ addressees: [name], blocks }));
    expect(pagesOf(await toPdf(setPaper(sampleContent('Z01', { copies })))).pages).toBe(3);
    expect(pagesOf(await toPdf(setPaper(sampleContent('Z03', { copies })))).pages).toBe(3);
  });

  it('shows characters rare in names', async () => {
    const rare = await toPdf(setPaper(sampleContent('Z01', { addressees: ['珺玥燚翀喆堃赟旻昇祎〇㛃䶮囍'] })));
    expect(rare.toString('latin1')).toMatch(/NotoSerifSC/);
  });
});

// Both engines must be right where both are there; what a machine does not have it does not use.
describe.each(soffice === undefined ? [] : [soffice])('LibreOffice of this machine', (path) => {
  it('makes the PDF of the .docx, three at a time', async () => {
    const made = await Promise.all(
      ['Z01', 'Z02', 'Z03'].map(async (code) => {
        const docx = await toDocx(setPaper(sampleContent(code)));
        return pagesOf(await convertWithLibreOffice(path, docx, 120_000));
      }),
    );
    expect(made).toEqual([1, 2, 1].map((pages) => ({ pages, size: '595x841' })));
  }, 120_000);
});
