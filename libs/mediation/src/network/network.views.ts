import type { CalendarDate, RoleCode } from '@app/kernel';
import type { CommitteeKind, Level } from './domain/codes.js';

export class CodeView {
  code!: string;
  /** Chinese. */
  name!: string;
}

export class CommitteeItem {
  id!: string;
  code!: string;
  name!: string;
  shortName!: string;
  parentId!: string | null;
  parentName!: string | null;
  validFrom!: CalendarDate;
  validUntil!: CalendarDate | null;
  /** Null while it has no profile. */
  level!: Level | null;
  levelName!: string | null;
  kind!: CommitteeKind | null;
  kindName!: string | null;
  industry!: string | null;
  /** Empty for all. */
  matters!: CodeView[];
  /** Empty for the whole district. */
  areas!: CodeView[];
  contractFrom!: CalendarDate | null;
  contractUntil!: CalendarDate | null;
  /** Exists today, and is under contract if it is a social organisation. */
  active!: boolean;
  chairName!: string | null;
  /** Its own, or that of the organ in which it, or the committee above it, sits. */
  liaisonName!: string | null;
  mediators!: number;
  openCases!: number;
  /** Of the profile; 0 while there is none. */
  version!: number;
}

export class MemberView {
  postId!: string;
  personId!: string;
  name!: string;
  role!: RoleCode;
  roleName!: string;
  title!: string;
  from!: CalendarDate;
  /** The first day on which the post is no longer held. */
  until!: CalendarDate | null;
  /** Holds the post today. */
  current!: boolean;
  /** Of the post. */
  version!: number;
}

export class CommitteeView extends CommitteeItem {
  /** Present, coming and past. */
  members!: MemberView[];
}
