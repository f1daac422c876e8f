import { notFound, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import type { ParticipantRow } from './participants.js';
import type { ProcedureCode } from './procedure.js';

/** What procedures ask of the dispute their case is about. */
export interface DisputeFacts {
  id: Id;
  receivedOn: CalendarDate;
  channel: string;
  matterCode: string;
  tags: string[];
  amount: string | null;
  respondentOrganId: Id | null;
  actOn: CalendarDate | null;
  actKnownOn: CalendarDate | null;
  parties: { id: Id; role: string; kind: string; isRepresentative: boolean; actsForId: Id | null }[];
  cases: { id: Id; procedure: ProcedureCode; state: string; open: boolean }[];
  /** Of the dispute and all its cases, past ones too. */
  participants: ParticipantRow[];
  /** Persons shut out of the dispute. */
  excludedIds: Id[];
}

/** @throws DomainError cases.dispute.not-found */
export async function disputeFacts(tx: Tx, id: Id): Promise<DisputeFacts> {
  const [[dispute], parties, cases, participants] = await Promise.all([
    sql<Omit<DisputeFacts, 'parties' | 'cases' | 'participants'>>(tx, DISPUTE, [id]),
    sql<DisputeFacts['parties'][number]>(tx, PARTIES, [id]),
    sql<DisputeFacts['cases'][number]>(tx, CASES, [id]),
    sql<ParticipantRow>(tx, PARTICIPANTS, [id]),
  ]);
  if (!dispute) throw notFound('cases.dispute');
  return { ...dispute, parties, cases, participants };
}

const DISPUTE = `SELECT id, received_on AS "receivedOn", channel, matter_code AS "matterCode", tags, amount,
  respondent_organ_id AS "respondentOrganId", act_on AS "actOn", act_known_on AS "actKnownOn",
  ARRAY(SELECT x.person_id FROM cases.exclusion x WHERE x.dispute_id = d.id) AS "excludedIds"
  FROM cases.dispute d WHERE id = $1`;
const PARTIES = `SELECT id, role, kind, is_representative AS "isRepresentative", acts_for_id AS "actsForId"
  FROM cases.party WHERE dispute_id = $1 ORDER BY sort_order`;
const CASES = `SELECT id, procedure, state, open FROM cases.case_file WHERE dispute_id = $1 ORDER BY id`;
const PARTICIPANTS = `SELECT id, dispute_id AS "disputeId", case_id AS "caseId", role, person_id AS "personId",
  organ_id AS "organId", since, until, reason FROM cases.participant WHERE dispute_id = $1 ORDER BY id`;
