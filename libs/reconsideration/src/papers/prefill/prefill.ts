import { prefilled, type Prefill } from '@app/cases';
import { reconsiderationPaper } from '../catalogue.js';
import type { PaperCase } from './paper-case.js';
import { ofCase, ofKind } from './values.js';

/** What the case says of a paper about it. @throws Error if there is no such kind */
export const prefill = (kindCode: string, of: PaperCase): Prefill =>
  prefilled(reconsiderationPaper(kindCode), of, { ...ofCase(of), ...ofKind(kindCode, of) });
