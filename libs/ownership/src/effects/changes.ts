import type { NewParticipant } from '@app/cases';
import { addDays, newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import { namesAfter } from '../domain/changes/guards.js';
import type {
  ChangeOwnersInput,
  ExtendResolutionInput,
  RefuseExtensionInput,
  RequestExtensionInput,
} from '../domain/changes/inputs.js';
import { liftMarks } from './marks.js';
import type { Context, EffectServices, EffectTable } from './rows.js';

function request(tx: Tx, { facts, input, actor, today }: Context<RequestExtensionInput>): void {
  send(
    tx,
    `INSERT INTO ownership.extension (id, case_id, state, days, reason, asked_on, asked_by)
     VALUES ($1, $2, 'ASKED', $3, $4, $5, $6)`,
    [newId(), facts.caseId, input.days, input.reason, today, actor.personId],
  );
}

/** More time, asked for or not; the light that said time was short goes out, and the list gets an entry. */
async function extend(tx: Tx, context: Context<ExtendResolutionInput>, { lists }: EffectServices): Promise<void> {
  const { facts, input, actor, today } = context;
  const decided = [facts.caseId, input.days, input.reason, today, actor.personId];
  if (facts.extensionAsked) {
    send(
      tx,
      `UPDATE ownership.extension SET state = 'GRANTED', days = $2, opinion = $3, decided_on = $4, decided_by = $5
       WHERE case_id = $1 AND state = 'ASKED'`,
      decided,
    );
  } else {
    send(
      tx,
      `INSERT INTO ownership.extension (id, case_id, state, days, reason, decided_on, decided_by)
       VALUES ($6, $1, 'GRANTED', $2, $3, $4, $5)`,
      [...decided, newId()],
    );
  }
  send(tx, 'UPDATE ownership.ownership SET resolve_by = $2, extended_on = $3 WHERE case_id = $1', [
    facts.caseId,
    addDays(facts.resolveBy!, input.days),
    today,
  ]);
  liftMarks(tx, context, '已批准延期', ['RED'], 'RESOLVE_NEAR:');
  await lists.amend(tx, { actor, caseId: facts.caseId, today, kind: 'EXTENDED', reason: input.reason });
}

function refuse(tx: Tx, { facts, input, actor, today }: Context<RefuseExtensionInput>): void {
  send(
    tx,
    `UPDATE ownership.extension SET state = 'REFUSED', opinion = $2, decided_on = $3, decided_by = $4
     WHERE case_id = $1 AND state = 'ASKED'`,
    [facts.caseId, input.opinion, today, actor.personId],
  );
}

/** Participants, and with them access, move on the day of the change; the clocks go on. */
async function changeOwners(tx: Tx, context: Context<ChangeOwnersInput>, services: EffectServices): Promise<void> {
  const { facts, input, actor, today } = context;
  const before = { leaderId: facts.leaderId!, unitId: facts.unitId!, unitLeaderId: facts.unitLeaderId! };
  const after = namesAfter(facts, input) as typeof before;
  send(
    tx,
    `INSERT INTO ownership.hand_over (id, case_id, before, after, reason, note, changed_on, changed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newId(),
      facts.caseId,
      JSON.stringify(before),
      JSON.stringify(after),
      input.reason,
      input.handOverNote,
      today,
      actor.personId,
    ],
  );
  const signAgain = facts.state === 'LISTED';
  send(
    tx,
    `UPDATE ownership.ownership SET leader_id = $2, unit_id = $3, unit_leader_id = $4,
       leader_acknowledged_on = CASE WHEN $5 THEN NULL ELSE leader_acknowledged_on END,
       unit_acknowledged_on = CASE WHEN $6 THEN NULL ELSE unit_acknowledged_on END WHERE case_id = $1`,
    [
      facts.caseId,
      after.leaderId,
      after.unitId,
      after.unitLeaderId,
      signAgain && after.leaderId !== before.leaderId,
      signAgain && after.unitId !== before.unitId,
    ],
  );
  await moveParticipants(tx, context, { before, after }, services);
  await services.lists.amend(tx, { actor, caseId: facts.caseId, today, kind: 'CHANGED', reason: input.reason });
}

interface Names {
  leaderId: string;
  unitId: string;
  unitLeaderId: string;
}

async function moveParticipants(
  tx: Tx,
  { facts, today }: Context<ChangeOwnersInput>,
  { before, after }: { before: Names; after: Names },
  { participants }: EffectServices,
): Promise<void> {
  const here = { disputeId: facts.disputeId, caseId: facts.caseId };
  const places = [
    ['case_leader', 'personId', before.leaderId, after.leaderId],
    ['unit_leader', 'personId', before.unitLeaderId, after.unitLeaderId],
    ['dept_liaison', 'organId', before.unitId, after.unitId],
  ] as const;
  const added: NewParticipant[] = [];
  for (const [role, field, from, to] of places) {
    if (from === to) continue;
    if (field === 'personId') await participants.mustBeAdmissible(tx, facts.disputeId, to);
    await participants.end(tx, { ...here, role, [field]: from }, today, '变更包案领导或者责任单位');
    added.push({ ...here, role, [field]: to, since: today, reason: '变更包案领导或者责任单位' });
  }
  participants.add(tx, added);
}

export const CHANGE_EFFECTS: EffectTable = {
  'request-extension': request,
  extend,
  'refuse-extension': refuse,
  'change-owners': changeOwners,
};
