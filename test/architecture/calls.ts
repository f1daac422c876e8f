import type { Given } from '../support/given.js';
import { ledger, organRequest, REFUSAL, type Ref, type Refs } from './refs.js';

export interface Call {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** Uploaded as `file`. */
  file?: string;
}

/**
 * Whose records a route is about: `person`: one's own alone; `scope`: those of the disputes one takes part in;
 * `district`: everybody's who has the permission.
 */
export type Reach = 'person' | 'scope' | 'district';

export interface RouteCall {
  reach: Reach;
  /** Who succeeds, on records of his own. */
  as: string;
  /** The records the call names. */
  needs?: readonly Ref[];
  call?(refs: Refs, given: Given): Call | Promise<Call>;
}

const id = (ref: Ref, body?: Record<string, unknown>) => ({
  needs: [ref],
  call: (refs: Refs): Call => ({ params: { id: refs[ref] }, ...(body ? { body } : {}) }),
});

const END = { version: 1, reason: '登记有误' };
const YEAR = {
  year: 2027,
  source: '国办发明电〔2026〕9号',
  days: [{ date: '2027-01-01', working: false, name: '元旦' }],
};
const PREFERENCES = { email: { enabled: false }, webhook: { enabled: false } };
const STEP_SETTING = { steps: [-3, -1, 0, 1], hour: '08:30', escalateFrom: 1, version: 0 };

/** Public routes, by hand: whoever adds one says so here. */
export const PUBLIC = [
  'GET /deadlines/rules',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'POST /auth/login',
  'POST /auth/token',
  'POST /deadlines/preview',
];

