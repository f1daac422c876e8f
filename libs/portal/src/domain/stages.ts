import { mayRefuseMediation } from './mediation-words.js';
import type { RequestKind } from './request-kinds.js';

/** Where a case stands, as a party may know it. */
export type Stage = 'RECEIVED' | 'REVIEW' | 'CORRECTION' | 'TRIAL' | 'SUSPENDED' | 'DECIDED' | 'ENDED';

export interface StageInfo {
  readonly stage: Stage;
  /** A few words, as a heading. */
  readonly title: string;
  /** Plain Chinese: what that means for the applicant, and what comes next. */
  readonly meaning: string;
}

const REVIEW: StageInfo = {
  stage: 'REVIEW',
  title: '正在审查是否受理',
  meaning: '行政复议机构正在审查您的申请是否符合受理条件。到期没有决定不予受理，也没有通知您补正的，视为受理。',
};
/** Drafting, reviews and approvals are inside matters: to a party the case is being tried until there is a decision. */
const TRIAL: StageInfo = {
  stage: 'TRIAL',
  title: '正在审理',
  meaning: '您的申请已经进入审理。行政复议机构会审查有关材料、听取您的意见，并在审理期限内作出复议决定。',
};
const ended = (title: string, meaning: string): StageInfo => ({ stage: 'ENDED', title, meaning });

/** States of a reconsideration in plain language. One that is not here is not told. */
export const STAGES: Readonly<Record<string, StageInfo>> = {
  RECEIVED: {
    stage: 'RECEIVED',
    title: '已收到申请',
    meaning: '您的申请已经收到，行政复议机构将审查是否受理，您暂时不需要做什么。',
  },
  UNDER_REVIEW: REVIEW,
  CORRECTION: {
    stage: 'CORRECTION',
    title: '需要您补正材料',
    meaning: '您的申请材料不齐全或者表述不清楚，请按补正事项一次补齐。没有正当理由逾期不补正的，视为放弃申请。',
  },
  ACCEPTED: {
    stage: 'TRIAL',
    title: '已经受理',
    meaning: '您的申请已经受理，行政复议机构正在确定办案人员和审理程序，并将申请书副本发送被申请人。',
  },
  IN_TRIAL: TRIAL,
  DRAFTING: TRIAL,
  INSTITUTION_REVIEW: TRIAL,
  AUTHORITY_APPROVAL: TRIAL,
  SUSPENDED: {
    stage: 'SUSPENDED',
    title: '审理已中止',
    meaning: '因法定原因暂停审理，暂停的时间不计入审理期限。原因消除后会及时恢复，并书面告知您。',
  },
  DECIDED: {
    stage: 'DECIDED',
    title: '已作出复议决定',
    meaning: '行政复议决定已经作出，将依法送达给您。决定书送达后生效。',
  },
  MEDIATED: { stage: 'DECIDED', title: '已达成调解', meaning: '各方达成调解协议，行政复议调解书将依法送达给您。' },
  SERVED: {
    stage: 'ENDED',
    title: '决定书已送达',
    meaning:
      '行政复议决定书已经送达生效。对决定不服的，可以在收到决定书之日起十五日内向人民法院起诉，法律另有规定的除外。',
  },
  PERFORMANCE: ended('正在监督履行', '决定已经生效，复议机关正在监督被申请人履行。'),
  CLOSED: ended('已办结', '案件已经办结。'),
  ARCHIVED: ended('已办结', '案件已经办结并归档。'),
  ABANDONED: ended('视为放弃申请', '没有在期限内补正，视为放弃行政复议申请。有正当理由的，请尽快与行政复议机构联系。'),
  NOT_ACCEPTED: ended('不予受理', '您的申请不符合受理条件，不予受理决定书会写明理由并送达给您。'),
  NOT_HANDLED: ended('不再处理', '同一事项此前已经处理，又没有新的事实和理由，行政复议机构已告知不再处理。'),
  PRE_SETTLED: ended('已撤回', '您在受理前撤回了申请，案件已经结束。'),
  REFERRED_OUT: ended('已转其他机关', '您的申请应由其他机关处理，行政复议机构已告知或者转送。'),
  TERMINATED: ended('已终止', '行政复议已经终止，终止决定书会写明理由并送达给您。'),
  DISMISSED: ended('驳回申请', '受理后发现不符合受理条件，决定驳回申请，决定书会写明理由并送达给您。'),
  TRANSFERRED_UP: ended('已移送上级机关', '案件由上级行政复议机关审理，后续由上级机关与您联系。'),
};

const UNTOLD: StageInfo = { ...TRIAL, title: '正在办理', meaning: '您的案件正在办理，有进展时会依法告知您。' };

/** A state in plain language; of one that has no words here only that the case is being handled. */
export function stageOf(state: string): StageInfo {
  return STAGES[state] ?? UNTOLD;
}

const ALWAYS: readonly RequestKind[] = ['SUPPLEMENT', 'WITHDRAWAL', 'MEDIATION', 'RECUSAL'];

/**
 * What the applicant may do at a stage. Withdrawal, mediation and recusal until there is a decision (复议法 2023 第5条、
 * 第41条第1项); a hearing is of the trial (第50条).
 */
const PERMITTED: Readonly<Record<Stage, readonly RequestKind[]>> = {
  RECEIVED: ALWAYS,
  REVIEW: ALWAYS,
  CORRECTION: ALWAYS,
  TRIAL: [...ALWAYS, 'HEARING'],
  SUSPENDED: [...ALWAYS, 'HEARING'],
  DECIDED: [],
  ENDED: [],
};

/** `mediation`: the state of the dispute's mediation, if there is one; only where there is one it can be refused. */
export function permittedRequests(state: string, mediation?: string): readonly RequestKind[] {
  const permitted = PERMITTED[stageOf(state).stage];
  return mayRefuseMediation(mediation) ? [...permitted, 'MEDIATION_REFUSAL'] : permitted;
}
