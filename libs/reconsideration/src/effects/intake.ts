import { setHandler } from '@app/cases';
import { newId, type CalendarDate, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import { servedOn, type ServiceRecord } from '@app/service-of-process';
import { firstApplicantOf, partiesOf } from '../domain/facts.js';
import type {
  AssignReviewerInput,
  NotifyCorrectionInput,
  ReceiveCorrectionInput,
  ReceiveInput,
  ServeRefusalInput,
} from '../domain/intake/inputs.js';
import { deemedAcceptedOn } from '../domain/intake/steps.js';
import { set, type Context, type EffectServices, type EffectTable } from './rows.js';
import { idsOf, plan, serve } from './services.js';

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

async function notifyCorrection(
  tx: Tx,
  context: Context<NotifyCorrectionInput>,
  services: EffectServices,
): Promise<void> {
  const { facts, input, today } = context;
  const id = newId();
  send(
    tx,
    'INSERT INTO reconsideration.correction_notice (id, case_id, kind, items, sent_on) VALUES ($1, $2, $3, $4, $5)',
    [id, facts.caseId, input.kind, input.items, today],
  );
  await plan(tx, context, services, 'CORRECTION_NOTICE', firstApplicantOf(facts), id);
}

async function serveCorrection(tx: Tx, context: Context<ServiceRecord>, services: EffectServices): Promise<void> {
  const [notice] = await sql<{ id: Id }>(
    tx,
    `UPDATE reconsideration.correction_notice SET served_on = $2 WHERE case_id = $1 AND served_on IS NULL RETURNING id`,
    [context.facts.caseId, servedOn(context.input)],
  );
  await serve(tx, context, services, 'CORRECTION_NOTICE', firstApplicantOf(context.facts)!, notice!.id);
}

/** An election of representatives that came with the correction counts; one that was there before stays. */
function receiveCorrection(tx: Tx, context: Context<ReceiveCorrectionInput>): void {
  if (context.input.electionSigned) set(tx, context, { election_signed: true });
}

function accept(tx: Tx, context: Context, on: CalendarDate, deemed: boolean): void {
  set(tx, context, { accepted_on: on, deemed });
}

function serveRefusal(tx: Tx, context: Context<ServeRefusalInput>, services: EffectServices): Promise<void> {
  return serve(tx, context, services, 'REFUSAL', context.input.recipientId);
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
  refuse: (tx, c, services) => plan(tx, c, services, 'REFUSAL', idsOf(partiesOf((c as Context).facts, 'APPLICANT'))),
  'serve-refusal': serveRefusal,
};
