import { missingFields, type DocumentData } from '@app/documents';
import { describeKind, GAPS } from '../../../documents/testing/catalogue-suite.js';
import { textOf } from '../../../documents/testing/paper-examples.js';
import { RECONSIDERATION_PAPERS, reconsiderationPaper } from './catalogue.js';
import { exampleData } from '../../testing/paper-examples.js';

const each = RECONSIDERATION_PAPERS.map((kind) => [kind.code, kind] as const);
it('R01 to R31 are all there, each code once', () => {
  const numbers = new Set(RECONSIDERATION_PAPERS.map((kind) => kind.code.slice(0, 3)));
  const wanted = Array.from({ length: 31 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`);
  expect([...numbers].sort()).toEqual(wanted);
  expect(new Set(RECONSIDERATION_PAPERS.map((kind) => kind.code)).size).toBe(RECONSIDERATION_PAPERS.length);
  expect(() => reconsiderationPaper('R99')).toThrow('R99');
});

describe.each(each)('%s', (_code, kind) => {
  describeKind(kind, exampleData);

  it('is signed by the heads where it carries a seal, has a number only there, and asks for no identity', () => {
    expect(kind.code).toMatch(/^R\d{2}(-[A-Z]+)*$/);
    expect(kind.article).toMatch(/第\d+条/);
    if (kind.seal === 'AUTHORITY' || kind.seal === 'SPECIAL') {
      expect(kind.signers.every((role) => role === 'institution_head' || role === 'authority_head')).toBe(true);
    } else {
      expect(kind.series).toBeNull();
    }
    // Only the application, written or oral, may ask for a number of identity (条例 第27条).
    const asksId = kind.fields.some((field) => field.label.includes('身份证号码'));
    expect(asksId).toBe(['R01', 'R02'].includes(kind.code));
  });

  it('is made by the law of its day', () => {
    expect(kind.articleOn?.('2026-07-01')).toBe(kind.article);
    for (const [day, absent] of [
      ['2023-12-31', /2023(?!年)|实施条例 2026/],
      ['2026-06-30', /实施条例 2026|2017/],
    ] as const) {
      expect(kind.articleOn?.(day)?.replace(/民诉法 2023/g, '') ?? '').not.toMatch(absent);
    }
  });
});

it('a field that a choice brings in is required with it, and shown', () => {
  const cases: [code: string, choice: DocumentData, field: string][] = [
    ['R05', { failed: ['JURISDICTION'] }, 'competentAuthority'],
    ['R06-TRACK', { track: 'SIMPLIFIED' }, 'simplifiedGround'],
    ['R21', { dismissalGround: 'GROUNDLESS' }, 'explainedOn'],
    ['R21', { dismissalGround: 'CONDITIONS' }, 'failed'],
    ['R31-PUBLICITY-APPROVAL', { publication: 'PARTIAL' }, 'reason'],
    ['R30-AUTHORISATION', { power: 'SPECIAL' }, 'specialPowers'],
    ['R22-REVOKE', { scope: 'PART' }, 'revokedPart'],
    ['R22-REVOKE', { remake: 'YES' }, 'remakeDays'],
    ['R22-CHANGE', { compensation: 'GRANTED' }, 'compensationAmount'],
    ['R22-CHANGE', { compensation: 'GRANTED' }, 'compensationDays'],
  ];
  for (const [code, choice, field] of cases) {
    const kind = reconsiderationPaper(code);
    const data = { ...exampleData(kind), ...choice };
    expect(missingFields(kind, data)).toEqual([]);
    expect(missingFields(kind, { ...data, [field]: null }).map((f) => f.name)).toEqual([field]);
    expect(textOf(kind, data)).not.toMatch(GAPS);
    expect(textOf(kind, data)).not.toBe(textOf(kind, { ...data, [field]: null }));
  }
});
