import type { Transition } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import { PUBLICATIONS } from '../facts.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;

const ARTICLE = '复议法 2023 第79条第1款';
const AFTER = ['SERVED', 'PERFORMANCE', 'CLOSED'] as const;

const openReview: Step = {
  code: 'RC-33a',
  name: 'open-privacy-review',
  label: '开始隐私审查',
  from: AFTER,
  to: null,
  roles: ['case_handler'],
  guards: [guard.reviewNotOpen, guard.notPublished],
  documents: [],
  article: ARTICLE,
};

const closeReview: Step<inputs.ClosePrivacyReviewInput> = {
  code: 'RC-33a',
  name: 'close-privacy-review',
  label: '完成隐私审查',
  from: AFTER,
  to: null,
  roles: ['case_handler'],
  guards: [guard.reviewOpen],
  input: inputs.ClosePrivacyReviewInput,
  documents: ['公开审查表'],
  article: ARTICLE,
};

const decidePublication: Step<inputs.DecidePublicationInput> = {
  code: 'RC-33a',
  name: 'decide-publication',
  label: '决定是否公开',
  from: AFTER,
  to: null,
  roles: ['institution_head'],
  proposal: { by: ['case_handler'], reviewers: [] },
  guards: [guard.reviewClosed, guard.notPublished, guard.notWiderThanAct, guard.reasonGiven],
  input: inputs.DecidePublicationInput,
  documents: ['公开审批表'],
  article: ARTICLE,
  sentence: (_facts, { input }) => `复议决定书${PUBLICATIONS[input.decision]}`,
};

const publish: Step<inputs.PublishInput> = {
  code: 'RC-33a',
  name: 'publish-decision',
  label: '登记公开',
  from: AFTER,
  to: null,
  roles: ['case_handler'],
  guards: [guard.decidedToPublish, guard.reviewClosed, guard.notPublished, guard.publishedFits],
  input: inputs.PublishInput,
  documents: ['公开文本'],
  article: ARTICLE,
};

/** 公开 (复议法 2023 第79条第1款). */
export const PUBLICATION_STEPS = [openReview, closeReview, decidePublication, publish];
