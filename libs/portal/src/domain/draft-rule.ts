import type { ClockRule } from '@app/deadlines';

/** How long a draft is kept after it was last saved; the district may set it. No clock of it ever runs. */
export const DRAFT_RULE: ClockRule = {
  code: 'PORTAL_DRAFT',
  name: '网上申请草稿保存期限',
  amount: 30,
  unit: 'calendar-day',
  roll: false,
  startsOn: '最后一次保存草稿之日',
  responsible: 'applicant',
  article: '网上行政复议申请工作规程 [L]',
  effect: '期满未提交的草稿自动删除',
  setting: 'portal.draft.days',
};
