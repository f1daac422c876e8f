import type { RoleCode } from '@app/kernel';
import type { ReconsiderationState } from './states.js';

type Rows = Record<string, RoleCode[]>;

const WORKING: Rows = {
  'ask-recusal': ['case_handler', 'panel_member', 'dept_head', 'institution_head'],
  'decide-recusal': ['institution_head', 'authority_head'],
};
const STAY: Rows = { 'stay-execution': ['authority_head'], 'lift-stay': ['authority_head'] };
const WITHDRAWAL: Rows = {
  'file-withdrawal': ['case_handler', 'applicant'],
  'decide-withdrawal': ['institution_head'],
  terminate: ['authority_head'],
};
const ENDING: Rows = { 'conclude-mediation': ['authority_head'], dismiss: ['authority_head'] };
const SERVED: Rows = { 'serve-ending': ['case_handler', 'intake_officer', 'system'] };
const SUPERIOR: Rows = { 'decline-uplift': ['institution_head', 'case_handler'], 'transfer-up': ['institution_head'] };

/** Who may do what of the trial's topics in which state, from the law's table. All else is refused. */
export const TOPIC_MATRIX: Partial<Record<ReconsiderationState, Rows>> = {
  NOT_ACCEPTED: { 'order-review': ['institution_head'] },
  IN_TRIAL: {
    ...WORKING,
    ...STAY,
    ...WITHDRAWAL,
    ...ENDING,
    ...SUPERIOR,
    'decide-third-party': ['institution_head'],
    'give-opinion': ['case_handler', 'panel_member'],
    'join-cases': ['institution_head'],
    'separate-case': ['institution_head'],
    'decide-with-lead': ['authority_head'],
    'assess-complexity': ['institution_head'],
    'schedule-hearing': ['institution_head'],
    'notify-hearing': ['case_handler'],
    'reschedule-hearing': ['institution_head'],
    'cancel-hearing': ['institution_head'],
    'hold-hearing': ['case_handler', 'panel_member'],
    'consult-committee': ['institution_head'],
    'receive-committee-opinion': ['case_handler'],
    'record-evidence': ['case_handler', 'panel_member'],
    'judge-evidence': ['case_handler', 'panel_member'],
    'record-investigation': ['case_handler', 'panel_member'],
    'begin-fact-finding': ['institution_head'],
    'end-fact-finding': ['case_handler', 'panel_member'],
    'convert-to-ordinary': ['institution_head'],
    'request-uplift': ['institution_head', 'authority_head'],
    'suspend-for-review': ['authority_head'],
  },
  SUSPENDED: {
    ...WORKING,
    ...STAY,
    ...WITHDRAWAL,
    ...SUPERIOR,
    'separate-case': ['institution_head'],
    'receive-committee-opinion': ['case_handler'],
    'end-fact-finding': ['case_handler', 'panel_member'],
    'order-resumption': ['institution_head'],
    'send-norm': ['case_handler'],
    'record-norm-receipt': ['case_handler'],
    'receive-norm-answer': ['case_handler'],
    'conclude-norm-review': ['authority_head'],
  },
  DRAFTING: { ...WORKING, ...STAY, ...WITHDRAWAL, ...ENDING },
  INSTITUTION_REVIEW: WORKING,
  DISMISSED: { ...SERVED, 'order-trial': ['institution_head'] },
  MEDIATED: SERVED,
  TERMINATED: SERVED,
  TRANSFERRED_UP: { 'send-files-up': ['case_handler', 'intake_officer'] },
};

const PAUSE = '||RC_DECIDE ||RC_REPLY ||RC_COPY';
const GO_ON = '|>RC_DECIDE |>RC_REPLY |>RC_COPY -RC_SUSP_TERM -RC_RESUME';
const NORMS = '-RC_ND_HANDLE -RC_ND_NOTIFY -RC_ND_FORWARD -RC_ND_MAKER_REPLY -RC_ND_ANSWER';

