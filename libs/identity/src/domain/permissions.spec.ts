import { ROLES, type RoleCode } from '@app/kernel';
import { PERMISSIONS, permissionsOf, ROLE_PERMISSIONS, type Permission } from './permissions.js';

/** The sensitive ones, and who has them: written by hand, so that a change of the table is seen. */
const HOLDERS: Partial<Record<Permission, RoleCode[]>> = {
  'audit.view': ['auditor'],
  'identity.manage-accounts': ['security_admin'],
  'directory.manage': ['sysadmin'],
  'settings.manage': ['sysadmin'],
  'documents.manage': ['institution_head', 'sysadmin'],
  'deadlines.manage-calendar': ['sysadmin'],
  'cases.unmask': ['case_handler', 'centre_manager', 'centre_staff', 'dept_head', 'institution_head', 'intake_officer'],
  'cases.import': ['centre_manager', 'centre_staff', 'intake_officer'],
  'cases.assign': ['centre_manager', 'centre_staff', 'dept_head', 'institution_head', 'intake_officer'],
};

describe('permissions', () => {
  it.each(Object.entries(HOLDERS))('%s is held by %j and nobody else', (permission, holders) => {
    const roles = (Object.keys(ROLES) as RoleCode[]).filter((r) => permissionsOf([r]).has(permission));
    expect(roles.sort()).toEqual(holders);
  });

  it.each(['auditor', 'security_admin', 'sysadmin'] as const)('%s sees no case', (role) => {
    expect(ROLE_PERMISSIONS[role].filter((p) => p.startsWith('cases.'))).toEqual([]);
  });

  it('gives several roles what each of them has', () => {
    expect([...permissionsOf(['mediator', 'auditor'])].sort()).toEqual(
      [...new Set([...ROLE_PERMISSIONS.mediator, ...ROLE_PERMISSIONS.auditor])].sort(),
    );
  });

  it('names only permissions that exist', () => {
    for (const list of Object.values(ROLE_PERMISSIONS)) for (const p of list) expect(PERMISSIONS).toHaveProperty([p]);
  });
});
