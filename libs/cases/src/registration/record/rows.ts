import type { CalendarDate, Id } from '@app/kernel';
import type { DisputeStatus } from '../dispute.entity.js';
import type { IdType } from '../domain/id-numbers.js';
import type { PartyKind, PartyRole } from '../domain/party-rules.js';
import type { DisputeContent } from './content.js';

/** A row of cases.dispute. */
export interface DisputeRow extends DisputeContent {
  id: Id;
  number: string | null;
  status: DisputeStatus;
  version: number;
  registeredOn: CalendarDate | null;
  organId: Id;
  handlerId: Id | null;
  nextDueOn: CalendarDate | null;
  ledgerNo: string | null;
  createdBy: Id;
}

/** A row of cases.party, without the encrypted number. */
export interface PartyRow {
  id: Id;
  role: PartyRole;
  kind: PartyKind;
  name: string;
  idType: IdType | null;
  idMasked: string | null;
  phone: string | null;
  address: string | null;
  legalRepresentative: string | null;
  isRepresentative: boolean;
  actsForId: Id | null;
  authority: string | null;
}

/** Select list of a {@link DisputeRow}; the table is `d`. */
export const DISPUTE_COLUMNS = `d.id, d.number, d.status, d.version, d.channel, d.source_organ_id AS "sourceOrganId",
  d.received_on AS "receivedOn", d.registered_on AS "registeredOn", d.title, d.facts, d.claims,
  d.field_code AS "fieldCode", d.matter_code AS "matterCode", d.tags, d.amount::float8 AS amount,
  d.respondent_organ_id AS "respondentOrganId", d.act_name AS "actName", d.act_document_no AS "actDocumentNo",
  d.act_on AS "actOn", d.act_known_on AS "actKnownOn", d.rights_known_on AS "rightsKnownOn",
  d.concerns_real_estate AS "concernsRealEstate", d.organ_id AS "organId", d.handler_id AS "handlerId",
  d.next_due_on AS "nextDueOn", d.ledger_no AS "ledgerNo", d.created_by AS "createdBy"`;
