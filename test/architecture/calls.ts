import { addDays } from '@app/kernel';
import { UNIT, type Given } from '../support/given.js';
import { Citizen, SECRETS } from '../support/portal.js';
import {
  committeeRequest,
  ledger,
  networkSheet,
  organRequest,
  REFUSAL,
  templateFile,
  type Ref,
  type Refs,
} from './refs.js';

export interface Call {
  headers?: Record<string, string>;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** Uploaded as `file`. */
  file?: Buffer;
  /** A form: its fields, and a PDF as `file`. */
  form?: Record<string, string>;
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

/** What may be said about a file of the institution. */
const FILE = { category: 'RECORD', side: 'INSTITUTION', submittedOn: '2026-11-24', title: '调查笔录' };
const END = { version: 1, reason: '登记有误' };
const YEAR = {
  year: 2027,
  source: '国办发明电〔2026〕9号',
  days: [{ date: '2027-01-01', working: false, name: '元旦' }],
};
const PREFERENCES = { email: { enabled: false }, webhook: { enabled: false } };
const STEP_SETTING = { steps: [-3, -1, 0, 1], hour: '08:30', escalateFrom: 1, version: 0 };

/** A call on a paper of a case. */
const paper = (ref: 'paper' | 'submittedPaper' | 'signedPaper', body?: Record<string, unknown>) => ({
  needs: [ref],
  call: (refs: Refs): Call => ({ params: { id: refs.paperCase, paperId: refs[ref] }, ...(body ? { body } : {}) }),
});
const ENTRY_RULE = {
  compensation: true,
  keyLitigation: true,
  minParties: 20,
  minAmount: 500_000,
  media: true,
  earlierLoss: false,
  tags: [],
};
const OWNERSHIP_PRACTICE = {
  yellowWorkdays: 3,
  redWorkdays: 9,
  resolveNearDays: 15,
  idleDays: 20,
  suspendedDays: 60,
  awaitingDays: 5,
};
/** A year with a case on its list. */
const ofYear: Pick<RouteCall, 'needs' | 'call'> = { needs: ['ownership'], call: () => ({ params: { year: '2026' } }) };
const TO_RESPONDENT = [{ role: 'RESPONDENT', name: '测试街道办事处' }];

/** A respondent's reply to a case, as its version is now. */
async function replyTo(given: Given, caseId: string): Promise<Record<string, unknown>> {
  const [row] = await given.app.database.read<{ version: number }>(
    'SELECT version FROM cases.case_file WHERE id = $1',
    [caseId],
  );
  return {
    version: row?.version ?? 1,
    facts: '检查发现占道经营。',
    grounds: '依照有关条例作出处罚。',
    request: '请求维持。',
    agents: [{ name: '甲某', employment: 'STAFF' }],
    evidence: [{ name: '审批表', source: '本机关', proves: '程序合法', pages: 2, kind: 'DOCUMENTARY' }],
  };
}

async function digestVersion(given: Given): Promise<number> {
  const [row] = await given.app.database.read<{ version: number }>('SELECT version FROM liaison.digest_setting');
  return row!.version;
}

/** Public routes, by hand: whoever adds one says so here. */
export const PUBLIC = [
  'DELETE /portal/drafts/:id',
  'GET /calendar/:secret.ics',
  'GET /deadlines/rules',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /portal/codes',
  'GET /portal/drafts/:id',
  'GET /portal/organs',
  'GET /portal/rights',
  'POST /auth/login',
  'POST /auth/token',
  'POST /deadlines/preview',
  'POST /portal/documents/:id/content',
  'POST /portal/documents/receive',
  'POST /portal/drafts',
  'POST /portal/drafts/:id/check',
  'POST /portal/drafts/:id/submit',
  'POST /portal/files',
  'POST /portal/files/:id/content',
  'POST /portal/mediation/offers',
  'POST /portal/receipts',
  'POST /portal/receipts/verify',
  'POST /portal/requests',
  'POST /portal/service-address',
  'POST /portal/track',
  'PUT /portal/drafts/:id',
];

/** The network of mediation, and what its mediators earn. */
const COMMITTEE = {
  level: 'DISTRICT',
  kind: 'INDUSTRY',
  industry: '测试行业',
  matters: ['MARKET'],
  areas: ['330110005'],
};
const MEDIATOR = {
  expertise: ['MARKET'],
  languages: ['PUTONGHUA'],
  engagement: 'PER_CASE',
  cap: 10,
  termFrom: '2026-01-01',
  termUntil: '2029-01-01',
};
const TARIFF = {
  stage: 'DEPARTMENT',
  matter: 'PENALTY',
  result: 'PERFORMED',
  complexity: 'COMPLEX',
  amountFen: 100_000,
  validFrom: '2026-12-01',
  reason: '区司法局结算办法',
};

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

