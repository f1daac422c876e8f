import { countPages, textOfPages } from './pdf-reader.js';
import { convertTogether, docxOf, findSoffice, pdfOf, type PaperContent } from './renditions.js';

const CONVERSION_MS = 120_000;

type Engine = (papers: readonly PaperContent[]) => Promise<Buffer[]>;
const soffice = findSoffice();
// Both engines must be right where both are there; what a machine does not have it does not use.
const engines: [name: string, engine: Engine][] = [
  ['pdfmake', (papers) => Promise.all(papers.map(pdfOf))],
  ...(soffice === undefined
    ? []
    : [
        [
          'LibreOffice',
          async (papers) => convertTogether(soffice, await Promise.all(papers.map(docxOf)), CONVERSION_MS),
        ] as [string, Engine],
      ]),
];

/**
 * What holds of the PDFs of a catalogue.
 * @param mostPages what a kind's example takes at most
 */
export function describePdfs(papers: readonly PaperContent[], mostPages: (code: string) => number): void {
  describe.each(engines)('the PDFs made by %s', (_name, engine) => {
    let pdfs: Buffer[];
    beforeAll(async () => {
      pdfs = await engine(papers);
    }, CONVERSION_MS);

    it('have a page at least, and no more than their kind needs', async () => {
      const pages = await Promise.all(pdfs.map(countPages));
      expect(pages.length).toBe(papers.length);
      const unlike = papers.map(({ kind }, at) => [kind, pages[at]!, mostPages(kind)] as const);
      expect(unlike.filter(([, count, limit]) => count < 1 || count > limit)).toEqual([]);
    });

    it('say title, number, organ and remedy, and no page is blank', async () => {
      for (const [at, { kind, ...content }] of papers.entries()) {
        const pages = await textOfPages(pdfs[at]!);
        if (pages === undefined) return;
        expect(pages).toHaveLength(await countPages(pdfs[at]!));
        const words = pages.join('');
        const issuer = ['FORM', 'RECORD', 'LIST'].includes(content.layout) ? null : content.issuer;
        const said = [content.title, content.number, issuer, content.relief].filter((each) => each);
        expect([kind, said.filter((each) => !words.includes(each!))]).toEqual([kind, []]);
        // A page number alone is no page.
        expect([kind, pages.filter((page) => page.replace(/^—\d+—|—\d+—$/gu, '').length < 5)]).toEqual([kind, []]);
      }
    });
  });
}
