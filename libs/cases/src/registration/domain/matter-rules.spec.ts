import { checkMatter, type MatterFacts } from './matter-rules.js';
import { checkOtherSide, type PartyFacts } from './party-rules.js';

const matter = (over: Partial<MatterFacts> = {}): MatterFacts => ({
  channel: 'WINDOW',
  sourceOrganId: null,
  receivedOn: '2026-11-24',
  facts: '事实',
  claims: '请求',
  fieldCode: 'OTHER',
  matterCode: 'PENALTY',
  respondentOrganId: 'organ',
  actName: '行政处罚决定',
  actOn: '2026-11-02',
  actKnownOn: '2026-11-03',
  rightsKnownOn: null,
  ...over,
});
const civil = (over: Partial<MatterFacts> = {}) =>
  matter({
    matterCode: 'CIVIL',
    actName: '噪声纠纷',
    respondentOrganId: null,
    actOn: null,
    actKnownOn: null,
    ...over,
  });

it.each<[string, MatterFacts, string[]]>([
  ['an act of an organ', matter(), []],
  ['an act of nobody', matter({ respondentOrganId: null }), ['#/respondentOrganId required']],
  ['an act known on no day', matter({ actKnownOn: null }), ['#/actKnownOn actKnownOnMissing']],
  ['a quarrel of neighbours', civil(), []],
  ['one without a name', civil({ actName: '' }), ['#/actName required']],
  ['one with an organ', civil({ respondentOrganId: 'organ' }), ['#/respondentOrganId civilDispute']],
  ['one with an act', civil({ actOn: '2026-11-02' }), ['#/actOn civilDispute']],
  ['one with a day of knowing', civil({ actKnownOn: '2026-11-03' }), ['#/actKnownOn civilDispute']],
])('%s', (_what, facts, findings) => {
  expect(checkMatter(facts, '2026-11-24').map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(findings);
});

it('wants the other side of a civil dispute among its parties, and of no other', () => {
  const party = (role: PartyFacts['role']) => [{ role } as PartyFacts];
  expect(checkOtherSide(party('APPLICANT'), true).map(({ code }) => code)).toEqual(['otherSideMissing']);
  expect(checkOtherSide(party('THIRD_PARTY'), true)).toEqual([]);
  expect(checkOtherSide(party('APPLICANT'), false)).toEqual([]);
});
