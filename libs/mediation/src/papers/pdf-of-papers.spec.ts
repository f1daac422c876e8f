import { describePdfs } from '../../../documents/testing/pdf-suite.js';
import { exampleContent } from '../../testing/paper-examples.js';
import { MEDIATION_PAPERS } from './catalogue.js';

/** What takes the example two pages, and three. Every other kind fits on one. */
const TWO_PAGES = [
  'M01 M02 M03 M05 M07 M08 M08-SOURCE M09 M10 M12 M13 M16 M19 M19-CHANGE M21 M23 M26 M30 M31 M32 M33 M34',
].flatMap((codes) => codes.split(' '));
const mostPages = (code: string): number => (['M20', 'M25'].includes(code) ? 3 : TWO_PAGES.includes(code) ? 2 : 1);

describePdfs(MEDIATION_PAPERS.map(exampleContent), mostPages);
