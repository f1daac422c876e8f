import { countPages, textOfPages } from '../../../documents/testing/pdf-reader.js';
import { convertTogether, docxOf, findSoffice, pdfOf } from '../../../documents/testing/renditions.js';
import { exampleContent } from '../../testing/example-content.js';
import { RECONSIDERATION_PAPERS } from './catalogue.js';

const CONVERSION_MS = 120_000;
const PAPERS = RECONSIDERATION_PAPERS.map((kind) => ({ code: kind.code, content: exampleContent(kind) }));
/** What takes the example two pages; the decisions on the merits take it three. Every other kind fits on one. */
const TWO_PAGES = [
  'R01 R02 R04 R05 R06-TRACK R07 R08 R10 R11 R12 R18 R21 R23 R25 R28 R30-APPRAISAL R30-FILE-ACCESS R30-INSPECTION',
  'R30-INVESTIGATION R30-RIGHTS R31-DISCUSSION R31-REPORT',
].flatMap((codes) => codes.split(' '));
const mostPages = (code: string): number => (code.startsWith('R22-') ? 3 : TWO_PAGES.includes(code) ? 2 : 1);

type Engine = () => Promise<Buffer[]>;
const allDocx = (): Promise<Buffer[]> => Promise.all(PAPERS.map(({ content }) => docxOf(content)));
const soffice = findSoffice();
// Both engines must be right where both are there; what a machine does not have it does not use.
const engines: [name: string, engine: Engine][] = [
  ['pdfmake', () => Promise.all(PAPERS.map(({ content }) => pdfOf(content)))],
  ...(soffice === undefined
    ? []
    : [['LibreOffice', async () => convertTogether(soffice, await allDocx(), CONVERSION_MS)] as [string, Engine]]),
];

describe.each(engines)('the PDFs made by %s', (_name, engine) => {
  let pdfs: Buffer[];
  beforeAll(async () => {
    pdfs = await engine();
  }, CONVERSION_MS);

  it('have a page at least, and no more than their kind needs', async () => {
    const pages = await Promise.all(pdfs.map(countPages));
    expect(pages.length).toBe(RECONSIDERATION_PAPERS.length);
    const most = PAPERS.map(({ code }) => mostPages(code));
    const unlike = PAPERS.map(({ code }, at) => [code, pages[at]!, most[at]!] as const);
    expect(unlike.filter(([, count, limit]) => count < 1 || count > limit)).toEqual([]);
  });

  it('say title, number, organ and remedy, and no page is blank', async () => {
    for (const [at, { code, content }] of PAPERS.entries()) {
      const pages = await textOfPages(pdfs[at]!);
      if (pages === undefined) return;
      expect(pages).toHaveLength(await countPages(pdfs[at]!));
      const words = pages.join('');
      const said = [content.title, content.number, content.issuer, content.relief].filter((each) => each);
      expect([code, said.filter((each) => !words.includes(each!))]).toEqual([code, []]);
      // A page number alone is no page.
      expect([code, pages.filter((page) => page.replace(/^—\d+—|—\d+—$/gu, '').length < 5)]).toEqual([code, []]);
    }
  });
});
