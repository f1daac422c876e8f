import { fitting, pronounOf, type Addressee, type AddresseeRole, type DocumentKind } from '@app/documents';
import type { PaperMatter, PaperParty } from './matter.js';
import type { Values } from './steps-of-case.js';
import { partiesOf } from './words-of-case.js';
import type { Prefill } from '../prefills.js';

/**
 * What a paper about a case begins with: of the values those that are its fields and have their form, and the addressees
 * the case knows (of organs above it, other organs and courts it knows none). What is not said is not there.
 */
export function prefilled(kind: DocumentKind, of: PaperMatter, values: Values): Prefill {
  const pronoun = pronounOf(addressedParties(kind, of));
  return { data: fitting(kind, { ...values, pronoun }), addressees: addressees(kind, of) };
}

const addressedParties = (kind: DocumentKind, of: PaperMatter): PaperParty[] =>
  (['APPLICANT', 'THIRD_PARTY'] as const)
    .filter((role) => kind.addressees.includes(role))
    .flatMap((role) => partiesOf(of, role));

/** In the order of the law: applicants, the respondent, third parties. */
function addressees(kind: DocumentKind, of: PaperMatter): Addressee[] {
  const to = (party: PaperParty): Addressee => ({
    role: party.role as AddresseeRole,
    name: party.name,
    partyId: party.id,
    ...(kind.personal ? { data: { pronoun: pronounOf([party]) } } : {}),
  });
  const parties = addressedParties(kind, of).map(to);
  const respondent: Addressee[] =
    of.respondent && kind.addressees.includes('RESPONDENT')
      ? [{ role: 'RESPONDENT', name: of.respondent.name, organId: of.respondent.id }]
      : [];
  return [
    ...parties.filter((each) => each.role === 'APPLICANT'),
    ...respondent,
    ...parties.filter((each) => each.role === 'THIRD_PARTY'),
  ];
}
