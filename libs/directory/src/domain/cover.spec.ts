import type { RoleCode } from '@app/kernel';
import { headedBy, mayCover, type HeldPost } from './cover.js';

const post = (role: RoleCode, organId = 'town'): HeldPost => ({ role, organId });

describe('who may stand in for whom', () => {
  it.each<[string, HeldPost[], HeldPost[], boolean, boolean]>([
    ['a colleague of the same role', [post('dept_liaison')], [post('dept_liaison')], false, true],
    ['the head of the organ', [post('unit_leader')], [post('dept_liaison')], false, true],
    ['the same role elsewhere', [post('dept_liaison', 'bureau')], [post('dept_liaison')], false, false],
    ['a head of another organ', [post('unit_leader', 'bureau')], [post('dept_liaison')], true, false],
    ['another role of the organ', [post('intake_officer')], [post('case_handler')], false, false],
    ['another role, named by the head', [post('intake_officer')], [post('case_handler')], true, true],
    ['an administrator, named', [post('sysadmin')], [post('case_handler')], true, false],
    ['somebody without posts', [], [post('case_handler')], true, false],
    ['one post of several', [post('mediator'), post('case_handler')], [post('case_handler')], false, true],
  ])('%s', (_who, cover, absent, named, expected) => {
    expect(mayCover(cover, absent, named)).toBe(expected);
  });

  it('heads lead their own organs', () => {
    expect(headedBy([post('unit_leader'), post('dept_head', 'bureau'), post('mediator', 'centre')])).toEqual([
      'town',
      'bureau',
    ]);
  });
});
