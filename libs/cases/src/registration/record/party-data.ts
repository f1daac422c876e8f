import { DomainError, newId, type CalendarDate, type Id } from '@app/kernel';
import { at, type Finding } from '../domain/finding.js';
import { checkIdNumber, type IdType } from '../domain/id-numbers.js';
import { normaliseLine, normaliseName, normaliseNumber, normalisePhone } from '../domain/normalise.js';
import type { PartyFacts, PartyKind, PartyRole } from '../domain/party-rules.js';
import { checkPhone } from '../domain/phones.js';
import type { PartyRequest } from '../requests/party.dto.js';

/** A party as worked with: normalised, its ID number in clear. It is encrypted when written. */
export interface PartyData {
  id: Id;
  role: PartyRole;
  kind: PartyKind;
  name: string;
  idType: IdType | null;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
  legalRepresentative: string | null;
  isRepresentative: boolean;
  actsForId: Id | null;
  authority: string | null;
}

/**
 * The parties as entered. One with an `id` is one of `existing`, and keeps its ID number if none is entered.
 * @throws DomainError cases.unknown-party if an `id` is not among `existing`, or is there twice
 */
export function enteredParties(requests: readonly PartyRequest[], existing: readonly PartyData[] = []): PartyData[] {
  const left = new Map(existing.map((p) => [p.id, p]));
  const parties = requests.map((request, i) => {
    const known = request.id === undefined ? undefined : left.get(request.id);
    if (request.id !== undefined && known === undefined) throw unknownParty(i);
    if (known) left.delete(known.id);
    return enteredParty(request, known);
  });
  requests.forEach((request, i) => {
    parties[i]!.actsForId = request.actsFor == null ? null : (parties[request.actsFor]?.id ?? null);
  });
  return parties;
}

function enteredParty(request: PartyRequest, known: PartyData | undefined): PartyData {
  const organisation = request.kind === 'ORGANISATION';
  const keepsNumber = request.idNumber === undefined && known !== undefined;
  const idNumber = keepsNumber ? known.idNumber : filled(normaliseNumber(request.idNumber ?? ''));
  const idType = request.idType ?? (keepsNumber ? known.idType : null) ?? (organisation ? 'USCC' : 'ID_CARD');
  return {
    id: known?.id ?? newId(),
    role: request.role,
    kind: request.kind,
    name: normaliseName(request.name),
    idType: idNumber === null ? null : idType,
    idNumber,
    phone: filled(normalisePhone(request.phone ?? '')),
    address: filled(normaliseLine(request.address ?? '')),
    legalRepresentative: filled(normaliseName(request.legalRepresentative ?? '')),
    isRepresentative: request.isRepresentative ?? false,
    actsForId: null,
    authority: request.authority ?? null,
  };
}

const filled = (text: string): string | null => (text === '' ? null : text);

function unknownParty(i: number): DomainError {
  const pointer = `#/parties/${i}/id`;
  return new DomainError('cases.unknown-party', {
    kind: 'invalid',
    detail: '当事人编号不属于该争议，或者重复。',
    errors: [{ pointer, code: 'unknownParty', detail: '当事人编号不属于该争议，或者重复' }],
  });
}

/** What the rules on parties look at. */
export function partyFacts(parties: readonly PartyData[]): PartyFacts[] {
  const position = new Map(parties.map((p, i) => [p.id, i]));
  return parties.map((p) => ({
    ...p,
    hasIdNumber: p.idNumber !== null,
    idKey: p.idNumber === null ? null : `${p.idType}|${p.idNumber}`,
    actsFor: p.actsForId === null ? null : (position.get(p.actsForId) ?? null),
  }));
}

/** What is wrong with single values of parties. */
export function checkPartyValues(parties: readonly PartyData[], today: CalendarDate): Finding[] {
  return parties.flatMap((party, i) => [
    ...(party.name === ''
      ? [
          {
            severity: 'error' as const,
            pointer: `#/parties/${i}/name`,
            code: 'required',
            detail: '请填写姓名或者名称',
          },
        ]
      : []),
    ...(party.idNumber === null || party.idType === null
      ? []
      : at(`#/parties/${i}/idNumber`, checkIdNumber(party.idType, party.idNumber, today))),
    ...(party.phone === null ? [] : at(`#/parties/${i}/phone`, checkPhone(party.phone))),
  ]);
}
