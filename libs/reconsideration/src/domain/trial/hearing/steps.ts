import type { ClockEffect, Transition } from '@app/cases';
import { openClock, type ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;
type Effect<I extends object = object> = ClockEffect<ReconsiderationFacts, I>;

const BY_HANDLER = { by: ['case_handler'], reviewers: [] } as const;
const HEARING = { code: 'RC-16', from: ['IN_TRIAL'], to: null } as const;

const assess: Step<inputs.AssessComplexityInput> = {
  ...HEARING,
  name: 'assess-complexity',
  label: '认定是否重大、疑难、复杂',
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [],
  input: inputs.AssessComplexityInput,
  documents: ['工作记录'],
  article: '复议法 2023 第50条第1款、第52条第2款',
  sentence: (_facts, { input }) =>
    `认定本案${input.hearingGrounds.length > 0 ? '应当' : '可以不'}听证，${
      input.committeeGrounds.length > 0 ? '应当' : '可以不'
    }提请委员会咨询`,
};

/** Counted back from the day of the hearing; a new day counts anew. */
const NOTICE: Effect<Pick<inputs.RescheduleHearingInput, 'on'>> = {
  do: 'start',
  rule: 'RC_HEARING_NOTICE',
  on: (_facts, { input }) => input.on,
};
const NOTICE_DONE = (effect: 'meet' | 'cancel'): Effect => ({
  do: effect,
  rule: 'RC_HEARING_NOTICE',
  when: (facts) => openClock(facts, 'RC_HEARING_NOTICE') !== undefined,
});

const schedule: Step<inputs.ScheduleHearingInput> = {
  ...HEARING,
  name: 'schedule-hearing',
  label: '决定并安排听证',
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [
    guard.noHearingPlanned,
    guard.hearingComposed,
    guard.tribunalOnStaff,
    guard.tribunalImpartial,
    guard.noticePossible,
  ],
  input: inputs.ScheduleHearingInput,
  clocks: [NOTICE],
  documents: ['听证通知书'],
  article: '复议法 2023 第50条、第51条第1款',
  sentence: (_facts, { input }) => `决定于${input.on}听证`,
};

const notify: Step<inputs.NotifyHearingInput> = {
  ...HEARING,
  name: 'notify-hearing',
  label: '登记听证通知送达',
  roles: ['case_handler'],
  guards: [guard.hearingPlanned, guard.noticeToParties, guard.noticeInTime],
  input: inputs.NotifyHearingInput,
  clocks: [
    {
      do: 'meet',
      rule: 'RC_HEARING_NOTICE',
      on: (_facts, { input }) => input.servedOn,
      when: (facts, { input }) =>
        openClock(facts, 'RC_HEARING_NOTICE') !== undefined && guard.unnotified(facts, input.partyIds).length === 0,
    },
  ],
  documents: ['听证通知书', '送达回证'],
  article: '复议法 2023 第51条第1款',
};

const reschedule: Step<inputs.RescheduleHearingInput> = {
  ...HEARING,
  name: 'reschedule-hearing',
  label: '变更听证时间',
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [guard.hearingPlanned, guard.noticePossible],
  input: inputs.RescheduleHearingInput,
  clocks: [NOTICE_DONE('cancel'), NOTICE],
  documents: ['变更听证通知书'],
  article: '复议法 2023 第51条第1款',
  sentence: (_facts, { input }) => `听证改于${input.on}举行`,
};

const cancel: Step<inputs.CancelHearingInput> = {
  ...HEARING,
  name: 'cancel-hearing',
  label: '取消听证',
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [guard.hearingPlanned],
  input: inputs.CancelHearingInput,
  clocks: [NOTICE_DONE('cancel')],
  documents: ['取消听证通知书'],
  article: '复议法 2023 第50条第2款',
};

const hold: Step<inputs.HoldHearingInput> = {
  ...HEARING,
  name: 'hold-hearing',
  label: '举行听证',
  roles: ['case_handler', 'panel_member'],
  guards: [
    guard.hearingPlanned,
    guard.hearingDayCome,
    guard.everybodyNotified,
    guard.tribunalStillThere,
    guard.attendanceComplete,
    guard.headOrDelegate,
  ],
  input: inputs.HoldHearingInput,
  documents: ['听证笔录'],
  article: '复议法 2023 第50条第3款、第51条',
  sentence(facts, { input }) {
    const applicants = facts.parties.filter((party) => party.side === 'APPLICANT').map((party) => party.partyId);
    const waived = input.attendances.some((each) => applicants.includes(each.partyId) && each.attendance === 'ABSENT');
    return waived ? '举行听证，申请人无正当理由未参加，视为放弃听证权利' : '举行听证，制作听证笔录';
  },
};

const consult: Step<inputs.ConsultCommitteeInput> = {
  code: 'RC-17',
  name: 'consult-committee',
  label: '提请行政复议委员会咨询',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [guard.committeeNotAsked],
  input: inputs.ConsultCommitteeInput,
  clocks: [{ do: 'start', rule: 'RC_COMMITTEE' }],
  documents: ['提请咨询函'],
  article: '复议法 2023 第52条；实施条例 2026 第50条、第51条',
};

const receiveOpinion: Step<inputs.ReceiveCommitteeOpinionInput> = {
  code: 'RC-17',
  name: 'receive-committee-opinion',
  label: '登记委员会咨询意见',
  from: ['IN_TRIAL', 'SUSPENDED'],
  to: null,
  roles: ['case_handler'],
  guards: [guard.committeeAsked, guard.opinionDayFits],
  input: inputs.ReceiveCommitteeOpinionInput,
  clocks: [{ do: 'meet', rule: 'RC_COMMITTEE', on: (_facts, { input }) => input.givenOn }],
  documents: ['咨询意见'],
  article: '复议法 2023 第52条、第61条第3款',
};

/** RC-16, RC-17: hearing and committee. */
export const HEARING_STEPS = [assess, schedule, notify, reschedule, cancel, hold, consult, receiveOpinion];
