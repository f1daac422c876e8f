import { describePdfs } from '../../../documents/testing/pdf-suite.js';
import { exampleContent } from '../../testing/example-content.js';
import { RECONSIDERATION_PAPERS } from './catalogue.js';

/** What takes the example two pages; the decisions on the merits take it three. Every other kind fits on one. */
const TWO_PAGES = [
  'R01 R02 R04 R05 R06-TRACK R07 R08 R10 R11 R12 R18 R21 R23 R25 R28 R30-APPRAISAL R30-FILE-ACCESS R30-INSPECTION',
  'R30-INVESTIGATION R30-RIGHTS R31-DISCUSSION R31-REPORT',
].flatMap((codes) => codes.split(' '));
const mostPages = (code: string): number => (code.startsWith('R22-') ? 3 : TWO_PAGES.includes(code) ? 2 : 1);

describePdfs(RECONSIDERATION_PAPERS.map(exampleContent), mostPages);