  'GET /mediation/stages': { reach: 'district', as: 'zhongxin' },
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
  'GET /directory/absences': { reach: 'person', as: 'lianluo-jiaoyu' },
  'GET /directory/absences/:id': { reach: 'district', as: 'xitong', ...id('absence') },
  'POST /directory/absences': {
    reach: 'district',
    as: 'xitong',
    needs: ['newcomer'],
    call: (refs) => ({
      body: { personId: refs.newcomer, fromOn: '2026-12-01', lastDay: '2026-12-04', reason: '外出培训' },
    }),
  },
  'POST /directory/absences/:id/shorten': {
    reach: 'district',
    as: 'xitong',
    ...id('absence', { version: 1, lastDay: '2026-12-02' }),
  },
  'POST /directory/absences/:id/cancel': { reach: 'district', as: 'xitong', ...id('absence', { version: 1 }) },

  'GET /liaison/owed': { reach: 'scope', as: 'lianluo-wuchang' },
  'GET /liaison/done': { reach: 'scope', as: 'lianluo-wuchang' },
  'POST /liaison/owed/:id/acknowledge': { reach: 'scope', as: 'lianluo-wuchang', ...id('askedClock') },
  'POST /liaison/owed/:id/more-time': {
    reach: 'scope',
    as: 'lianluo-wuchang',
    ...id('askedClock', { days: 3, reason: '需要调阅档案' }),
  },
  'GET /liaison/cases/:id/requests': { reach: 'scope', as: 'lian', ...id('reconsideration') },
  'POST /liaison/cases/:id/requests': {
    reach: 'scope',
    as: 'lian',
    needs: ['reconsideration'],
    call: async (refs, given) => ({
      params: { id: refs.reconsideration },
      body: { organIds: [await given.organId(UNIT)], kind: 'FACTS', text: '请核实登记情况。', workingDays: 3 },
    }),
  },
  'GET /liaison/requests/:id': { reach: 'scope', as: 'lianluo-wuchang', ...id('asked') },
  'POST /liaison/requests/:id/read': { reach: 'scope', as: 'lianluo-wuchang', ...id('asked') },
  'POST /liaison/requests/:id/messages': {
    reach: 'scope',
    as: 'lianluo-wuchang',
    ...id('asked', { text: '请问核实哪一年度？' }),
  },
  'POST /liaison/requests/:id/answer': {
    reach: 'scope',
    as: 'lianluo-wuchang',
    ...id('asked', { version: 1, text: '经核实，已登记。' }),
  },
  'POST /liaison/requests/:id/handled': { reach: 'scope', as: 'lianluo-wuchang', ...id('askedNotice', { version: 1 }) },
  'POST /liaison/requests/:id/withdraw': {
    reach: 'scope',
    as: 'lian',
    ...id('asked', { version: 1, reason: '已经查明' }),
  },
  'POST /liaison/requests/:id/more-time': {
    reach: 'scope',
    as: 'lian',
    ...id('askedMoreTime', { version: 1, granted: true, reason: '同意' }),
  },
  'POST /liaison/requests/:id/files': {
    reach: 'scope',
    as: 'lianluo-wuchang',
    needs: ['asked'],
    call: (refs) => ({ params: { id: refs.asked }, form: {} }),
  },
  'GET /liaison/requests/:id/files/:fileId': {
    reach: 'scope',
    as: 'lianluo-wuchang',
    needs: ['asked', 'askedFile'],
    call: (refs) => ({ params: { id: refs.asked, fileId: refs.askedFile } }),
  },
  'POST /liaison/cases/:id/reply': {
    reach: 'scope',
    as: 'lianluo-wuchang',
    needs: ['replying'],
    call: async (refs, given) => ({ params: { id: refs.replying }, body: await replyTo(given, refs.replying) }),
  },
  'GET /settings/liaison-digest': { reach: 'district', as: 'xitong' },
  'PUT /settings/liaison-digest': {
    reach: 'district',
    as: 'xitong',
    call: async (_refs, given) => ({ body: { weekday: 1, at: '08:30', version: await digestVersion(given) } }),
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
  'POST /disputes/imports': { reach: 'scope', as: 'lian', call: () => ({ file: Buffer.from(ledger()) }) },
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
  'GET /cases/:id/as-of': {
    reach: 'scope',
    as: 'lian',
    needs: ['reconsideration'],
    call: (refs, given) => ({
      params: { id: refs.reconsideration },
      query: { at: given.app.clock.now().toISOString() },
    }),
  },
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

  'GET /mediation/sessions': {
    reach: 'scope',
    as: 'zhongxin',
    call: () => ({ query: { from: '2026-11-01', to: '2026-12-31' } }),
  },

  'GET /documents/kinds': { reach: 'district', as: 'lian' },
  'GET /documents/void-numbers': { reach: 'district', as: 'lian' },
  'GET /cases/:id/papers': { reach: 'scope', as: 'lian', ...id('reconsideration') },
  'POST /cases/:id/papers': {
    reach: 'scope',
    as: 'lian',
    ...id('reconsideration', { kind: 'Z01', data: { answerBy: '2026-12-08' }, addressees: TO_RESPONDENT }),
  },
  'GET /cases/:id/papers/:paperId': { reach: 'scope', as: 'lian', ...paper('paper') },
  'PUT /cases/:id/papers/:paperId': {
    reach: 'scope',
    as: 'lian',
    ...paper('paper', { version: 1, data: { reason: '改过的事由' }, addressees: TO_RESPONDENT }),
  },
  'POST /cases/:id/papers/:paperId/submit': { reach: 'scope', as: 'lian', ...paper('paper', { version: 1 }) },
  'POST /cases/:id/papers/:paperId/return': {
    reach: 'scope',
    as: 'juzhang',
    ...paper('submittedPaper', { version: 2, reason: '请补充' }),
  },
  'POST /cases/:id/papers/:paperId/sign': { reach: 'scope', as: 'juzhang', ...paper('submittedPaper', { version: 2 }) },
  'POST /cases/:id/papers/:paperId/void': {
    reach: 'scope',
    as: 'lian',
    ...paper('paper', { version: 1, reason: '重复起草' }),
  },
  'GET /cases/:id/papers/:paperId/versions': { reach: 'scope', as: 'lian', ...paper('paper') },
  'GET /cases/:id/papers/:paperId/docx': { reach: 'scope', as: 'lian', ...paper('signedPaper') },
  'GET /cases/:id/papers/:paperId/pdf': { reach: 'scope', as: 'lian', ...paper('signedPaper') },
  'POST /cases/:id/papers/:paperId/renditions': { reach: 'scope', as: 'lian', ...paper('signedPaper') },

  'GET /settings/relief-rules': { reach: 'district', as: 'xitong' },
  'PUT /settings/relief-rules/:code': {
    reach: 'district',
    as: 'xitong',
    call: async (_refs, given) => {
      const { body } = await (await given.app.as('xitong')).get('/settings/relief-rules');
      const last = (body as { id: string; code: string; validFrom: string }[]).find(
        (rule) => rule.code === 'MEDIATION',
      )!;
      const change = { replacesId: last.id, validFrom: addDays(last.validFrom, 1), text: '本调解书经签字盖章即生效。' };
      return {
        params: { code: 'MEDIATION' },
        body: { ...change, article: '复议法 第73条', court: '某人民法院', reason: '改写' },
      };
    },
  },
  'GET /settings/paper-series': { reach: 'district', as: 'xitong' },
  'PUT /settings/paper-series/:code': {
    reach: 'district',
    as: 'xitong',
    call: async (_refs, given) => {
      const version = await versionOfSetting(given, 'paper-series', 'code', 'rc-letter');
      return { params: { code: 'rc-letter' }, body: { prefix: '余政复新', version, reason: '按规定' } };
    },
  },
  'GET /settings/paper-issuers': { reach: 'district', as: 'xitong' },
  'PUT /settings/paper-issuers/:seal': {
    reach: 'district',
    as: 'xitong',
    call: async (_refs, given) => {
      const version = await versionOfSetting(given, 'paper-issuers', 'seal', 'RECEIPT');
      return { params: { seal: 'RECEIPT' }, body: { name: '测试区人民政府', version, reason: '按规定' } };
    },
  },
  'GET /settings/document-templates': { reach: 'district', as: 'xitong' },
  'POST /settings/document-templates/:kind': {
    reach: 'district',
    as: 'xitong',
    call: async () => ({ params: { kind: 'Z04' }, file: await templateFile() }),
  },
  'GET /settings/document-templates/:id/preview': { reach: 'district', as: 'xitong', ...id('template') },
  'PUT /settings/document-templates/:id/active': {
    reach: 'district',
    as: 'xitong',
    ...id('template', { active: true }),
  },
  'GET /cases/:id/requests': { reach: 'scope', as: 'lian', ...id('online') },
  'POST /cases/:id/online-application': { reach: 'scope', as: 'lian', ...id('online', { reason: '核对送达地址' }) },
  'POST /cases/:id/requests/:requestId/settle': {
    reach: 'scope',
    as: 'lian',
    needs: ['online'],
    call: (refs) => ({
      params: { id: refs.online, requestId: refs.onlineRequest },
      body: { version: 1, outcome: 'NOTED', reply: '已收悉。' },
    }),
  },
  'GET /cases/:id/deliveries': { reach: 'scope', as: 'lian', ...id('reconsideration') },
  'POST /cases/:id/deliveries': {
    reach: 'scope',
    as: 'lian',
    needs: ['reconsideration'],
    call: async (refs, given) => ({
      params: { id: refs.reconsideration },
      body: { paper: 'NOTICE', recipientIds: [await given.organId('区教育局')] },
    }),
  },
  'POST /deliveries/:id/attempts': {
    reach: 'scope',
    as: 'lian',
    ...id('delivery', { method: 'POST', on: '2026-11-24', trackingNumber: 'XA123456789CN' }),
  },
  'POST /deliveries/:id/served': {
    reach: 'scope',
    as: 'lian',
    ...id('sentDelivery', { method: 'POST', on: '2026-11-24', receivedBy: 'SELF' }),
  },
  'POST /deliveries/:id/failed': {
    reach: 'scope',
    as: 'lian',
    ...id('sentDelivery', { on: '2026-11-24', reason: 'ABSENT' }),
  },
  'GET /disputes/:id/address-confirmations': { reach: 'scope', as: 'lian', ...id('dispute') },
  'POST /disputes/:id/address-confirmations': {
    reach: 'scope',
    as: 'lian',
    needs: ['dispute'],
    call: (refs) => ({
      params: { id: refs.dispute },
      body: {
        recipientId: refs.party,
        address: '测试街道2号',
        phone: '13800001234',
        electronic: true,
        email: 'party@example.com',
        confirmedOn: '2026-11-24',
      },
    }),
  },
  'GET /service/postal-batches': { reach: 'scope', as: 'lian' },
  'POST /service/postal-batches': {
    reach: 'scope',
    as: 'lian',
    needs: ['sentDelivery'],
    call: (refs) => ({ body: { postedOn: '2026-11-24', deliveryIds: [refs.sentDelivery] } }),
  },
  'GET /service/postal-batches/:id': { reach: 'scope', as: 'lian', ...id('batch') },
  'GET /service/postal-batches/:id/list': { reach: 'scope', as: 'lian', ...id('batch') },
  'POST /service/postal-batches/:id/returns': {
    reach: 'scope',
    as: 'lian',
    ...id('batch', { rows: [{ line: 1, outcome: 'RECEIVED', on: '2026-11-24', trackingNumber: 'XA123456789CN' }] }),
  },
  'POST /service/postal-batches/:id/returns/file': {
    reach: 'scope',
    as: 'lian',
    needs: ['batch'],
    call: (refs) => ({
      params: { id: refs.batch },
      file: Buffer.from('序号,结果,日期,退回原因\n1,退回,2026-11-24,拒收'),
    }),
  },
  'GET /integrity/checks': { reach: 'scope', as: 'kezhang' },
  'GET /integrity/checks/:code/history': {
    reach: 'scope',
    as: 'kezhang',
    call: () => ({ params: { code: 'clock-under-closed-case' } }),
  },
  'GET /integrity/findings': { reach: 'scope', as: 'kezhang' },
  'GET /integrity/findings/:id': { reach: 'scope', as: 'kezhang', ...id('finding') },
  'POST /integrity/findings/:id/accept': {
    reach: 'scope',
    as: 'kezhang',
    ...id('finding', { version: 1, reason: '等待法院裁定', until: '2026-12-31' }),
  },
  'GET /integrity/runs': { reach: 'district', as: 'xitong' },
  'POST /integrity/runs': { reach: 'district', as: 'xitong' },
  'GET /settings/integrity-checks': { reach: 'district', as: 'xitong' },
  'PUT /settings/integrity-checks/:code': {
    reach: 'district',
    as: 'xitong',
    call: () => ({ params: { code: 'case-stuck' }, body: { amount: 45, version: 0, reason: '加强督促' } }),
  },
  'GET /calendar-feeds': { reach: 'person', as: 'fuyi' },
  'POST /calendar-feeds': { reach: 'person', as: 'fuyi', call: () => ({ body: { name: '手机' } }) },
  'POST /calendar-feeds/:id/rotate': { reach: 'person', as: 'fuyi', ...id('feed', { version: 1 }) },
  'DELETE /calendar-feeds/:id': { reach: 'person', as: 'fuyi', ...id('feed') },
  'GET /settings/service': { reach: 'district', as: 'xitong' },
  'PUT /settings/service': {
    reach: 'district',
    as: 'xitong',
    call: () => ({ body: { electronicToOrgans: false, version: 1, reason: '工作惯例' } }),
  },
  'POST /cases/:id/files': {
    reach: 'scope',
    as: 'lian',
    needs: ['reconsideration'],
    call: (refs) => ({ params: { id: refs.reconsideration }, form: FILE }),
  },
  'GET /cases/:id/files': { reach: 'scope', as: 'lian', ...id('reconsideration') },
  'GET /cases/:id/evidence': { reach: 'scope', as: 'lian', ...id('reconsideration') },
  'POST /cases/:id/file-exports': { reach: 'scope', as: 'lian', ...id('reconsideration', { withSub: false }) },
  'GET /files/:id': { reach: 'scope', as: 'lian', ...id('file') },
  'PATCH /files/:id': { reach: 'scope', as: 'lian', ...id('file', { ...FILE, version: 1 }) },
  'POST /files/:id/versions': {
    reach: 'scope',
    as: 'lian',
    needs: ['file'],
    call: (refs) => ({ params: { id: refs.file }, form: { version: '1' } }),
  },
  'POST /files/:id/withdraw': { reach: 'scope', as: 'lian', ...id('file', END) },
  'POST /files/:id/withhold': {
    reach: 'scope',
    as: 'fuyi',
    ...id('file', { version: 1, grounds: ['PRIVACY'], reason: '涉及个人隐私' }),
  },
  'POST /files/:id/confirm-withholding': {
    reach: 'scope',
    as: 'juzhang',
    ...id('withheld', { version: 2, confirmed: true }),
  },
  'GET /file-exports/:id': { reach: 'person', as: 'lian', ...id('exported') },
  'GET /file-exports/:id/content': { reach: 'person', as: 'lian', ...id('exported') },

  'GET /clocks/:id/reminders': { reach: 'scope', as: 'lian', ...id('clock') },

  'GET /mediation/committees': { reach: 'district', as: 'lian' },
  'GET /mediation/committees/export': { reach: 'district', as: 'zhongxin' },
  'GET /mediation/committees/:id': { reach: 'district', as: 'lian', ...id('committee') },
  'POST /mediation/committees': { reach: 'district', as: 'zhongxin', call: () => ({ body: committeeRequest() }) },
  'POST /mediation/committees/import': {
    reach: 'district',
    as: 'zhongxin',
    call: () => ({ file: Buffer.from(networkSheet('committees')) }),
  },
  'PUT /mediation/committees/:id': {
    reach: 'district',
    as: 'zhongxin',
    ...id('committee', { version: 1, ...COMMITTEE, name: '测试行业调解总会', shortName: '测试总会' }),
  },
  'POST /mediation/committees/:id/end': {
    reach: 'district',
    as: 'zhongxin',
    ...id('committee', { version: 1, what: 'COMMITTEE', until: '2026-12-31', reason: '撤销' }),
  },
  'POST /mediation/committees/:id/members': {
    reach: 'district',
    as: 'zhongxin',
    ...id('committee', {
      name: '新聘主任',
      role: 'committee_chair',
      title: '主任',
      from: '2026-01-01',
      until: '2029-01-01',
    }),
  },
  'POST /mediation/committees/:id/members/:postId/end': {
    reach: 'district',
    as: 'zhongxin',
    needs: ['member'],
    call: (refs) => ({
      params: { id: refs.committee, postId: refs.member },
      body: { version: 1, until: '2026-12-01', reason: '任期届满' },
    }),
  },
  'GET /mediation/mediators': { reach: 'district', as: 'lian' },
  'GET /mediation/mediators/export': { reach: 'district', as: 'zhongxin' },
  'GET /mediation/mediators/:id': { reach: 'district', as: 'lian', ...id('mediator') },
  'POST /mediation/mediators/import': {
    reach: 'district',
    as: 'zhongxin',
    call: () => ({ file: Buffer.from(networkSheet('mediators')) }),
  },
  'PUT /mediation/mediators/:id': { reach: 'district', as: 'zhongxin', ...id('mediator', { version: 1, ...MEDIATOR }) },
  'GET /cases/:id/candidates': {
    reach: 'scope',
    as: 'zhongxin',
    needs: ['mediation'],
    call: (refs) => ({ params: { id: refs.mediation }, query: { kind: 'COMMITTEE' } }),
  },
  'GET /cases/:id/assignments': { reach: 'scope', as: 'zhongxin', ...id('mediation') },
  'GET /cases/:id/party-exclusions': { reach: 'scope', as: 'zhongxin', ...id('mediation') },
  'POST /cases/:id/party-exclusions': {
    reach: 'scope',
    as: 'zhongxin',
    needs: ['mediation'],
    call: async (refs, given) => ({
      params: { id: refs.mediation },
      body: { partyId: refs.party, personId: await given.personId('tiaojie-wuchang'), reason: '曾有纠纷' },
    }),
  },
  'POST /cases/:id/party-exclusions/:exclusionId/withdraw': {
    reach: 'scope',
    as: 'zhongxin',
    needs: ['excluding', 'exclusion'],
    call: (refs) => ({ params: { id: refs.excluding, exclusionId: refs.exclusion } }),
  },
  'POST /mediation/cases/:id/admission': {
    reach: 'scope',
    as: 'zhongxinzhuren',
    needs: ['mediation'],
    call: async (refs, given) => {
      const parties = [refs.party, await given.organId(UNIT)];
      const consents = parties.map((partyId) => ({ partyId, form: 'WRITTEN', answeredOn: '2026-11-24' }));
      const body = { version: 2, consents, upTo: 'MEDIATOR', basis: 'LEFT_TO_CENTRE' };
      return { params: { id: refs.mediation }, body };
    },
  },
  'POST /mediation/bulk-assignments': {
    reach: 'scope',
    as: 'zhongxinzhuren',
    needs: ['excluding'],
    call: (refs) => ({
      body: {
        cases: [{ caseId: refs.excluding, version: 8 }],
        kind: 'MEDIATOR',
        basis: 'LEFT_TO_CENTRE',
        allOrNothing: true,
      },
    }),
  },
  'POST /mediation/releases': {
    reach: 'scope',
    as: 'zhongxinzhuren',
    needs: ['mediated'],
    call: (refs) => ({
      body: { cases: [{ caseId: refs.mediated, version: 9 }], reason: '调岗', allOrNothing: true },
    }),
  },
  'POST /mediation/hand-overs': {
    reach: 'scope',
    as: 'zhongxinzhuren',
    needs: ['mediated', 'serving', 'taker'],
    call: (refs) => ({
      body: {
        cases: [{ caseId: refs.mediated, version: 9 }],
        fromId: refs.serving,
        toId: refs.taker,
        reason: '调岗',
        allOrNothing: true,
      },
    }),
  },
  'POST /mediation/assignments/:id/replay': { reach: 'scope', as: 'zhongxin', ...id('snapshot') },
  'GET /mediation/load': { reach: 'district', as: 'zhongxin', call: () => ({ query: { kind: 'MEDIATOR' } }) },
  'GET /mediation/load/:id/cases': { reach: 'district', as: 'zhongxin', ...id('mediator') },
  'GET /mediation/fairness': { reach: 'district', as: 'zhongxin', call: () => ({ query: { year: '2026' } }) },
  'GET /mediation/orphaned': { reach: 'scope', as: 'zhongxin' },
  'GET /mediation/relations': {
    reach: 'person',
    as: 'zhongxin',
    needs: ['mediator'],
    call: (refs) => ({ query: { personId: refs.mediator } }),
  },
  'POST /mediation/relations': {
    reach: 'person',
    as: 'zhongxin',
    needs: ['mediator', 'organ'],
    call: (refs) => ({
      body: {
        personId: refs.mediator,
        organId: refs.organ,
        kind: 'INTEREST',
        explanation: '承包工程',
        fromOn: '2026-01-01',
      },
    }),
  },
  'POST /mediation/relations/:id/withdraw': { reach: 'district', as: 'zhongxin', ...id('relation') },
  'GET /mediation/weights': { reach: 'district', as: 'zhongxin' },
  'POST /mediation/weights': {
    reach: 'district',
    as: 'zhongxinzhuren',
    call: () => ({
      body: { matter: 10, area: 10, load: 10, continuity: 10, language: 10, availability: 10, reason: '试行' },
    }),
  },
  'POST /mediation/weights/:version/dry-run': {
    reach: 'district',
    as: 'zhongxin',
    call: () => ({ params: { version: '1' }, body: { from: '2026-01-01', until: '2027-01-01', kind: 'MEDIATOR' } }),
  },
  'POST /mediation/weights/:version/take-effect': {
    reach: 'district',
    as: 'zhongxinzhuren',
    call: async (_refs, given) => {
      const [made] = await given.app.database.read<{ current: number; version: number }>(
        `INSERT INTO mediation.assignment_weights (matter, area, load, continuity, language, availability, reason, created_by)
         SELECT matter, area, load, continuity, language, availability, reason, created_by
         FROM mediation.assignment_weights WHERE version = 1
         RETURNING version, (SELECT version FROM mediation.assignment_weights WHERE effective_at IS NOT NULL
           ORDER BY effective_at DESC LIMIT 1) AS current`,
      );
      const { current, version } = made!;
      return { params: { version: String(version) }, body: { current, reason: '试行结果较好' } };
    },
  },
  'GET /mediation/tariffs': { reach: 'district', as: 'lian' },
  'POST /mediation/tariffs': { reach: 'district', as: 'zhongxin', call: () => ({ body: TARIFF }) },
  'GET /mediation/settlements': { reach: 'scope', as: 'zhongxin' },
  'POST /mediation/settlements': { reach: 'scope', as: 'zhongxin', call: () => ({ body: { month: '2026-11' } }) },
  'GET /mediation/settlements/:id': { reach: 'district', as: 'zhongxin', ...id('settlement') },
  'GET /mediation/settlements/:id/lines': { reach: 'district', as: 'zhongxin', ...id('settlement') },
  'GET /mediation/settlements/:id/export': { reach: 'district', as: 'zhongxin', ...id('settlement') },
  'POST /mediation/settlements/:id/approve': {
    reach: 'district',
    as: 'zhongxinzhuren',
    ...id('settlement', { version: 1 }),
  },
  'POST /mediation/settlements/:id/return': {
    reach: 'district',
    as: 'zhongxinzhuren',
    ...id('approved', { version: 2, reason: '有误' }),
  },
  'POST /mediation/settlements/:id/freeze': { reach: 'district', as: 'zhongxin', ...id('approved', { version: 2 }) },
  'POST /mediation/settlements/:id/corrections': {
    reach: 'district',
    as: 'zhongxin',
    needs: ['later', 'correctable'],
    call: (refs) => ({
      params: { id: refs.later },
      body: { version: 1, lineId: refs.correctable, differenceFen: -100, reason: '标准适用有误' },
    }),
  },
  'DELETE /mediation/settlements/:id/corrections/:lineId': {
    reach: 'district',
    as: 'zhongxin',
    needs: ['correction'],
    call: (refs) => ({ params: { id: refs.later, lineId: refs.correction }, query: { version: '2' } }),
  },
  'GET /ownership/overview': { reach: 'scope', as: 'lingdao1' },
  'POST /ownership/overview/looked': { reach: 'person', as: 'lingdao1' },
  'GET /ownership/lines': { reach: 'scope', as: 'lingdao1', call: () => ({ query: { show: 'owned' } }) },
  'GET /ownership/candidates': { reach: 'scope', as: 'kezhang' },
  'POST /ownership/candidates/:id/dismiss': {
    reach: 'scope',
    as: 'kezhang',
    ...id('candidate', { version: 1, reason: '已有其他安排' }),
  },
  'POST /ownership/entry-rule/preview': { reach: 'scope', as: 'kezhang', call: () => ({ body: { ...ENTRY_RULE } }) },
  'GET /settings/ownership': { reach: 'district', as: 'kezhang' },
  'PUT /settings/ownership/entry-rule': {
    reach: 'district',
    as: 'kezhang',
    call: async (_refs, given) => {
      const version = await versionOfOwnership(given, 'entryRuleVersion');
      return { body: { ...ENTRY_RULE, version, reason: '工作惯例' } };
    },
  },
  'PUT /settings/ownership/practice': {
    reach: 'district',
    as: 'kezhang',
    call: async (_refs, given) => {
      const version = await versionOfOwnership(given, 'practiceVersion');
      return { body: { ...OWNERSHIP_PRACTICE, version, reason: '工作惯例' } };
    },
  },
  'GET /ownership/lists': { reach: 'scope', as: 'lingdao1' },
  'POST /ownership/lists': {
    reach: 'scope',
    as: 'quzhang',
    needs: ['proposedOwnership'],
    call: (refs) => ({
      body: { cases: [{ caseId: refs.proposedOwnership, version: 2 }], basis: 'AUTHORITY', opinion: '同意' },
    }),
  },
  'GET /ownership/lists/:year': { reach: 'scope', as: 'lingdao1', ...ofYear },
  'GET /ownership/lists/:year/lines': { reach: 'scope', as: 'lingdao1', ...ofYear },
  'GET /ownership/lists/:year/entries': { reach: 'scope', as: 'lingdao1', ...ofYear },
  'GET /ownership/lists/:year/xlsx': { reach: 'scope', as: 'lingdao1', ...ofYear },
  'GET /cases/:id/instructions': { reach: 'scope', as: 'lingdao1', ...id('ownership') },
  'POST /cases/:id/instructions': {
    reach: 'scope',
    as: 'lingdao1',
    ...id('ownership', { content: '请本周内与当事人见面。', workingDays: 3 }),
  },
  'POST /ownership/instructions/:id/answer': {
    reach: 'scope',
    as: 'fuze-wuchang',
    ...id('instruction', { content: '已见面。' }),
  },
  'POST /ownership/instructions/:id/accept': {
    reach: 'scope',
    as: 'lingdao1',
    ...id('answeredInstruction', { content: '同意。' }),
  },
  'POST /ownership/instructions/:id/press': {
    reach: 'scope',
    as: 'lingdao1',
    ...id('answeredInstruction', { content: '请补充见面情况。' }),
  },
  'GET /ownership/interferences': { reach: 'scope', as: 'juzhang' },
};

const DRAFT = {
  applicants: [{ name: SECRETS.name, isRepresentative: false }],
  claims: '请求撤销。',
  actKnownOn: '2026-11-05',
};

/** The version of a setting on papers, as it is now. */
async function versionOfSetting(given: Given, path: string, key: string, value: string): Promise<number> {
  const { body } = await (await given.app.as('xitong')).get(`/settings/${path}`);
  return (body as Record<string, unknown>[]).find((each) => each[key] === value)!['version'] as number;
}

/** The version of a setting of case ownership, as it is now. */
async function versionOfOwnership(given: Given, which: 'entryRuleVersion' | 'practiceVersion'): Promise<number> {
  const { body } = await (await given.app.as('kezhang')).get('/settings/ownership');
  return (body as Record<typeof which, number>)[which];
}

/** A call about a draft of its own, complete or not, under its code. */
async function onDraft(given: Given, whole: boolean, body?: Record<string, unknown>): Promise<Call> {
  const citizen = new Citizen(given);
  const { id, code } = await citizen.draft(whole ? await citizen.content() : DRAFT);
  return { params: { id }, headers: { 'x-portal-code': code }, ...(body ? { body } : {}) };
}

/** A call about an application that was handed in, by its number and code. */
async function onApplication(given: Given, body: Record<string, unknown> = {}): Promise<Call> {
  const { caseNumber: number, code } = await new Citizen(given).submitted();
  return { body: { number, code, ...body } };
}

/** Valid calls of the public routes that are given something. */
export const PUBLIC_CALLS: Readonly<Record<string, (given: Given) => Promise<Call>>> = {
  'POST /auth/login': () => Promise.resolve({ body: { login: 'tiaojie3', password: 'Heyi-demo-2026' } }),
  'POST /auth/token': () => Promise.resolve({ body: { login: 'tiaojie3', password: 'Heyi-demo-2026' } }),
  'POST /deadlines/preview': () =>
    Promise.resolve({ body: { amount: 5, unit: 'working-day', from: '2026-11-24', roll: true } }),
  'POST /portal/drafts': () => Promise.resolve({}),
  'PUT /portal/drafts/:id': (given) => onDraft(given, false, { version: 2, content: DRAFT }),
  'DELETE /portal/drafts/:id': (given) => onDraft(given, false),
  'POST /portal/drafts/:id/check': (given) => onDraft(given, false, { own: [] }),
  'POST /portal/drafts/:id/submit': (given) => onDraft(given, true, { version: 2, declaration: true }),
  'POST /portal/receipts': (given) => onApplication(given),
  'POST /portal/receipts/verify': () =>
    Promise.resolve({ body: { number: '余政复〔2026〕1号', hash: 'a'.repeat(64) } }),
  'POST /portal/track': (given) => onApplication(given),
  'POST /portal/service-address': (given) =>
    onApplication(given, { address: '测试路1号', phone: '13900001234', electronic: true }),
  'POST /portal/files': (given) => onApplication(given),
  'POST /portal/files/:id/content': async (given) => {
    const citizen = new Citizen(given);
    const receipt = await citizen.submitted();
    return { params: { id: await citizen.file(receipt) }, body: { number: receipt.caseNumber, code: receipt.code } };
  },
  'POST /portal/documents/:id/content': async (given) => {
    const citizen = new Citizen(given);
    const receipt = await citizen.submitted();
    return {
      params: { id: await citizen.sentPaper(receipt) },
      body: { number: receipt.caseNumber, code: receipt.code },
    };
  },
  'POST /portal/documents/receive': async (given) => {
    const citizen = new Citizen(given);
    const receipt = await citizen.submitted();
    const documentId = await citizen.sentDocument(receipt);
    return { body: { number: receipt.caseNumber, code: receipt.code, documentId } };
  },
  'POST /portal/mediation/offers': async (given) => {
    const citizen = new Citizen(given);
    const receipt = await citizen.submitted();
    const { disputeId } = await citizen.caseOf(receipt);
    await given.confirmedMediation({ id: disputeId, partyIds: [await citizen.partyOf(disputeId)] });
    return { body: { number: receipt.caseNumber, code: receipt.code, text: '退还一半即可。', amountFen: 50_000 } };
  },
  'POST /portal/requests': (given) => onApplication(given, { kind: 'MEDIATION', text: '愿意调解。' }),
};
