import { sql, type Tx } from '@app/platform';
import type { Id } from '@app/kernel';
import type { PaperCase } from './paper-case.js';

/** The latest row of a table of the trial, as the step that wrote it recorded it. */
const latest = (step: string, table: string, columns: string, where = ''): string =>
  `'${step}', (SELECT jsonb_build_object(${columns}) FROM reconsideration.${table}
    WHERE case_id = $1 ${where} ORDER BY id DESC LIMIT 1)`;

/** The cases that are tried with this one, which leads. */
const JOINED = `'join-cases', (SELECT jsonb_build_object('numbers', jsonb_agg(f.number ORDER BY f.number), 'reason', max(j.reason))
    FROM reconsideration.joinder j JOIN cases.case_file f ON f.id = j.case_id
    WHERE j.lead_case_id = $1 AND j.separated_on IS NULL HAVING count(*) > 0)`;

/** What is still to be performed. */
const UNPERFORMED = `'follow-up', (SELECT jsonb_build_object('open', jsonb_agg(content ORDER BY id))
    FROM reconsideration.performance_item WHERE case_id = $1 AND state NOT IN ('DONE', 'NOT_NEEDED') HAVING count(*) > 0)`;

const STEPS = `SELECT jsonb_strip_nulls(jsonb_build_object(${[
  latest('decide-third-party', 'third_party', `'interest', interest`),
  latest('ask-recusal', 'recusal', `'explanation', explanation`),
  latest('decide-recusal', 'recusal', `'outcome', outcome, 'reason', reason`, 'AND outcome IS NOT NULL'),
  latest('schedule-hearing', 'hearing', `'on', on_day, 'time', time, 'place', place, 'matters', matters`),
  latest('cancel-hearing', 'hearing', `'reason', note`, `AND state = 'CANCELLED'`),
  latest('hold-hearing', 'hearing', `'transcript', transcript`, `AND state = 'HELD'`),
  latest('consult-committee', 'consultation', `'ground', ground, 'question', question`),
  latest('receive-committee-opinion', 'consultation', `'givenOn', given_on, 'opinion', opinion`),
  latest('stay-execution', 'stay', `'ground', ground, 'reason', reason, 'recordedOn', decided_on`),
  latest('lift-stay', 'stay', `'reason', lift_reason, 'recordedOn', lifted_on`),
  latest('request-uplift', 'uplift', `'ground', ground, 'reason', reason`),
  latest(
    'transfer-up',
    'uplift',
    `'superior', superior, 'documentNo', document_no, 'receivedOn', answered_on`,
    `AND outcome = 'TAKEN'`,
  ),
  latest('send-files-up', 'uplift', `'sentOn', files_sent_on`),
  latest(
    'suspend-for-review',
    'norm_review',
    `'title', title, 'clause', clause, 'maker', maker, 'basis', basis, 'reason', reason, 'recordedOn', suspended_on`,
  ),
  latest('conclude-norm-review', 'norm_review', `'outcome', outcome, 'reason', conclusion`),
  latest('file-withdrawal', 'withdrawal', `'receivedOn', received_on, 'reason', reason`),
  latest('dismiss', 'ending', `'ground', ground, 'reason', reason`, `AND kind = 'DISMISSED' AND revoked_on IS NULL`),
  latest('terminate', 'ending', `'ground', ground, 'reason', reason`, `AND kind = 'TERMINATED' AND revoked_on IS NULL`),
  latest('conclude-mediation', 'mediation_statement', `'terms', terms`),
  JOINED,
  UNPERFORMED,
].join(',\n  ')})) AS steps`;

/** What the steps of the trial, and of supervision, recorded in rows of their own, by the steps' names. */
export async function trialSteps(tx: Tx, caseId: Id): Promise<PaperCase['steps']> {
  const [row] = await sql<{ steps: PaperCase['steps'] }>(tx, STEPS, [caseId]);
  return row?.steps ?? {};
}
