import fc from 'fast-check';
import { differences } from './compare.js';
import { isNight } from './night.js';
import { withMoments } from './moments.js';
import { NOTHING, rebuild, type TrailEntry } from './rebuild.js';

const CASE = 'case-1';
const SIBLING = 'case-2';
const DISPUTE = 'dispute-1';
const DAY = '2026-11-24';
const at = (n: number): Date => new Date(Date.UTC(2026, 10, 24, 0, n));
const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const caseChanged = (state: string, version: number, open = true) => ({
  is: 'case/1',
  state,
  open,
  version,
  openedOn: DAY,
  closedOn: open ? null : DAY,
});
const started = (id: string) => ({
  is: 'clock-started/1',
  id,
  concernsId: null,
  rule: 'RC_DECIDE',
  variant: null,
  ruleName: '复议审理期限',
  article: '复议法 2023 第62条',
  responsible: 'case_handler',
  startsOn: DAY,
  amount: 60,
  unit: 'calendar-day',
  roll: true,
  backward: false,
  rawDueOn: '2027-01-23',
  dueOn: '2027-01-25',
  excludedDays: 0,
  provisional: true,
  calendarVersion: 1,
});
const moved = (id: string, act: string, state: string, dueOn: string) => ({
  is: 'clock-moved/1',
  act,
  id,
  state,
  suspensions: [],
  exclusions: [],
  extensions: [{ days: 3, approvedOn: DAY }],
  rawDueOn: dueOn,
  dueOn,
  excludedDays: 0,
  provisional: true,
  calendarVersion: 1,
  closedOn: state === 'MET' ? DAY : null,
});
const joined = (id: string, caseId: string | null) => ({
  is: 'participant-added/1',
  id,
  caseId,
  role: 'case_handler',
  personId: `person-${id}`,
  organId: null,
  since: DAY,
});

const subject = fc.constantFrom(CASE, SIBLING, DISPUTE);
const name = fc.constantFrom('a', 'b', 'c');
const change = fc.oneof(
  fc.tuple(fc.constantFrom('RECEIVED', 'IN_TRIAL', 'DECIDED'), fc.nat(9), fc.boolean()).map((of) => caseChanged(...of)),
  name.map((personId) => ({ is: 'handler-set/1', personId })),
  name.map(started),
  fc.tuple(name, fc.constantFrom('RUNNING', 'SUSPENDED', 'MET')).map(([id, state]) => moved(id, 'meet', state, DAY)),
  fc.tuple(name, fc.constantFrom(null, CASE, SIBLING)).map(([id, caseId]) => joined(id, caseId)),
  name.map((id) => ({ is: 'participants-ended/1', ids: [id], until: DAY })),
  fc.constant({ is: 'case/99', state: 'UNHEARD_OF' }),
);
const paper = fc.record({
  documentId: name,
  kind: fc.constant('ACCEPTANCE'),
  state: fc.constantFrom('DRAFT', 'SIGNED', 'VOID'),
  number: fc.constantFrom(null, '余政复受〔2026〕1号'),
  caseId: fc.constantFrom(undefined, CASE, SIBLING),
});
const entry = fc.oneof(
  fc.tuple(subject, fc.array(change, { maxLength: 4 })).map(([subjectId, changes]) => ({
    action: 'reconsideration.step',
    subjectId,
    detail: { changes },
  })),
  paper.map((detail) => ({ action: 'documents.sign', subjectId: DISPUTE, detail })),
  name.map((subjectId) => ({
    action: 'deadlines.recount-clock',
    subjectId,
    detail: { calendarVersion: 2, after: { dueOn: DAY, rawDueOn: DAY, excludedDays: 1, provisional: false } },
  })),
);
const trail = fc.array(entry, { maxLength: 30 }).map((acts) => acts.map((act, n): TrailEntry => ({ ...act, id: idOf(n), at: at(n) }))); // prettier-ignore