/** Code of the law's table, states it leads to (null: stays), clocks as in the lifecycle's spec. */
export const TOPIC_ROWS: Record<string, [code: string, to: ReconsiderationState[] | null, clocks: string]> = {
  'decide-third-party': ['RC-14', null, ''],
  'ask-recusal': ['RC-11', null, '+RC_RECUSAL'],
  'decide-recusal': ['RC-11', null, '-RC_RECUSAL'],
  'give-opinion': ['RC-25', null, ''],
  'join-cases': ['RC-11', null, ''],
  'separate-case': ['RC-11', null, ''],
  'decide-with-lead': ['RC-28', ['DECIDED'], '-RC_DECIDE'],
  'assess-complexity': ['RC-16', null, ''],
  'schedule-hearing': ['RC-16', null, '+RC_HEARING_NOTICE'],
  'notify-hearing': ['RC-16', null, '-RC_HEARING_NOTICE'],
  'reschedule-hearing': ['RC-16', null, '-RC_HEARING_NOTICE +RC_HEARING_NOTICE'],
  'cancel-hearing': ['RC-16', null, '-RC_HEARING_NOTICE'],
  'hold-hearing': ['RC-16', null, ''],
  'consult-committee': ['RC-17', null, '+RC_COMMITTEE'],
  'receive-committee-opinion': ['RC-17', null, '-RC_COMMITTEE'],
  'record-evidence': ['RC-15', null, ''],
  'judge-evidence': ['RC-15', null, ''],
  'record-investigation': ['RC-15', null, ''],
  'begin-fact-finding': ['RC-15', null, '||RC_DECIDE'],
  'end-fact-finding': ['RC-15', null, '|>RC_DECIDE'],
  'stay-execution': ['RC-18', null, ''],
  'lift-stay': ['RC-18', null, ''],
  'convert-to-ordinary': ['RC-19', null, '~RC_COPY ~RC_REPLY ~RC_DECIDE'],
  'request-uplift': ['RC-36', null, '||RC_DECIDE'],
  'decline-uplift': ['RC-36', null, '|>RC_DECIDE'],
  'transfer-up': ['RC-36', ['TRANSFERRED_UP'], '-* +RC_UPLIFT_FILES'],
  'send-files-up': ['RC-36', null, '-RC_UPLIFT_FILES'],
  'order-review': ['RC-37', ['UNDER_REVIEW'], '-RC_SUE +RC_REVIEW'],
  'order-trial': ['RC-37', ['IN_TRIAL'], '-RC_SUE +RC_DECIDE'],
  'order-resumption': ['RC-37', ['IN_TRIAL'], `${GO_ON} ${NORMS}`],
  'suspend-for-review': ['RC-21', ['SUSPENDED'], `${PAUSE} +RC_ND_HANDLE +RC_ND_NOTIFY +RC_ND_FORWARD`],
  'send-norm': ['RC-21', null, '-RC_ND_NOTIFY -RC_ND_FORWARD'],
  'record-norm-receipt': ['RC-21', null, '+RC_ND_MAKER_REPLY +RC_ND_ANSWER'],
  'receive-norm-answer': ['RC-21', null, '-RC_ND_MAKER_REPLY -RC_ND_ANSWER'],
  'conclude-norm-review': ['RC-21', null, NORMS],
  'file-withdrawal': ['RC-22', null, ''],
  'decide-withdrawal': ['RC-22', null, ''],
  terminate: ['RC-22', ['TERMINATED'], '-*'],
  'conclude-mediation': ['RC-23', ['MEDIATED'], '-* +RC_PERFORM'],
  dismiss: ['RC-24', ['DISMISSED'], '-*'],
  'serve-ending': ['RC-29', ['MEDIATED', 'TERMINATED', 'DISMISSED', 'SERVED'], '+RC_SUE'],
};

const BY_HANDLER: [by: RoleCode[], reviewers: RoleCode[]] = [['case_handler'], []];
const BY_CHAIN: [by: RoleCode[], reviewers: RoleCode[]] = [['case_handler'], ['institution_head']];

/** Who proposes, and who reviews before the step is performed (approval matrix). */
export const TOPIC_PROPOSALS: Record<string, [by: RoleCode[], reviewers: RoleCode[]]> = {
  'decide-third-party': BY_HANDLER,
  'join-cases': BY_HANDLER,
  'separate-case': BY_HANDLER,
  'assess-complexity': BY_HANDLER,
  'schedule-hearing': BY_HANDLER,
  'reschedule-hearing': BY_HANDLER,
  'cancel-hearing': BY_HANDLER,
  'consult-committee': BY_HANDLER,
  'begin-fact-finding': BY_HANDLER,
  'convert-to-ordinary': BY_HANDLER,
  'request-uplift': BY_HANDLER,
  'decide-withdrawal': BY_HANDLER,
  'stay-execution': BY_CHAIN,
  'lift-stay': BY_CHAIN,
  'suspend-for-review': BY_CHAIN,
  'conclude-norm-review': BY_CHAIN,
  terminate: BY_CHAIN,
  'conclude-mediation': BY_CHAIN,
  dismiss: BY_CHAIN,
};
