import { prefilled, type Prefill } from '@app/cases';
import type { Addressee } from '@app/documents';
import { ownershipPaper } from '../catalogue.js';
import type { OwnershipCase } from './ownership-case.js';
import { valuesOf } from './values.js';

/** What the case says of a paper about it: letters go to the responsible unit. @throws Error if there is no such kind */
export function prefill(kindCode: string, of: OwnershipCase): Prefill {
  const kind = ownershipPaper(kindCode);
  const { data, addressees } = prefilled(kind, of, valuesOf(kindCode, of));
  const unit: Addressee = { role: 'OTHER_ORGAN', name: of.unit.name, organId: of.unit.id };
  return { data, addressees: kind.addressees.includes('OTHER_ORGAN') ? [...addressees, unit] : addressees };
}
