import type { Id, RoleCode } from '@app/kernel';
import { defineEvent } from '@app/platform';

/** Something those who hold a role should be told, by a lib that has nothing to do with messages. No personal data. */
export interface Notice {
  kind: string;
  title: string;
  body: string;
  /** Holders of any of these today are told, but those who are shut out of the dispute. */
  roles: readonly RoleCode[];
  disputeId: Id | null;
  caseId: Id | null;
  /** The same is told once. */
  key: string;
}

export const noticeWanted = defineEvent<Notice>('notice.wanted');
