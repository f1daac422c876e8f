import { ROLES, type RoleCode } from '@app/kernel';
import { mayRead, type ReadablePaper } from './readers.js';

const OWN = 'organ-1';
const paper = (change: Partial<ReadablePaper> = {}): ReadablePaper => ({
  volume: 'MAIN',
  state: 'SIGNED',
  addressees: [{ organId: OWN }],
  writers: ['case_handler', 'institution_head'],
  ...change,
});
const reads = (role: RoleCode, of: ReadablePaper, organs = [OWN]) => mayRead(of, new Set([role]), organs);

describe('who reads a paper', () => {
  it.each(['case_handler', 'institution_head', 'authority_head', 'archivist'] as const)(
    '%s reads drafts and the 副卷',
    (role) => {
      expect(reads(role, paper({ volume: 'SUB', state: 'DRAFT', addressees: [] }), [])).toBe(true);
    },
  );

  it.each(['dept_liaison', 'unit_leader', 'applicant', 'mediator', 'statistician'] as const)(
    '%s reads what was signed and is addressed to his organ, and nothing else',
    (role) => {
      expect(reads(role, paper())).toBe(true);
      expect(reads(role, paper({ state: 'VOID' }))).toBe(true);
      expect(reads(role, paper({ state: 'DRAFT' }))).toBe(false);
      expect(reads(role, paper({ state: 'SUBMITTED' }))).toBe(false);
      expect(reads(role, paper({ volume: 'SUB' }))).toBe(false);
      expect(reads(role, paper({ addressees: [{ organId: 'organ-2' }, {}] }))).toBe(false);
      expect(reads(role, paper(), [])).toBe(false);
    },
  );

  it('whoever writes such papers reads them', () => {
    expect(reads('mediator', paper({ state: 'DRAFT', writers: ['mediator'], addressees: [] }), [])).toBe(true);
  });

  it('where a kind names its readers, nobody else who conducts the case reads it', () => {
    const walled = paper({ readers: ['centre_staff'], writers: ['mediator'], addressees: [] });
    expect((Object.keys(ROLES) as RoleCode[]).filter((role) => reads(role, walled))).toEqual([
      'centre_staff',
      'mediator',
    ]);
    expect(reads('dept_liaison', { ...walled, addressees: [{ organId: OWN }] })).toBe(true);
    expect(reads('dept_liaison', { ...walled, state: 'DRAFT', addressees: [{ organId: OWN }] })).toBe(false);
  });
});
