import { describePdfs } from '../../../documents/testing/pdf-suite.js';
import { exampleContent } from '../../testing/paper-examples.js';
import { OWNERSHIP_PAPERS } from './catalogue.js';

/** What takes the example two pages. Every other kind fits on one. */
const TWO_PAGES = ['C02', 'C03', 'C05', 'C11', 'C12', 'C15', 'C16', 'C17', 'C19'];

describePdfs(OWNERSHIP_PAPERS.map(exampleContent), (code) => (TWO_PAGES.includes(code) ? 2 : 1));
