import { papersOfSteps } from '@app/documents';
import { OWNERSHIP } from '../domain/lifecycle.js';

/**
 * What the procedure's steps, and those who work by it, call their documents, and the kinds of paper these are. Several
 * kinds: one of them, or those that go together.
 */
export const OWNERSHIP_PAPERS_BY_NAME: Readonly<Record<string, readonly string[]>> = {
  任务分解清单: ['C01'],
  提请包案审批表: ['C02'],
  交办单: ['C03'],
  签收单: ['C04'],
  化解方案: ['C05'],
  化解方案审批表: ['C06'],
  退回意见: ['C07'],
  退回: ['C07'],
  进展报告: ['C08'],
  会商纪要: ['C09'],
  接访记录: ['C10'],
  督办单: ['C11'],
  督办函: ['C12', 'C11'],
  约谈记录: ['C13'],
  延期审批表: ['C14'],
  变更单: ['C15'],
  化解报告: ['C16'],
  销号审批表: ['C17'],
  情况说明: ['C18'],
  通报: ['C19'],
  恢复台账: ['C20'],
};

/** Kinds of paper of each step of case ownership, by the step's name. */
export const OWNERSHIP_PAPERS_OF_STEP = papersOfSteps(OWNERSHIP.transitions, OWNERSHIP_PAPERS_BY_NAME);
