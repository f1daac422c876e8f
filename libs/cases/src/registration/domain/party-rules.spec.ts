import { checkParties, representativeRule, type PartyFacts } from './party-rules.js';

const party = (over: Partial<PartyFacts> = {}): PartyFacts => ({
  role: 'APPLICANT',
  kind: 'PERSON',
  idType: 'ID_CARD',
  hasIdNumber: true,
  idKey: null,
  phone: '13800005678',
  address: '测试街道',
  legalRepresentative: null,
  isRepresentative: false,
  actsFor: null,
  authority: null,
  ...over,
});
const many = (n: number, representatives: number) =>
  Array.from({ length: n }, (_, i) => party({ isRepresentative: i < representatives }));
const agent = (over: Partial<PartyFacts> = {}) => party({ role: 'AGENT', actsFor: 0, authority: 'GENERAL', ...over });
const codes = (parties: PartyFacts[], on = '2026-11-20') => checkParties(parties, on).map((f) => f.code);

describe('representatives of many applicants (实施条例 第17条)', () => {
  it.each<[string, number, number, string[]]>([
    ['2026-07-01', 10, 0, []],
    ['2026-07-01', 11, 0, ['representativesMissing']],
    ['2026-07-01', 11, 1, ['representativesMissing']],
    ['2026-07-01', 11, 2, []],
    ['2026-07-01', 11, 5, []],
    ['2026-07-01', 11, 6, ['tooManyRepresentatives']],
    ['2026-06-30', 5, 0, []],
    ['2026-06-30', 6, 0, ['representativesMissing']],
    ['2026-06-30', 6, 1, []],
  ])('received on %s: %i applicants, %i representatives → %j', (on, n, chosen, expected) => {
    expect(codes(many(n, chosen), on)).toEqual(expected);
  });

  it('names the regulation of its day', () => {
    expect(representativeRule('2026-06-30').article).toContain('2007');
    expect(representativeRule('2026-07-01').article).toContain('2026');
  });
});

describe('agents (复议法 2023 第17条)', () => {
  it.each<[string, PartyFacts[], string[]]>([
    ['two of one party', [party(), agent(), agent()], []],
    ['two of each of two', [party(), party(), agent(), agent(), agent({ actsFor: 1 }), agent({ actsFor: 1 })], []],
    ['three of one party', [party(), agent(), agent(), agent()], ['tooManyAgents']],
    ['of nobody', [party(), agent({ actsFor: null })], ['principalMissing']],
    ['of another agent', [party(), agent(), agent({ actsFor: 1 })], ['principalMissing']],
    ['of somebody not there', [party(), agent({ actsFor: 7 })], ['principalMissing']],
    ['without authority', [party(), agent({ authority: null })], ['authorityMissing']],
    ['as representative', [party(), agent({ isRepresentative: true })], ['agentIsRepresentative']],
    ['an applicant who acts for another', [party(), party({ actsFor: 0 })], ['notAnAgent']],
  ])('%s', (_, parties, expected) => expect(codes(parties)).toEqual(expected));
});

describe('parties', () => {
  it.each<[string, PartyFacts[], string[]]>([
    ['none', [], ['applicantMissing']],
    ['only a third party', [party({ role: 'THIRD_PARTY' })], ['applicantMissing']],
    ['the same number twice', [party({ idKey: 'a' }), party({ idKey: 'a' })], ['partyTwice']],
    ['one agent of two parties', [party(), party(), agent({ idKey: 'a' }), agent({ idKey: 'a', actsFor: 1 })], []],
    [
      'an organisation without its papers',
      [party({ kind: 'ORGANISATION', idType: null, hasIdNumber: false })],
      ['usccMissing', 'legalRepresentativeMissing'],
    ],
    [
      'an organisation with an identity card',
      [party({ kind: 'ORGANISATION', legalRepresentative: '甲' })],
      ['idTypeOfPerson'],
    ],
    ['a person with a credit code', [party({ idType: 'USCC' })], ['idTypeOfOrganisation']],
    [
      'a person of whom little is known',
      [party({ idType: null, hasIdNumber: false, phone: null, address: null })],
      ['idNumberMissing', 'addressMissing', 'phoneMissing'],
    ],
  ])('%s', (_, parties, expected) => expect(codes(parties)).toEqual(expected));
});
