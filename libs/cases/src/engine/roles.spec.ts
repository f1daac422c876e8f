import type { Actor, Id, RoleCode } from '@app/kernel';
import type { ParticipantRow } from './participants.js';
import { handles, rolesForOthers, rolesOn } from './roles.js';

const CASE = 'case';
const actor = (over: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId: 'cover',
  name: '测试人员',
  posts: [{ role: 'case_handler', organId: 'justice' }],
  permissions: new Set(),
  ...over,
});
const part = (role: RoleCode, who: Partial<ParticipantRow>, caseId: Id | null = CASE): ParticipantRow => ({
  id: `${role}-${who.personId ?? who.organId}`,
  disputeId: 'dispute',
  caseId,
  role,
  personId: null,
  organId: null,
  since: '2026-11-24',
  until: null,
  reason: null,
  ...who,
});
const ABSENT = { covers: ['absent'] };
const handler = part('case_handler', { personId: 'absent' });

describe('roles on a case, standing in for somebody', () => {
  it.each<[string, Partial<Actor>, ParticipantRow[], RoleCode[]]>([
    ['nobody', {}, [handler], []],
    ['its handler', ABSENT, [handler], ['case_handler']],
    ['the handler of another case', ABSENT, [part('case_handler', { personId: 'absent' }, 'other')], []],
    ['who handled it once', ABSENT, [{ ...handler, until: '2026-11-25' }], []],
    ['who was shut out', ABSENT, [{ ...handler, shutOut: ['absent'] }], []],
    ['a mediator, being its officer', ABSENT, [part('mediator', { personId: 'absent' }), part('panel_member', { personId: 'cover' }, 'other')], []], // prettier-ignore
    [
      'its handler, having mediated',
      ABSENT,
      [handler, part('mediator', { personId: 'cover', until: '2026-11-25' })],
      [],
    ],
    ['a mediator', ABSENT, [part('mediator', { personId: 'absent' })], ['mediator']],
    [
      'the liaison of an organ',
      { ...ABSENT, coveredPosts: [{ personId: 'absent', role: 'dept_liaison', organId: 'town' }] },
      [part('dept_liaison', { organId: 'town' }), part('dept_liaison', { organId: 'bureau' })],
      ['dept_liaison'],
    ],
    [
      'the liaison, who is shut out',
      { ...ABSENT, coveredPosts: [{ personId: 'absent', role: 'dept_liaison', organId: 'town' }] },
      [part('dept_liaison', { organId: 'town', shutOut: ['absent'] })],
      [],
    ],
    ['the head of the institution, whose post is his alone', { ...ABSENT, coveredPosts: [{ personId: 'absent', role: 'institution_head', organId: 'justice' }] }, [handler], ['case_handler']], // prettier-ignore
  ])('%s', (_whom, over, participants, expected) => {
    expect([...rolesForOthers(actor(over), participants, CASE).keys()]).toEqual(expected);
    expect([...rolesOn(actor(over), participants, CASE)].sort()).toEqual([...expected].sort());
  });

  it('says for whom, and not where the role is his own', () => {
    expect(rolesForOthers(actor(ABSENT), [handler], CASE)).toEqual(new Map([['case_handler', 'absent']]));
    const both = [handler, part('case_handler', { personId: 'cover' })];
    expect(rolesForOthers(actor(ABSENT), both, CASE)).toEqual(new Map());
    expect(handles(actor(ABSENT), { handlerId: 'absent' })).toBe(true);
    expect(handles(actor(), { handlerId: 'absent' })).toBe(false);
    expect(handles(actor(ABSENT), { handlerId: null })).toBe(false);
  });
});