/** A valid call of every other route. */
export const CALLS: Readonly<Record<string, RouteCall>> = {
  'POST /auth/logout': { reach: 'person', as: 'tiaojie3' },
  'GET /me': { reach: 'person', as: 'lian' },
  'POST /me/password': {
    reach: 'person',
    as: 'tiaojie2',
    call: () => ({ body: { currentPassword: 'Heyi-demo-2026', newPassword: 'Another-2026-word' } }),
  },
  'GET /me/sessions': { reach: 'person', as: 'lian' },
  'DELETE /me/sessions/:id': { reach: 'person', as: 'lian', ...id('session') },

  'GET /accounts': { reach: 'district', as: 'anquan' },
  'POST /accounts': {
    reach: 'district',
    as: 'anquan',
    needs: ['newcomer'],
    call: (refs) => ({ body: { personId: refs.newcomer, login: `x${refs.newcomer.slice(-12)}` } }),
  },
  'POST /accounts/:id/reset-password': { reach: 'district', as: 'anquan', ...id('account') },
  'POST /accounts/:id/disable': { reach: 'district', as: 'anquan', ...id('account') },
  'POST /accounts/:id/enable': { reach: 'district', as: 'anquan', ...id('account') },
  'POST /accounts/:id/unlock': { reach: 'district', as: 'anquan', ...id('account') },
  'GET /accounts/:id/sessions': { reach: 'district', as: 'anquan', ...id('account') },
  'DELETE /accounts/:id/sessions/:sessionId': {
    reach: 'district',
    as: 'anquan',
    needs: ['accountSession'],
    call: (refs) => ({ params: { id: refs.account, sessionId: refs.accountSession } }),
  },

  'GET /audit': { reach: 'district', as: 'shenji' },

  'GET /directory/organs': { reach: 'district', as: 'lian' },
  'GET /directory/organs/:id': { reach: 'district', as: 'lian', ...id('organ') },
  'GET /directory/people': { reach: 'district', as: 'lian' },
  'POST /directory/organs': { reach: 'district', as: 'xitong', call: () => ({ body: organRequest() }) },
  'PATCH /directory/organs/:id': {
    reach: 'district',
    as: 'xitong',
    ...id('organ', { version: 1, name: '更名后的机关', shortName: '更名', sortOrder: 2, hasAuthorisation: true }),
  },
  'POST /directory/organs/:id/end': {
    reach: 'district',
    as: 'xitong',
    ...id('organ', { version: 1, validUntil: '2026-12-31', reason: '机构改革' }),
  },
  'POST /directory/posts': {
    reach: 'district',
    as: 'xitong',
    needs: ['organ'],
    call: (refs) => ({
      body: { name: '新任人员', organId: refs.organ, role: 'mediator', title: '调解员', validFrom: '2026-11-01' },
    }),
  },
  'POST /directory/posts/:id/end': {
    reach: 'district',
    as: 'xitong',
    ...id('post', { version: 1, validUntil: '2026-12-31', reason: '调离' }),
  },

  'GET /calendar/years': { reach: 'district', as: 'lian' },
  'GET /calendar/days': {
    reach: 'district',
    as: 'lian',
    call: () => ({ query: { from: '2026-01-01', to: '2026-12-31' } }),
  },
  'POST /calendar/years/preview': { reach: 'district', as: 'xitong', call: () => ({ body: YEAR }) },
  'POST /calendar/years/apply': {
    reach: 'district',
    as: 'xitong',
    call: async (_refs, given) => {
      const preview = await (await given.app.as('xitong')).post('/calendar/years/preview').send(YEAR);
      return { body: { ...YEAR, hash: (preview.body as { hash: string }).hash, reason: '放假通知已公布' } };
    },
  },
  'GET /settings/deadline-rules': { reach: 'district', as: 'xitong' },
  'PUT /settings/deadline-rules': {
    reach: 'district',
    as: 'xitong',
    call: () => ({ body: { key: 'mediation.return.working-days', amount: 5, version: 0, reason: '工作惯例' } }),
  },
  'GET /settings/reminder-steps': { reach: 'district', as: 'xitong' },
  'PUT /settings/reminder-steps/:rule': {
    reach: 'district',
    as: 'xitong',
    call: () => ({ params: { rule: 'RC_REVIEW' }, body: STEP_SETTING }),
  },
  'GET /settings/webhooks': { reach: 'district', as: 'xitong' },
  'POST /settings/webhooks': {
    reach: 'district',
    as: 'xitong',
    call: () => ({ body: { url: 'https://hooks.example.com/heyi' } }),
  },
  'DELETE /settings/webhooks/:id': { reach: 'district', as: 'xitong', ...id('webhook') },
  'GET /settings/failed-deliveries': { reach: 'district', as: 'xitong' },

  'GET /notifications': { reach: 'person', as: 'lian' },
  'GET /notifications/unread-count': { reach: 'person', as: 'lian' },
  'POST /notifications/:id/read': { reach: 'person', as: 'lian', ...id('notification') },
  'POST /notifications/read-all': { reach: 'person', as: 'lian' },
  'GET /me/notification-preferences': { reach: 'person', as: 'lian' },
  'PUT /me/notification-preferences': { reach: 'person', as: 'lian', call: () => ({ body: PREFERENCES }) },

  'GET /disputes': { reach: 'scope', as: 'lian' },
  'GET /disputes/codes': { reach: 'district', as: 'lian' },
  'GET /disputes/export': { reach: 'scope', as: 'lian' },
  'POST /disputes/duplicates': {
    reach: 'scope',
    as: 'lian',
    call: async (_refs, given) => ({
      body: {
        applicants: [{ name: '测试申请人' }],
        respondentOrganId: await given.organId('区教育局'),
        actName: '行政处罚决定',
      },
    }),
  },
  'POST /disputes': {
    reach: 'scope',
    as: 'lian',
    call: async (_refs, given) => ({ body: await given.disputeRequest() }),
  },
  'GET /disputes/drafts': { reach: 'person', as: 'lian' },
  'POST /disputes/drafts': {
    reach: 'person',
    as: 'lian',
    call: async (_refs, given) => ({ body: await given.disputeRequest() }),
  },
  'PUT /disputes/drafts/:id': {
    reach: 'person',
    as: 'lian',
    ...id('draft', { version: 1, channel: 'LETTER', title: '改过的草稿' }),
  },
  'POST /disputes/drafts/:id/submit': {
    reach: 'person',
    as: 'lian',
    needs: ['draft'],
    // A draft that lacks something is not registered; the one to be submitted is made whole first.
    call: async (refs, given) => {
      const whole = { ...(await given.disputeRequest()), version: 1 };
      const answer = await (await given.app.as('lian')).put(`/disputes/drafts/${refs.draft}`).send(whole);
      return { params: { id: refs.draft }, body: { version: answer.status === 200 ? 2 : 1 } };
    },
  },
  'DELETE /disputes/drafts/:id': {
    reach: 'person',
    as: 'lian',
    needs: ['draft'],
    call: (refs) => ({ params: { id: refs.draft }, query: { version: '1' } }),
  },
  'GET /disputes/imports': { reach: 'person', as: 'lian' },
  'GET /disputes/imports/:id': { reach: 'person', as: 'lian', ...id('import') },
  'POST /disputes/imports': { reach: 'scope', as: 'lian', call: () => ({ file: ledger() }) },
  'GET /disputes/:id': { reach: 'scope', as: 'lian', ...id('dispute') },
  'PATCH /disputes/:id': { reach: 'scope', as: 'lian', ...id('dispute', { version: 1, claims: '请求变更处罚。' }) },
  'POST /disputes/:id/close': { reach: 'scope', as: 'lian', ...id('dispute', END) },
  'POST /disputes/:id/void': { reach: 'scope', as: 'lian', ...id('dispute', END) },
  'GET /disputes/:id/history': { reach: 'scope', as: 'lian', ...id('dispute') },
  'PUT /disputes/:id/handler': {
    reach: 'scope',
    as: 'kezhang',
    needs: ['dispute'],
    call: async (refs, given) => ({
      params: { id: refs.dispute },
      body: { version: 1, personId: await given.personId('lian2'), reason: '工作调整' },
    }),
  },
  'POST /disputes/:id/links': {
    reach: 'scope',
    as: 'lian',
    needs: ['dispute', 'second'],
    call: (refs) => ({
      params: { id: refs.dispute },
      body: { disputeId: refs.second, kind: 'SAME_PARTY', reason: '同一申请人' },
    }),
  },
  'DELETE /disputes/:id/links/:otherId': {
    reach: 'scope',
    as: 'lian',
    needs: ['dispute', 'linked'],
    call: (refs) => ({ params: { id: refs.dispute, otherId: refs.linked } }),
  },
  'POST /disputes/:id/parties/:partyId/unmask': {
    reach: 'scope',
    as: 'lian',
    needs: ['dispute'],
    call: (refs) => ({ params: { id: refs.dispute, partyId: refs.party }, body: { reason: '核对身份' } }),
  },
  'POST /disputes/:id/cases': {
    reach: 'scope',
    as: 'lian',
    ...id('dispute', { procedure: 'reconsideration', input: { method: 'IN_PERSON', receivedOn: '2026-11-24' } }),
  },

  'GET /cases': { reach: 'scope', as: 'lian' },
  'GET /cases/:id': { reach: 'scope', as: 'lian', ...id('reconsideration') },
  'GET /cases/:id/actions': { reach: 'scope', as: 'lian', ...id('reconsideration') },
  'POST /cases/:id/actions/:name': {
    reach: 'scope',
    as: 'lian',
    needs: ['reconsideration'],
    call: async (refs, given) => ({
      params: { id: refs.reconsideration, name: 'assign-reviewer' },
      body: { version: 2, input: { reviewerId: await given.personId('fuyi') } },
    }),
  },
  'POST /cases/:id/actions/:name/proposal': {
    reach: 'scope',
    as: 'lian',
    needs: ['underReview'],
    call: (refs) => ({
      params: { id: refs.underReview, name: 'refuse' },
      body: { version: 3, input: { ...REFUSAL } },
    }),
  },
  'GET /cases/:id/admissibility': { reach: 'scope', as: 'lian', ...id('assessed') },
  'POST /cases/:id/admissibility': {
    reach: 'scope',
    as: 'lian',
    ...id('reconsideration', {
      stated: {
        interest: 'ADDRESSEE',
        exclusion: 'NONE',
        knowledge: { method: 'DIRECT', on: '2026-11-05' },
        agents: [{ matters: true, authority: true, term: true, identities: true }],
      },
    }),
  },
  'POST /cases/:id/admissibility/conditions/:condition': {
    reach: 'scope',
    as: 'lian',
    needs: ['assessed'],
    call: async (refs, given) => ({
      params: { id: refs.assessed, condition: 'INTEREST' },
      body: { assessmentId: await given.assessmentOf(refs.assessed), answer: 'MET', reason: '相邻权受到影响' },
    }),
  },
  'POST /cases/:id/proposal/pass': {
    reach: 'scope',
    as: 'juzhang',
    ...id('proposed', { version: 4, opinion: '同意' }),
  },
  'POST /cases/:id/proposal/return': {
    reach: 'scope',
    as: 'juzhang',
    ...id('proposed', { version: 4, opinion: '请补充理由' }),
  },
  'POST /cases/:id/proposal/withdraw': { reach: 'scope', as: 'lian', ...id('proposed', { version: 4 }) },

  'GET /clocks/:id/reminders': { reach: 'scope', as: 'lian', ...id('clock') },
};

/** Valid calls of the public routes that are given something. */
export const PUBLIC_CALLS: Readonly<Record<string, Call>> = {
  'POST /auth/login': { body: { login: 'tiaojie3', password: 'Heyi-demo-2026' } },
  'POST /auth/token': { body: { login: 'tiaojie3', password: 'Heyi-demo-2026' } },
  'POST /deadlines/preview': { body: { amount: 5, unit: 'working-day', from: '2026-11-24', roll: true } },
};
