import { mustGoTogether, profileFaults, type ProfileContent } from './committee-rules.js';

const social: ProfileContent = {
  level: 'DISTRICT',
  kind: 'SOCIAL_ORGANISATION',
  industry: null,
  contractFrom: '2025-01-01',
  contractUntil: '2028-01-01',
};
const department: ProfileContent = { ...social, kind: 'DEPARTMENT', contractFrom: null, contractUntil: null };

it.each<[string, ProfileContent, string[]]>([
  ['a social organisation under contract', social, []],
  ['a contract without end', { ...social, contractUntil: null }, []],
  ['a department', department, []],
  ['a trade', { ...department, kind: 'INDUSTRY', industry: '物业服务' }, []],
  ['a trade of a 镇街', { ...department, kind: 'INDUSTRY', level: 'TOWN', industry: '物业服务' }, []],
  ['a village', { ...department, kind: 'VILLAGE', level: 'VILLAGE' }, []],
  ['a village of the district', { ...department, kind: 'VILLAGE' }, ['levelOfKind']],
  ['a trade without its name', { ...department, kind: 'INDUSTRY' }, ['industryMissing']],
  ['a department with a trade', { ...department, industry: '物业服务' }, ['notAnIndustry']],
  [
    'a social organisation without contract',
    { ...social, contractFrom: null, contractUntil: null },
    ['contractMissing'],
  ],
  ['a contract that ends before it begins', { ...social, contractUntil: '2025-01-01' }, ['badContract']],
  ['a department under contract', { ...department, contractFrom: '2025-01-01' }, ['noContract']],
  ['a department whose contract ends', { ...department, contractUntil: '2025-01-01' }, ['noContract']],
])('%s: %s', (_what, profile, codes) => {
  expect(profileFaults(profile).map((fault) => fault.code)).toEqual(codes);
  if (codes.length === 0) expect(() => mustGoTogether(profile)).not.toThrow();
  else expect(() => mustGoTogether(profile)).toThrow(expect.objectContaining({ code: 'mediation.bad-committee' }));
});
