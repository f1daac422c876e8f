import { DomainError } from '@app/kernel';
import { validated } from '@app/platform';
import type { Confirmation, RecipientFact } from './facts.js';
import { ATTEMPT_RULES, firstRefusal, SERVICE_RULES, type ServiceCase } from './guards.js';
import { RECEIVERS, RECEIVERS_OF, SERVICE_METHODS, type RecipientKind, type ServiceMethod } from './methods.js';
import { PAPERS } from './papers.js';
import { servedOn, ServiceRecord } from './record.js';

const METHODS = Object.keys(SERVICE_METHODS) as ServiceMethod[];
const KINDS: RecipientKind[] = ['PERSON', 'ORGANISATION', 'ORGAN'];
const ON = '2026-08-11';
const TODAY = '2026-10-01';

/** Everything each method may need. */
const PARTICULARS: Record<ServiceMethod, object> = {
  DIRECT: {},
  DIRECT_AT_OFFICE: {},
  LIEN: { lienProof: 'WITNESS' },
  ELECTRONIC: {},
  ENTRUST: { entrustedTo: '外地司法局' },
  POST: {},
  RELAY: { relayVia: 'PRISON' },
  ANNOUNCE: { note: '多次投递退回，登报公告' },
};

/** What is known before: no confirmation, agreement, refusal of electronic service, failed attempts, whereabouts unknown. */
const BEFORE = {
  nothing: {},
  agreed: { confirmations: [{ on: '2026-08-03', electronic: true }] },
  'agreed later': { confirmations: [{ on: '2026-08-12', electronic: true }] },
  'took it back': {
    confirmations: [
      { on: '2026-08-05', electronic: false },
      { on: '2026-08-03', electronic: true },
    ],
  },
  'an attempt failed': { failed: { DECISION: 1 } },
  'another paper failed': { failed: { NOTICE: 3 } },
} satisfies Record<string, { confirmations?: Confirmation[]; failed?: Record<string, number> }>;

type Before = keyof typeof BEFORE;

function given(
  method: ServiceMethod,
  kind: RecipientKind,
  before: Partial<RecipientFact> = {},
  record: object = {},
  more: Partial<ServiceCase> = {},
): ServiceCase {
  return {
    paper: 'DECISION',
    recipient: { recipientId: 'r', kind, confirmations: [], failed: {}, ...before },
    record: { method, on: ON, ...PARTICULARS[method], ...record },
    electronicToOrgans: false,
    today: TODAY,
    ...more,
  };
}

const refusal = (each: ServiceCase, rules = SERVICE_RULES): string | undefined => firstRefusal(rules, each)?.code;

/** Written from the law, not from the table of methods: what a method refuses to a recipient of whom this is known. */
function expected(method: ServiceMethod, kind: RecipientKind, before: Before): string | undefined {
  if (method === 'RELAY' && kind !== 'PERSON') return 'service.method-not-for-recipient';
  if (method === 'ANNOUNCE' && kind === 'ORGAN') return 'service.method-not-for-recipient';
  if (method === 'ELECTRONIC' && before !== 'agreed') return 'service.no-electronic-consent';
  if (method === 'ANNOUNCE' && before !== 'an attempt failed') return 'service.announcement-too-early';
  return undefined;
}

const TABLE = METHODS.flatMap((method) =>
  KINDS.flatMap((kind) => (Object.keys(BEFORE) as Before[]).map((before) => [method, kind, before] as const)),
);

it('covers every method, recipient and precondition', () => {
  expect(TABLE).toHaveLength(8 * 3 * 6);
});

it.each(TABLE)('%s to %s, %s', (method, kind, before) => {
  expect(refusal(given(method, kind, BEFORE[before]))).toBe(expected(method, kind, before));
  expect(refusal(given(method, kind, BEFORE[before]), ATTEMPT_RULES)).toBe(expected(method, kind, before));
});

describe('SV-1 electronic service', () => {
  it('needs no confirmation of organs where the district says so', () => {
    const to = (kind: RecipientKind) => refusal(given('ELECTRONIC', kind, {}, {}, { electronicToOrgans: true }));
    expect(KINDS.map(to)).toEqual(['service.no-electronic-consent', 'service.no-electronic-consent', undefined]);
  });
});

describe('SV-2 announcement', () => {
  it.each(['POLICE', 'COMMUNITY', 'OTHER'])('is open when whereabouts are unknown by %s', (whereaboutsUnknown) => {
    expect(refusal(given('ANNOUNCE', 'PERSON', {}, { whereaboutsUnknown }))).toBeUndefined();
  });
});

