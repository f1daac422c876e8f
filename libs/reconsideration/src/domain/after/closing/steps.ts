import type { Transition } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { DEFENDANT_ROLES, roleIn } from './litigation.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;

const copyToSuperior: Step<inputs.CopyToSuperiorInput> = {
  code: 'RC-33',
  name: 'copy-to-superior',
  label: '抄告上一级主管部门',
  from: ['SERVED', 'PERFORMANCE', 'CLOSED'],
  to: null,
  roles: ['intake_officer', 'case_handler'],
  guards: [guard.copyDue, guard.copyDayFits],
  input: inputs.CopyToSuperiorInput,
  clocks: [{ do: 'meet', rule: 'RC_SUPERIOR', on: (_facts, { input }) => input.sentOn }],
  documents: ['抄告函'],
  article: '复议法 2023 第79条第2款',
};

const close: Step<inputs.CloseInput> = {
  code: 'RC-34',
  name: 'close',
  label: '结案',
  from: ['SERVED', 'PERFORMANCE'],
  to: 'CLOSED',
  roles: ['dept_head'],
  proposal: { by: ['case_handler'], reviewers: [] },
  guards: [
    guard.everybodyServed,
    guard.followedUp,
    guard.performanceSettled,
    guard.reportsIn,
    guard.publicationDecided,
  ],
  input: inputs.CloseInput,
  clocks: [{ do: 'start', rule: 'RC_ARCHIVE' }],
  documents: ['结案审批表'],
  article: '复议法 2023 第75条至第79条',
};

const archive: Step<inputs.ArchiveInput> = {
  code: 'RC-35',
  name: 'archive',
  label: '归档',
  from: ['CLOSED'],
  to: 'ARCHIVED',
  roles: ['archivist'],
  guards: [guard.fileComplete, guard.fileSplit, guard.yearOfClosing],
  input: inputs.ArchiveInput,
  clocks: [{ do: 'meet', rule: 'RC_ARCHIVE' }],
  documents: ['卷宗目录'],
  article: '档案法 第14条 [L]',
  sentence: (_facts, { input }) => `归档，归入${input.year}年度，卷内文件${input.entries.length}份`,
};

const linkLitigation: Step<inputs.LinkLitigationInput> = {
  code: 'RC-38',
  name: 'link-litigation',
  label: '登记行政诉讼',
  from: ['NOT_ACCEPTED', 'SERVED', 'PERFORMANCE', 'CLOSED', 'ARCHIVED'],
  to: null,
  roles: ['intake_officer', 'case_handler'],
  guards: [guard.plaintiffIsParty, guard.notLinked, guard.noticedByToday],
  input: inputs.LinkLitigationInput,
  clocks: [
    {
      do: 'meet',
      rule: 'RC_SUE',
      concerns: (_facts, { input }) => input.plaintiffId,
      on: (_facts, { input }) => input.noticedOn,
    },
  ],
  documents: ['应诉通知书'],
  article: '复议法 2023 第10条、第34条；行诉法 第26条、第45条',
  sentence: (facts) => `收到人民法院应诉通知，复议机关为${DEFENDANT_ROLES[roleIn(facts)]}`,
};

/** RC-33 to RC-35, RC-38. */
export const CLOSING_STEPS = [copyToSuperior, close, archive, linkLitigation];
