import { prefilled, type Prefill } from '@app/cases';
import type { Addressee } from '@app/documents';
import { mediationPaper } from '../catalogue.js';
import type { MediationCase } from './mediation-case.js';
import { valuesOf } from './values.js';

/** What the case says of a paper about it. @throws Error if there is no such kind */
export function prefill(kindCode: string, of: MediationCase): Prefill {
  const { data, addressees } = prefilled(mediationPaper(kindCode), of, valuesOf(kindCode, of));
  return { data, addressees: [...addressees, ...(kindCode === 'M12' ? toCommittee(of) : [])] };
}

const toCommittee = ({ committee }: MediationCase): Addressee[] =>
  committee === null ? [] : [{ role: 'OTHER_ORGAN', name: committee.name, organId: committee.id }];
