import { setHandler } from '@app/cases';
import { newId, type CalendarDate } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type {
  AssignReviewerInput,
  NotifyCorrectionInput,
  ReceiveCorrectionInput,
  ReceiveInput,
  ServeRefusalInput,
} from '../domain/intake/inputs.js';
import { deemedAcceptedOn } from '../domain/intake/steps.js';
import { servedOn, type ServiceRecord } from '../domain/service.js';
import { set, type Context, type EffectServices, type EffectTable } from './rows.js';
import { insertService } from './services.js';

function receive(tx: Tx, { facts, input }: Context<ReceiveInput>): void {
  send(
    tx,
    `INSERT INTO reconsideration.application (case_id, method, received_on, filed_on, election_signed, prior_ground)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      facts.caseId,
      input.method,
      input.receivedOn,
      input.postmarkedOn ?? input.handedToOrganOn ?? input.receivedOn,
      input.electionSigned ?? false,
      input.priorGround ?? null,
    ],
  );
}

function assignReviewer(
  tx: Tx,
  { facts, input, today }: Context<AssignReviewerInput>,
  { participants }: EffectServices,
): void {
  const { disputeId, caseId } = facts;
  setHandler(tx, caseId, input.reviewerId);
  participants.add(tx, [{ disputeId, caseId, role: 'intake_officer', personId: input.reviewerId, since: today }]);
}

function notifyCorrection(tx: Tx, { facts, input, today }: Context<NotifyCorrectionInput>): void {
  send(
    tx,
    'INSERT INTO reconsideration.correction_notice (id, case_id, kind, items, sent_on) VALUES ($1, $2, $3, $4, $5)',
    [newId(), facts.caseId, input.kind, input.items, today],
  );
}

function serveCorrection(tx: Tx, { facts, input }: Context<ServiceRecord>): void {
  const applicant = facts.parties.find((p) => p.side === 'APPLICANT')!;
  send(
    tx,
    `WITH notice AS (
       UPDATE reconsideration.correction_notice SET served_on = $2 WHERE case_id = $1 AND served_on IS NULL RETURNING id)
     INSERT INTO reconsideration.service (id, case_id, document, subject_id, recipient_id, served_on, record)
     SELECT $3, $1, 'CORRECTION_NOTICE', notice.id, $4, $2, $5 FROM notice`,
    [facts.caseId, servedOn(input), newId(), applicant.partyId, JSON.stringify(input)],
  );
}

/** An election of representatives that came with the correction counts; one that was there before stays. */
function receiveCorrection(tx: Tx, context: Context<ReceiveCorrectionInput>): void {
  if (context.input.electionSigned) set(tx, context, { election_signed: true });
}

function accept(tx: Tx, context: Context, on: CalendarDate, deemed: boolean): void {
  set(tx, context, { accepted_on: on, deemed });
}

function serveRefusal(tx: Tx, { facts, input }: Context<ServeRefusalInput>): void {
  insertService(tx, facts.caseId, 'REFUSAL', input.recipientId, input);
}

/** RC-01 to RC-10. */
export const INTAKE_EFFECTS: EffectTable = {
  receive,
  'assign-reviewer': assignReviewer,
  'notify-correction': notifyCorrection,
  'serve-correction-notice': serveCorrection,
  'receive-correction': receiveCorrection,
  'accept-late-correction': receiveCorrection,
  accept: (tx, c) => accept(tx, c, c.today, false),
  'accept-deemed': (tx, c) => accept(tx, c, deemedAcceptedOn(c.facts, c), true),
  'serve-refusal': serveRefusal,
};
