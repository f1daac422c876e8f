import type { RoleCode } from '@app/kernel';
import { mustBeSeparate } from './separation.js';

describe('separation of the three administrators', () => {
  it.each<[RoleCode[], boolean]>([
    [['sysadmin'], true],
    [['auditor', 'auditor'], true],
    [['case_handler', 'panel_member'], true],
    [['sysadmin', 'auditor'], false],
    [['security_admin', 'sysadmin'], false],
    [['auditor', 'case_handler'], false],
  ])('%j: %s', (roles, allowed) => {
    const judge = () => mustBeSeparate(roles);
    if (allowed) expect(judge).not.toThrow();
    else expect(judge).toThrow(expect.objectContaining({ code: 'directory.roles-not-separate' }));
  });
});
