import { ROLES, type RoleCode } from '@app/kernel';
import { mayRead, type ReadablePaper } from './readers.js';

const OWN = 'organ-1';
const paper = (change: Partial<ReadablePaper> = {}): ReadablePaper => ({
  procedure: 'reconsideration',
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

describe('behind the wall of a mediation (实施条例 第48条)', () => {
  const of = (change: Partial<ReadablePaper> = {}) =>
    paper({ procedure: 'mediation', writers: ['mediator'], ...change });
  const READERS = Object.keys(ROLES) as RoleCode[];
  const readersOf = (which: ReadablePaper) => READERS.filter((role) => reads(role, which, []));

  it.each(['DRAFT', 'SUBMITTED', 'SIGNED', 'VOID'])(
    'the 副卷 is the mediator’s alone, whoever writes it: %s',
    (state) => {
      const minutes = of({
        volume: 'SUB',
        state,
        writers: ['mediator', 'centre_staff'],
        addressees: [{ organId: OWN }],
      });
      expect(readersOf(minutes)).toEqual(['mediator']);
      expect(reads('dept_liaison', minutes)).toBe(false);
    },
  );

  it('a draft, which may say what is offered, is for the mediator and those who write such papers', () => {
    expect(readersOf(of({ state: 'DRAFT' }))).toEqual(['mediator']);
    expect(readersOf(of({ state: 'SUBMITTED', writers: ['centre_staff', 'centre_manager'] })).sort()).toEqual(
      ['centre_manager', 'centre_staff', 'mediator'].sort(),
    );
  });

  it('where a kind names its readers, nobody else who conducts the case reads what was issued', () => {
    const issued = of({ readers: ['centre_staff', 'archivist'] });
    expect(readersOf(issued).sort()).toEqual(['archivist', 'centre_staff', 'mediator']);
    expect(reads('dept_liaison', issued)).toBe(true);
    expect(readersOf({ ...issued, state: 'DRAFT' })).toEqual(['mediator']);
    expect(readersOf({ ...issued, volume: 'SUB' })).toEqual(['mediator']);
  });

  it('what was issued is the result: those inside read it, and whom it is addressed to', () => {
    expect(reads('case_handler', of(), [])).toBe(true);
    expect([reads('dept_liaison', of()), reads('dept_liaison', of(), [])]).toEqual([true, false]);
  });
});
