import type { Id } from '@app/kernel';
import type { ClockLine } from '../../engine/cases.dto.js';
import { CHANNELS, codeName, FIELDS, MATTERS } from '../domain/codes.js';
import type { Finding } from '../domain/finding.js';
import { ID_TYPES } from '../domain/id-numbers.js';
import { maskPhone } from '../domain/masking.js';
import type { DisputeRow, PartyRow } from '../record/rows.js';
import type { DisputeCaseView, DisputeLinkView, DisputeView, PartyView } from './dispute.views.js';

/** Everything a view is made of. */
export interface DisputeParts {
  row: DisputeRow;
  parties: readonly PartyRow[];
  clocks: ClockLine[];
  cases: DisputeCaseView[];
  links: DisputeLinkView[];
  notices: readonly Finding[];
  /** Names of organs and persons by id. */
  names: ReadonlyMap<Id, string>;
}

export function toDisputeView({ row, parties, clocks, cases, links, notices, names }: DisputeParts): DisputeView {
  const { createdBy: _, ...record } = row;
  const name = (id: Id | null): string | null => (id === null ? null : (names.get(id) ?? ''));
  return {
    ...record,
    channelName: codeName(CHANNELS, row.channel),
    fieldName: codeName(FIELDS, row.fieldCode),
    matterName: codeName(MATTERS, row.matterCode),
    sourceOrganName: name(row.sourceOrganId),
    respondentOrganName: name(row.respondentOrganId),
    organName: name(row.organId) ?? '',
    handlerName: name(row.handlerId),
    parties: parties.map(toPartyView),
    clocks,
    cases,
    links,
    warnings: notices.map((n) => ({ ...n })),
  };
}

function toPartyView(party: PartyRow): PartyView {
  const { idMasked, phone, ...shown } = party;
  return {
    ...shown,
    idTypeName: party.idType === null ? null : ID_TYPES[party.idType],
    idNumberMasked: idMasked,
    phoneMasked: phone === null ? null : maskPhone(phone),
  };
}

/** Ids whose names a view needs. */
export function namesNeeded(row: DisputeRow): Id[] {
  const ids = [row.organId, row.respondentOrganId, row.sourceOrganId, row.handlerId];
  return ids.filter((id): id is Id => id !== null);
}
