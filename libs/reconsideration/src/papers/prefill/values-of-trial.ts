import { clockOf, dueOn, fromStep, itemsOfStep, recordedOn, step, timeOfStep, type Values } from '@app/cases';
import type { PaperCase } from './paper-case.js';
import { extension, stay, suspension, type ValuesOf } from './steps-of-case.js';

const hearing = (of: PaperCase): Values => ({
  time: timeOfStep(of, 'reschedule-hearing') ?? timeOfStep(of, 'schedule-hearing'),
  place: step(of, 'reschedule-hearing')['place'] ?? step(of, 'schedule-hearing')['place'],
  matters: itemsOfStep(of, 'schedule-hearing', 'matters'),
});

/** The document under review, as papers about it name it. */
const norm = (of: PaperCase): Values => {
  const { title, clause, maker, basis, reason } = step(of, 'suspend-for-review');
  return {
    normTitle: title,
    clauses: typeof clause === 'string' ? [clause] : [],
    maker,
    origin: basis,
    doubt: reason,
    suspendedFrom: recordedOn(of, 'suspend-for-review'),
  };
};

const officersAs =
  (field: string): ValuesOf =>
  (of) => ({ [field]: of.officers });

export const TRIAL_VALUES: Readonly<Record<string, ValuesOf>> = {
  R08: fromStep('decide-third-party', 'interest'),
  'R08-REFUSED': (of) => ({ reason: step(of, 'decide-third-party')['interest'] }),
  R09: officersAs('askers'),
  R10: hearing,
  'R10-CHANGE': (of) => ({
    formerTime: timeOfStep(of, 'schedule-hearing'),
    reason: step(of, 'reschedule-hearing')['reason'],
    time: timeOfStep(of, 'reschedule-hearing'),
    place: step(of, 'reschedule-hearing')['place'],
  }),
  'R10-CANCEL': (of) => ({ formerTime: hearing(of)['time'], reason: step(of, 'cancel-hearing')['reason'] }),
  R11: (of) => ({ ...hearing(of), transcript: step(of, 'hold-hearing')['transcript'] }),
  R12: (of) => ({
    heldOn: step(of, 'receive-committee-opinion')['givenOn'],
    ground: step(of, 'consult-committee')['ground'],
    questions: itemsOfStep(of, 'consult-committee', 'question'),
    opinions: itemsOfStep(of, 'receive-committee-opinion', 'opinion'),
  }),
  'R12-REQUEST': (of) => ({ questions: itemsOfStep(of, 'consult-committee', 'question') }),
  R13: stay,
  'R13-RESUMED': (of) => ({
    stayedFrom: recordedOn(of, 'stay-execution'),
    reason: step(of, 'lift-stay')['reason'],
    executedFrom: recordedOn(of, 'lift-stay'),
  }),
  R14: fromStep('convert-to-ordinary', 'reason'),
  R15: extension,
  R16: suspension,
  R17: (of) => ({
    explanation: step(of, 'resume')['explanation'],
    resumedOn: recordedOn(of, 'resume'),
    newDueOn: clockOf(of, 'RC_DECIDE')?.state === 'RUNNING' ? dueOn(of, 'RC_DECIDE') : undefined,
  }),
  R18: norm,
  R19: norm,
  R20: (of) => ({
    ...norm(of),
    result: step(of, 'conclude-norm-review')['outcome'],
    findings: step(of, 'conclude-norm-review')['reason'],
  }),
  'R30-EXPLANATION': officersAs('explainers'),
  'R30-JOINDER': (of) => ({ joined: step(of, 'join-cases')['numbers'], reason: step(of, 'join-cases')['reason'] }),
  'R30-INQUIRY': officersAs('askers'),
  'R30-INSPECTION-RECORD': officersAs('inspectors'),
  'R30-RECUSAL': (of) => ({
    reason: step(of, 'ask-recusal')['explanation'],
    outcome: step(of, 'decide-recusal')['outcome'],
    grounds: step(of, 'decide-recusal')['reason'],
  }),
  'R30-UPLIFT': (of) => ({
    upliftNotice: step(of, 'transfer-up')['documentNo'],
    noticedOn: step(of, 'transfer-up')['receivedOn'],
  }),
  'R30-UPLIFT-NOTICE': (of) => ({
    superior: step(of, 'transfer-up')['superior'],
    transferredOn: step(of, 'send-files-up')['sentOn'],
  }),
  'R30-UPLIFT-REQUEST': (of) => ({
    upliftGround: step(of, 'request-uplift')['ground'],
    reason: step(of, 'request-uplift')['reason'],
  }),
  'R31-EXTENSION': extension,
  'R31-STAY': stay,
  'R31-SUSPENSION': suspension,
  'R31-WORK-RECORD': officersAs('recorders'),
};
