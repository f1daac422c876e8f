import type { Source, Stage } from './facts.js';

/** Who gives the agreement of a stage its binding force. */
export const BINDING_BY = {
  COURT_CONFIRMATION: '人民法院（双方共同申请司法确认，或者出具行政诉前调解书）',
  TRIAL_COURT: '审理案件的人民法院（行政调解书或者准予撤诉裁定）',
  RECONSIDERATION_AUTHORITY: '行政复议机关（行政复议调解书，或者准予撤回后终止）',
  PARTIES: '各方当事人',
} as const;
export type BindingBy = keyof typeof BINDING_BY;

/** A stage in which the centre mediates: one row of the matrix of stages and instruments. */
export interface StageRow {
  readonly sources: readonly Source[];
  /** Chinese: what may be mediated. */
  readonly mayBeMediated: string;
  /** Variants of MD_TERM. */
  readonly terms: readonly string[];
  /** Chinese: the paper a success ends in. */
  readonly instrument: string;
  readonly bindingBy: BindingBy;
  /** The parties may apply for judicial confirmation of the agreement. */
  readonly confirmable: boolean;
  /** The agreement is handed over to the source, which makes the instrument. */
  readonly handedOver: boolean;
  /** Chinese: what happens if there is no agreement. */
  readonly ifItFails: string;
  readonly article: string;
}

/** Stages, sources, instruments. Terms are clock rules, see time-limits.ts. */
export const STAGE_TABLE: Readonly<Record<Stage, StageRow>> = {
  PRE_LITIGATION: {
    sources: ['COURT', 'PARTY'],
    mayBeMediated: '依法可以调解的行政争议',
    terms: ['PRE_LITIGATION'],
    instrument: '和解协议、调解协议书',
    bindingBy: 'COURT_CONFIRMATION',
    confirmable: true,
    handedOver: false,
    ifItFails: '材料退回人民法院，由人民法院依法登记立案',
    article: '特邀调解规定 第21条、第27条；法发〔2021〕17号 第6条第1款',
  },
  IN_LITIGATION: {
    sources: ['COURT'],
    mayBeMediated: '行政赔偿、补偿以及行使法律、法规规定的自由裁量权的案件；其他案件由被告改变行政行为、原告申请撤诉',
    terms: ['IN_LITIGATION_ORDINARY', 'IN_LITIGATION_SUMMARY'],
    instrument: '行政（赔偿、补偿）调解书，或者准予撤诉裁定书',
    bindingBy: 'TRIAL_COURT',
    confirmable: false,
    handedOver: true,
    ifItFails: '恢复审理',
    article: '行诉法 2017 第60条、第62条；特邀调解规定 第27条',
  },
  IN_RECONSIDERATION: {
    sources: ['RECONSIDERATION_INSTITUTION', 'PARTY'],
    mayBeMediated: '行政复议案件均可以调解',
    terms: ['IN_RECONSIDERATION'],
    instrument: '行政复议调解书，或者和解后撤回、终止',
    bindingBy: 'RECONSIDERATION_AUTHORITY',
    confirmable: false,
    handedOver: true,
    ifItFails: '及时作出行政复议决定；调解不停止审理期限，经双方同意中止的除外',
    article: '复议法 2023 第5条、第39条、第73条、第74条',
  },
  PRE_PETITION: {
    sources: ['PETITION_OFFICE', 'GOVERNANCE_CENTRE', 'TOWN', 'PARTY'],
    mayBeMediated: '裁量范围内、双方自愿的信访事项',
    terms: ['PRE_PETITION'],
    instrument: '调解协议书、和解协议书',
    bindingBy: 'PARTIES',
    confirmable: true,
    handedOver: false,
    ifItFails: '转回信访程序；符合行政复议、行政裁决条件的，引导依法办理',
    article: '信访工作条例 第31条、第33条、第34条',
  },
  DEPARTMENT: {
    sources: ['DEPARTMENT', 'TOWN', 'PARTY'],
    mayBeMediated: '行使裁量权的行政行为、赔偿补偿争议和与行政管理有关的民事纠纷',
    terms: ['DEPARTMENT'],
    instrument: '行政调解协议书',
    bindingBy: 'PARTIES',
    confirmable: true,
    handedOver: false,
    ifItFails: '告知救济途径和期限',
    article: '浙江省行政调解办法 第4条 [L]',
  },
  PEOPLES_MEDIATION: {
    sources: ['PARTY', 'COURT', 'POLICE', 'TOWN'],
    mayBeMediated: '民间纠纷；行政争议不属于人民调解',
    terms: ['PEOPLES_MEDIATION'],
    instrument: '人民调解协议书，或者口头协议',
    bindingBy: 'COURT_CONFIRMATION',
    confirmable: true,
    handedOver: false,
    ifItFails: '终止调解，告知可以依法通过仲裁、行政、司法等途径维护权利',
    article: '人民调解法 第2条、第26条、第33条；杭州市人民调解条例 第39条',
  },
};