describe('rebuilding a case from its trail', () => {
  it('is the same in one go and in two, wherever it is cut', () => {
    fc.assert(
      fc.property(trail, fc.nat(30), (entries, cut) => {
        const [first, rest] = [entries.slice(0, cut), entries.slice(cut)];
        expect(rebuild(CASE, rest, undefined, rebuild(CASE, first))).toEqual(rebuild(CASE, entries));
      }),
    );
  });

  it('follows the ids of the entries, not the order in which they are given', () => {
    fc.assert(
      fc.property(
        trail.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries))),
        ([entries, other]) => {
          expect(rebuild(CASE, other)).toEqual(rebuild(CASE, entries));
        },
      ),
    );
  });

  it('passes over acts it does not know, and those of another case', () => {
    const strange = fc.tuple(fc.nat(60), fc.constantFrom('cases.unmask-party', 'cases.link', 'mediation.accept'), fc.constantFrom({}, { changes: 'none' }, { changes: [{ is: 'clock-started/9', id: 'z' }] }, { to: 'DECIDED' })); // prettier-ignore
    fc.assert(
      fc.property(trail, fc.array(strange, { maxLength: 10 }), (entries, others) => {
        const between = others.map(([n, action, detail], i) => ({
          id: `${idOf(n)}-${i}`,
          at: at(n),
          action,
          subjectId: CASE,
          detail,
        }));
        const foreign = entries.filter((each) => each.subjectId === SIBLING).map((each) => each.id);
        const own = entries.filter((each) => !foreign.includes(each.id));
        expect(rebuild(CASE, [...entries, ...between])).toEqual(rebuild(CASE, entries));
        const { state, version, handlerId, clocks } = rebuild(CASE, entries);
        expect(rebuild(CASE, own)).toMatchObject({ state, version, handlerId, clocks });
      }),
    );
  });

  it('up to a moment is what the entries until then give, that moment included', () => {
    fc.assert(
      fc.property(trail, fc.nat(30), (entries, n) => {
        expect(rebuild(CASE, entries, at(n))).toEqual(rebuild(CASE, entries.slice(0, n + 1)));
      }),
    );
  });

  it('tells state, handler, clocks, participants and papers of a case', () => {
    const acts = [
      { action: 'cases.register', subjectId: DISPUTE, detail: { changes: [joined('office', null)] } },
      { action: 'reconsideration.receive', subjectId: CASE, detail: { changes: [started('k'), caseChanged('RECEIVED', 2)] } }, // prettier-ignore
      { action: 'reconsideration.open-trial', subjectId: CASE, detail: { changes: [{ is: 'handler-set/1', personId: 'p' }, joined('h', CASE), caseChanged('IN_TRIAL', 3)] } }, // prettier-ignore
      { action: 'documents.draft', subjectId: 'd', detail: { documentId: 'd', kind: 'ACCEPTANCE', state: 'DRAFT', number: null } }, // prettier-ignore
      { action: 'reconsideration.extend', subjectId: CASE, detail: { changes: [moved('k', 'extend', 'RUNNING', '2027-02-01')] } }, // prettier-ignore
      { action: 'documents.sign', subjectId: 'd', detail: { documentId: 'd', kind: 'ACCEPTANCE', state: 'SIGNED', number: '1号', caseId: CASE } }, // prettier-ignore
      { action: 'mediation.step', subjectId: SIBLING, detail: { changes: [joined('m', SIBLING), started('s'), caseChanged('CLOSED', 9)] } }, // prettier-ignore
      { action: 'cases.hand-over', subjectId: DISPUTE, detail: { changes: [{ is: 'participants-ended/1', ids: ['office'], until: DAY }] } }, // prettier-ignore
    ];
    const built = rebuild(CASE, acts.map((act, n) => ({ ...act, id: idOf(n), at: at(n) }))); // prettier-ignore
    expect(built).toMatchObject({ state: 'IN_TRIAL', version: 3, handlerId: 'p', openedOn: DAY, closedOn: null });
    expect(built.clocks).toMatchObject([{ id: 'k', dueOn: '2027-02-01', extensions: [{ days: 3 }], state: 'RUNNING' }]);
    expect(built.participants).toMatchObject([{ id: 'office', until: DAY }, { id: 'h', until: null }]); // prettier-ignore
    expect(built.documents).toEqual([{ documentId: 'd', kind: 'ACCEPTANCE', state: 'SIGNED', number: '1号' }]);
    expect(rebuild(CASE, [])).toBe(NOTHING);
  });
});

describe('comparing rows with the rebuild', () => {
  it('finds nothing between a rebuild and itself, whatever the order of fields and rows', () => {
    fc.assert(
      fc.property(trail, (entries) => {
        const { documents: _documents, ...built } = rebuild(CASE, entries);
        const clocks = [...new Map(built.clocks.map((clock) => [clock.id, clock])).values()];
        const participants = [...new Map(built.participants.map((each) => [each.id, each])).values()];
        const turned = clocks.map((c) => ({ ...c, extensions: c.extensions.map(({ days, approvedOn }) => ({ approvedOn, days })) })); // prettier-ignore
        const stored = { ...built, clocks: turned.reverse(), participants: [...participants].reverse() };
        expect(differences(stored, { ...built, clocks, participants, documents: [] })).toEqual([]);
      }),
    );
  });

  it('names each field that differs, and rows on one side only, without values', () => {
    const acts = [{ action: 'x.y', subjectId: CASE, detail: { changes: [caseChanged('RECEIVED', 2), started('k'), joined('h', CASE)] } }]; // prettier-ignore
    const built = rebuild(CASE, acts.map((act, n) => ({ ...act, id: idOf(n), at: at(n) }))); // prettier-ignore
    const clocks = [{ ...built.clocks[0]!, dueOn: DAY, extensions: [{ days: 1, approvedOn: DAY }] }];
    const participants = [{ ...built.participants[0]!, id: 'other' }];
    expect(differences({ ...built, state: 'DECIDED', version: 3, clocks, participants }, built)).toEqual([
      'state',
      'version',
      'clock k extensions',
      'clock k dueOn',
      'participant other',
      'participant h',
    ]);
  });
});

describe('the moment of an act', () => {
  const acted = (minutes: number, detail: object) => ({ at: at(minutes), detail: { ...detail } });

  it('is its stamp; or the one it names, which those after it follow', () => {
    const entries = [
      acted(0, { changes: [] }),
      acted(1, {}),
      acted(2, { changes: [], moment: at(102).toISOString() }),
      acted(3, {}),
      acted(4, { changes: [] }),
    ];
    expect(withMoments(entries).map((each) => each.at)).toEqual([at(0), at(1), at(102), at(103), at(4)]);
  });
});

describe('the night', () => {
  it.each([
    ['00:59', false],
    ['01:00', true],
    ['04:59', true],
    ['05:00', false],
    ['23:30', false],
  ])('at %s: %s', (time, night) => {
    expect(isNight(new Date(`2026-11-25T${time}:00+08:00`))).toBe(night);
  });
});

function shuffled<T>(items: T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length });
}
