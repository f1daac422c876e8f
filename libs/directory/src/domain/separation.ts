import { DomainError, type RoleCode } from '@app/kernel';

/** 三员: each keeps a watch on the others, so nobody is two of them, nor one of them and a case worker. */
const THREE: readonly RoleCode[] = ['sysadmin', 'security_admin', 'auditor'];

/** @throws DomainError directory.roles-not-separate if one person may not hold all of `roles` */
export function mustBeSeparate(roles: readonly RoleCode[]): void {
  const held = new Set(roles);
  const admin = [...held].filter((r) => THREE.includes(r));
  if (admin.length === 0 || held.size === 1) return;
  throw new DomainError('directory.roles-not-separate', {
    detail: '系统管理员、安全管理员、审计管理员应由不同人员担任，且不得兼任其他岗位。',
    article: 'GB/T 22239-2019 8.1.5 三员分立',
  });
}
