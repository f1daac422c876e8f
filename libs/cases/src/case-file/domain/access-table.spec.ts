import { CATEGORIES, CATEGORY_CODES, SIDE_CODES, type Category, type Side, type Volume } from '@app/documents';
import { ROLES } from '@app/kernel';
import { ACCESS, INTAKE, reaches, readsAll, type Reader, type Shelf, type Viewer } from './access-table.js';

const READERS = [...Object.keys(ROLES), 'third_party'] as Reader[];
const STAFF = ['intake_officer', 'case_handler', 'panel_member', 'dept_head', 'institution_head', 'authority_head'];
const NOBODY: readonly Reader[] = ['statistician', 'auditor', 'security_admin', 'sysadmin', 'system', 'unit_leader'];
const OWN = 'own';
const SIDES_OF_OTHERS: readonly Side[] = ['APPLICANT', 'THIRD_PARTY', 'RESPONDENT', 'INSTITUTION'];

const viewer = (reader: Reader): Viewer => ({ readers: new Set([reader]), ownIds: new Set([OWN]) });
const shelf = (category: Category, volume: Volume, side: Side, own = false): Shelf => {
  const id = own ? OWN : 'another';
  const ofParty = side === 'APPLICANT' || side === 'THIRD_PARTY';
  return { category, volume, side, partyId: ofParty ? id : null, organId: side === 'RESPONDENT' ? id : null };
};

/** Files of others that the law lets a party read (复议法 2023 第47条), beside its own: written down a second time, by hand. */
const PARTY_READS: Readonly<Record<Category, readonly Side[]>> = {
  DOCUMENT: ['INSTITUTION'],
  APPLICATION: [],
  IDENTITY: [],
  AUTHORITY: [],
  REPLY: ['RESPONDENT'],
  BASIS: ['RESPONDENT'],
  EVIDENCE: ['RESPONDENT', 'INSTITUTION'],
  RECORD: ['INSTITUTION'],
  SERVICE_RETURN: [],
  OTHER: ['RESPONDENT'],
};
/** And the respondent's liaison. */
const LIAISON_READS: Readonly<Record<Category, readonly Side[]>> = {
  ...(Object.fromEntries(CATEGORY_CODES.map((c) => [c, []])) as unknown as Record<Category, readonly Side[]>),
  DOCUMENT: ['INSTITUTION'],
  APPLICATION: ['APPLICANT'],
  EVIDENCE: ['INSTITUTION'],
  RECORD: ['INSTITUTION'],
};

function expected(reader: Reader, category: Category, side: Side, own: boolean): boolean {
  if (STAFF.includes(reader) || reader === 'archivist') return true;
  if (reader === 'applicant' || reader === 'third_party') return own || PARTY_READS[category].includes(side);
  if (reader === 'dept_liaison')
    return (own && category !== 'IDENTITY' && category !== 'APPLICATION') || LIAISON_READS[category].includes(side);
  return reader === 'mediator' && category === 'APPLICATION';
}

describe.each(READERS)('in a reconsideration, %s', (reader) => {
  it.each(CATEGORY_CODES)('%s', (category) => {
    for (const side of SIDES_OF_OTHERS)
      for (const own of side === 'INSTITUTION' ? [false] : [false, true]) {
        // A party's own are of its side, the organ's of the respondent's.
        if (own && !isTheirs(reader, side)) continue;
        const may = reaches(ACCESS, 'reconsideration', viewer(reader), shelf(category, 'MAIN', side, own));
        expect({ category: CATEGORIES[category], side, own, may }).toEqual({
          category: CATEGORIES[category],
          side,
          own,
          may: expected(reader, category, side, own),
        });
      }
  });

  it('副卷', () => {
    const inside = [...STAFF.filter((role) => role !== 'intake_officer'), 'archivist'].includes(reader);
    for (const category of CATEGORY_CODES)
      for (const side of SIDE_CODES)
        expect(reaches(ACCESS, 'reconsideration', viewer(reader), shelf(category, 'SUB', side, true))).toBe(inside);
  });
});

function isTheirs(reader: Reader, side: Side): boolean {
  const of: Partial<Record<Reader, Side>> = {
    applicant: 'APPLICANT',
    third_party: 'THIRD_PARTY',
    dept_liaison: 'RESPONDENT',
  };
  return of[reader] === side;
}

it.each(NOBODY)('%s reads no file of a reconsideration or a mediation', (reader) => {
  for (const procedure of ['reconsideration', 'mediation'] as const)
    for (const category of CATEGORY_CODES)
      for (const volume of ['MAIN', 'SUB'] as const)
        for (const side of SIDE_CODES)
          expect(reaches(ACCESS, procedure, viewer(reader), shelf(category, volume, side, true))).toBe(false);
});

it.each(STAFF as Reader[])(
  'behind the wall of a mediation, %s sees nothing but its result (实施条例 第48条)',
  (reader) => {
    const seen = CATEGORY_CODES.flatMap((category) =>
      SIDE_CODES.filter((side) => reaches(ACCESS, 'mediation', viewer(reader), shelf(category, 'MAIN', side))).map(
        (side) => `${category} ${side}`,
      ),
    );
    expect(seen).toEqual(reader === 'intake_officer' ? [] : ['DOCUMENT INSTITUTION']);
  },
);

it('keeps what was written down of a mediation for its mediator: records, and the whole 副卷', () => {
  const readersOf = (category: Category, volume: Volume) =>
    READERS.filter((reader) => reaches(ACCESS, 'mediation', viewer(reader), shelf(category, volume, 'INSTITUTION')));
  expect(readersOf('RECORD', 'MAIN')).toEqual(['mediator']);
  expect(readersOf('EVIDENCE', 'MAIN').sort()).toEqual(
    ['archivist', 'centre_manager', 'centre_staff', 'committee_chair', 'mediator'].sort(),
  );
  for (const category of CATEGORY_CODES)
    expect([category, readersOf(category, 'SUB')]).toEqual([category, ['mediator']]);
  expect(READERS.filter((reader) => readsAll('mediation', 'MAIN', viewer(reader)))).toEqual(['mediator']);
});

it('lets a party see of a mediation its own, and the result', () => {
  for (const category of CATEGORY_CODES) {
    const may = (own: boolean, side: Side) =>
      reaches(ACCESS, 'mediation', viewer('applicant'), shelf(category, 'MAIN', side, own));
    expect([may(true, 'APPLICANT'), may(false, 'RESPONDENT')]).toEqual([true, false]);
    expect(may(false, 'INSTITUTION')).toBe(category === 'DOCUMENT');
  }
});

it('lets nobody add what he may not see', () => {
  for (const rule of INTAKE)
    for (const reader of rule.readers)
      for (const category of rule.categories)
        for (const side of rule.reach === 'ALL' ? SIDE_CODES : (['RESPONDENT'] as const))
          expect({
            reader,
            category,
            sees: reaches(ACCESS, rule.procedure, viewer(reader), shelf(category, rule.volume, side, true)),
          }).toEqual({ reader, category, sees: true });
});

it('gives the whole case file to those who read all of it', () => {
  const of = (volume: Volume) => READERS.filter((reader) => readsAll('reconsideration', volume, viewer(reader)));
  expect(of('MAIN').sort()).toEqual([...STAFF, 'archivist'].sort());
  expect(of('SUB').sort()).toEqual([...STAFF.filter((r) => r !== 'intake_officer'), 'archivist'].sort());
});
