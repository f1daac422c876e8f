import { missingFields, type AddresseeRole, type DocumentData, type DocumentKind } from '@app/documents';
import type { Id } from '@app/kernel';
import { reconsiderationPaper } from '../catalogue.js';
import type { PaperCase, PaperParty } from './paper-case.js';
import { ofCase, ofKind } from './values.js';
import { partiesOf, pronounOf } from './words-of-case.js';

/** Whom a draft goes to. `data` is laid over the paper's, where each addressee gets a text of his own. */
export interface PaperAddressee {
  readonly role: AddresseeRole;
  readonly name: string;
  readonly partyId?: Id;
  readonly organId?: Id;
  readonly data?: DocumentData;
}

export interface Prefilled {
  readonly data: DocumentData;
  readonly addressees: PaperAddressee[];
}

/**
 * What the case says of a paper about it: data for the fields of the kind, and the addressees the case knows (of organs
 * above it, other organs and courts it knows none). What it does not say is not there.
 * @throws Error if there is no such kind
 */
export function prefill(kindCode: string, of: PaperCase): Prefilled {
  const kind = reconsiderationPaper(kindCode);
  const parties = addressedParties(kind, of);
  const values: DocumentData = { ...ofCase(of), ...ofKind(kindCode, of), pronoun: pronounOf(parties) };
  return { data: fitting(kind, values), addressees: addressees(kind, of) };
}

/** The values of the kind's fields that have the field's form. What a step recorded otherwise is left to the drafter. */
function fitting(kind: DocumentKind, values: DocumentData): DocumentData {
  const fields = kind.fields.filter(
    (field) => missingFields({ fields: [{ ...field, required: true }] }, values).length === 0,
  );
  return Object.fromEntries(fields.map(({ name }) => [name, values[name]]));
}

const addressedParties = (kind: DocumentKind, of: PaperCase): PaperParty[] =>
  (['APPLICANT', 'THIRD_PARTY'] as const)
    .filter((role) => kind.addressees.includes(role))
    .flatMap((role) => partiesOf(of, role));

/** In the order of the law: applicants, the respondent, third parties. */
function addressees(kind: DocumentKind, of: PaperCase): PaperAddressee[] {
  const to = (party: PaperParty): PaperAddressee => ({
    role: party.role as AddresseeRole,
    name: party.name,
    partyId: party.id,
    ...(kind.personal ? { data: { pronoun: pronounOf([party]) } } : {}),
  });
  const parties = addressedParties(kind, of).map(to);
  const respondent: PaperAddressee[] =
    of.respondent && kind.addressees.includes('RESPONDENT')
      ? [{ role: 'RESPONDENT', name: of.respondent.name, organId: of.respondent.id }]
      : [];
  return [
    ...parties.filter((each) => each.role === 'APPLICANT'),
    ...respondent,
    ...parties.filter((each) => each.role === 'THIRD_PARTY'),
  ];
}