describe('SV-3 mediation document', () => {
  const served = (method: ServiceMethod, record: object = {}) =>
    refusal(
      given(method, 'PERSON', { ...BEFORE.agreed, failed: { MEDIATION_STATEMENT: 1 } }, record, {
        paper: 'MEDIATION_STATEMENT',
      }),
    );

  it('is not left and not announced', () => {
    expect(METHODS.filter((method) => served(method) === 'service.method-barred-for-paper')).toEqual([
      'LIEN',
      'ANNOUNCE',
    ]);
  });

  it('is signed for by the party or whom it has named', () => {
    const signers = RECEIVERS_OF.PERSON.filter((receivedBy) => served('DIRECT', { receivedBy }) === undefined);
    expect(signers).toEqual(['SELF', 'DESIGNATED']);
  });
});

describe('SV-4 confirmed address', () => {
  const cameBack = (method: ServiceMethod, before: Before) =>
    refusal(given(method, 'PERSON', BEFORE[before], { returned: true }));

  it('makes the day on which mail came back the day of service', () => {
    expect(cameBack('POST', 'agreed')).toBeUndefined();
    expect(cameBack('POST', 'took it back')).toBeUndefined();
    expect(cameBack('POST', 'nothing')).toBe('service.address-not-confirmed');
    expect(cameBack('POST', 'agreed later')).toBe('service.address-not-confirmed');
    expect(cameBack('DIRECT', 'agreed')).toBe('service.address-not-confirmed');
  });
});

describe('SV-5 the day that counts', () => {
  it.each(METHODS)('of %s', (method) => {
    // E15: 30 days from 20 January are 19 February, a day off, and it does not move.
    const day = method === 'ANNOUNCE' ? '2026-02-19' : '2026-01-20';
    expect(servedOn({ method, on: '2026-01-20' })).toBe(day);
    const on = (today: string) =>
      refusal(
        given(
          method,
          'PERSON',
          { failed: { DECISION: 1 }, confirmations: [{ on: '2026-01-01', electronic: true }] },
          { on: '2026-01-20' },
          { today },
        ),
      );
    expect(on(day)).toBeUndefined();
    expect(on(method === 'ANNOUNCE' ? '2026-02-18' : '2026-01-19')).toBe('service.not-served-yet');
  });
});

describe('what a record must say', () => {
  it.each<[ServiceMethod, string]>([
    ['LIEN', 'service.lien-not-proved'],
    ['ENTRUST', 'service.particulars-missing'],
    ['RELAY', 'service.particulars-missing'],
    ['ANNOUNCE', 'service.particulars-missing'],
  ])('of %s', (method, code) => {
    const bare = Object.fromEntries(Object.keys(PARTICULARS[method]).map((key) => [key, undefined]));
    expect(refusal(given(method, 'PERSON', { failed: { DECISION: 1 } }, bare))).toBe(code);
  });

  it.each(KINDS.flatMap((kind) => Object.keys(RECEIVERS).map((receivedBy) => [kind, receivedBy] as const)))(
    '%s: %s signs',
    (kind, receivedBy) => {
      const person = ['SELF', 'FAMILY', 'AGENT', 'DESIGNATED'];
      const entity = ['LEGAL_REP', 'MAIL_ROOM', 'AGENT', 'DESIGNATED'];
      const entitled = (kind === 'PERSON' ? person : entity).includes(receivedBy);
      expect(refusal(given('DIRECT', kind, {}, { receivedBy }))).toBe(
        entitled ? undefined : 'service.receiver-not-entitled',
      );
    },
  );

  it.each(['LIEN', 'ELECTRONIC'] as const)('nobody signs for %s', (method) => {
    expect(refusal(given(method, 'PERSON', BEFORE.agreed, { receivedBy: 'SELF' }))).toBe(
      'service.receiver-not-entitled',
    );
  });

  it.each([
    [{ method: 'WECHAT', on: ON }, '#/method'],
    [{ method: 'POST', on: '2026-02-30' }, '#/on'],
    [{ method: 'POST', on: ON, trackingNumber: '号' }, '#/trackingNumber'],
    [{ method: 'ENTRUST', on: ON, entrustedTo: ' ' }, '#/entrustedTo'],
    [{ method: 'POST', on: ON, electronicConsentOn: ON }, '#/electronicConsentOn'],
  ])('%j is wrong at %s', async (raw, pointer) => {
    const error = await validated(ServiceRecord, raw).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).errors.map((e) => e.pointer)).toEqual([pointer]);
  });
});

it('gives every refusal a sentence and an article, every method and paper a name', () => {
  for (const rule of SERVICE_RULES) {
    expect(rule.code).toMatch(/^service\.[a-z-]+$/);
    expect(rule.detail).toMatch(/。$/);
    expect(rule.article).toMatch(/第\d+条/);
  }
  for (const { name } of [...Object.values(SERVICE_METHODS), ...Object.values(PAPERS)]) expect(name).not.toBe('');
});
