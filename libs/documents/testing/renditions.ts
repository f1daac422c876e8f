import { toDocx } from '../src/rendering/docx.js';
import { setPaper } from '../src/rendering/page.js';
import { toPdf } from '../src/rendering/pdfmake.js';
import type { PaperContent } from '../src/domain/paper-content.js';

export { composePaper, type PaperContent } from '../src/domain/paper-content.js';
export { convertTogether, findSoffice } from '../src/rendering/libreoffice.js';

/** The .docx of a paper, by the built-in layout. */
export const docxOf = (content: PaperContent): Promise<Buffer> => toDocx(setPaper(content));

/** Its PDF where there is no LibreOffice. */
export const pdfOf = (content: PaperContent): Promise<Buffer> => toPdf(setPaper(content));
