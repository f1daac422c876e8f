import { IsText } from '@app/cases';
import { IsCalendarDate, type CalendarDate, type RoleCode } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  ENGAGEMENT_CODES,
  KIND_CODES,
  LANGUAGE_CODES,
  LEVEL_CODES,
  MEMBER_ROLES,
  SUBJECT_CODES,
  type CommitteeKind,
  type Engagement,
  type Language,
  type Level,
  type MemberRole,
} from './domain/codes.js';

const MOST = 40;

export class CommitteeListRequest extends PageRequest {
  @IsOptional()
  @IsIn(LEVEL_CODES, { message: '层级不正确' })
  level?: Level;

  @IsOptional()
  @IsIn(KIND_CODES, { message: '调委会类别不正确' })
  kind?: CommitteeKind;

  /** Committees for this matter or field, also those that are for all. */
  @IsOptional()
  @IsIn(SUBJECT_CODES, { message: '事项或者领域不正确' })
  matter?: string;

  /** Committees for this 镇街 (region code), also those that are for all. */
  @IsOptional()
  @Matches(/^\d{6,12}$/, { message: '区域代码应为 6 至 12 位数字' })
  area?: string;

  /** Part of the name. */
  @IsOptional()
  @IsText('关键词', 50)
  keyword?: string;

  /** `true`: also those that have ended or whose contract is over. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'ended 应为 true 或 false' })
  ended?: 'true' | 'false';
}

export class MediatorListRequest extends PageRequest {
  /** Mediators of this committee. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为调委会编号' })
  committeeId?: string;

  /** Who knows this matter or field well. */
  @IsOptional()
  @IsIn(SUBJECT_CODES, { message: '事项或者领域不正确' })
  matter?: string;

  @IsOptional()
  @IsIn(LANGUAGE_CODES, { message: '语言不正确' })
  language?: Language;

  @IsOptional()
  @IsIn(ENGAGEMENT_CODES, { message: '用工方式不正确' })
  engagement?: Engagement;

  /** `true`: who can take a case today; `false`: who cannot. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'available 应为 true 或 false' })
  available?: 'true' | 'false';

  /** Part of the name. */
  @IsOptional()
  @IsText('关键词', 30)
  keyword?: string;
}

/** What a committee is for; a request says all of it. */
export class CommitteeProfileRequest {
  @IsIn(LEVEL_CODES, { message: '层级不正确' })
  level!: Level;

  /** The centre alone is a CENTRE. */
  @IsIn(KIND_CODES.filter((kind) => kind !== 'CENTRE'), { message: '调委会类别不正确' })
  kind!: CommitteeKind;

  /** Of an industry committee: the trade. */
  @IsOptional()
  @IsText('行业', 30)
  industry?: string;

  /** Codes of matters or fields; empty for all. */
  @IsArray({ message: '调解事项应为列表' })
  @ArrayMaxSize(MOST, { message: '调解事项过多' })
  @ArrayUnique({ message: '调解事项不能重复' })
  @IsIn(SUBJECT_CODES, { each: true, message: '调解事项不正确' })
  matters!: string[];

  /** Region codes; empty for the whole district. */
  @IsArray({ message: '负责区域应为列表' })
  @ArrayMaxSize(MOST, { message: '负责区域过多' })
  @ArrayUnique({ message: '负责区域不能重复' })
  @Matches(/^\d{6,12}$/, { each: true, message: '区域代码应为 6 至 12 位数字' })
  areas!: string[];

  /** Of a social organisation: from when it is under contract. */
  @IsOptional()
  @IsCalendarDate()
  contractFrom?: CalendarDate;

  /** The first day on which the contract no longer holds. */
  @IsOptional()
  @IsCalendarDate()
  contractUntil?: CalendarDate;
}

/** A new committee: the organ and its profile in one. */
export class CreateCommitteeRequest extends CommitteeProfileRequest {
  /** Unique code. */
  @Matches(/^[A-Za-z0-9-]{2,40}$/, { message: '编码应为 2 至 40 位字母、数字或短横线' })
  code!: string;

  @Length(2, 60, { message: '名称应为 2 至 60 字' })
  @IsText('名称', 60)
  name!: string;

  @Length(2, 30, { message: '简称应为 2 至 30 字' })
  @IsText('简称', 30)
  shortName!: string;

  /** The organ or committee under which it is; the centre if absent. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为上级机构编号' })
  parentId?: string;

  @IsCalendarDate()
  validFrom!: CalendarDate;
}

export class ChangeCommitteeRequest extends CommitteeProfileRequest {
  /** The profile's version; 0 if the committee has none yet. */
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  @Min(0, { message: '版本号不正确' })
  version!: number;

  /** Another name, as an organ. */
  @IsOptional()
  @Length(2, 60, { message: '名称应为 2 至 60 字' })
  @IsText('名称', 60)
  name?: string;

  @IsOptional()
  @Length(2, 30, { message: '简称应为 2 至 30 字' })
  @IsText('简称', 30)
  shortName?: string;
}

export class EndCommitteeRequest {
  /** The profile's version. */
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;

  /** CONTRACT ends the contract, and the organisation stays in the directory; COMMITTEE closes the committee. */
  @IsIn(['CONTRACT', 'COMMITTEE'], { message: '请选择终止合同或者撤销调委会' })
  what!: 'CONTRACT' | 'COMMITTEE';

  /** The first day on which it is over. */
  @IsCalendarDate()
  until!: CalendarDate;

  @IsText('原因', 200)
  reason!: string;

  /** COMMITTEE: ends its posts and the bodies under it too. */
  @IsOptional()
  @IsBoolean({ message: '应为是或否' })
  withDependants?: boolean;
}

/** What a mediator can do; a request says all of it. */
export class MediatorProfileRequest {
  /** Codes of matters or fields. */
  @IsArray({ message: '专长应为列表' })
  @ArrayMaxSize(MOST, { message: '专长过多' })
  @ArrayUnique({ message: '专长不能重复' })
  @IsIn(SUBJECT_CODES, { each: true, message: '专长不正确' })
  expertise!: string[];

  @IsArray({ message: '语言应为列表' })
  @ArrayMaxSize(MOST, { message: '语言过多' })
  @ArrayUnique({ message: '语言不能重复' })
  @IsIn(LANGUAGE_CODES, { each: true, message: '语言不正确' })
  languages!: Language[];

  /** FULL_TIME 专职, or PER_CASE 计件. */
  @IsIn(ENGAGEMENT_CODES, { message: '用工方式不正确' })
  engagement!: Engagement;

  /** Open cases at most. */
  @IsInt({ message: '在办上限应为整数' })
  @Min(0, { message: '在办上限不能为负数' })
  @Max(1000, { message: '在办上限过大' })
  cap!: number;

  @IsCalendarDate()
  termFrom!: CalendarDate;

  /** The first day on which the term is over. */
  @IsOptional()
  @IsCalendarDate()
  termUntil?: CalendarDate;

  /** Employers of the last three years. */
  @IsOptional()
  @IsArray({ message: '曾任职单位应为列表' })
  @ArrayMaxSize(20, { message: '曾任职单位过多' })
  @ArrayUnique({ message: '曾任职单位不能重复' })
  @IsUUID(undefined, { each: true, message: '应为机关编号' })
  formerOrganIds?: string[];
}

export class ChangeMediatorRequest extends MediatorProfileRequest {
  /** The profile's version; 0 if there is none yet. */
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  @Min(0, { message: '版本号不正确' })
  version!: number;
}

export class AddMemberRequest {
  /** A person of the directory; or a name, for somebody new. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  personId?: string;

  @IsOptional()
  @Length(2, 30, { message: '姓名应为 2 至 30 字' })
  @IsText('姓名', 30)
  name?: string;

  @IsIn(MEMBER_ROLES, { message: '请选择主任、调解员或者联络员' })
  role!: MemberRole;

  /** As on paper; the role's if absent. */
  @IsOptional()
  @IsText('职务', 40)
  title?: string;

  /** From when. */
  @IsCalendarDate()
  from!: CalendarDate;

  /** The first day on which the term is over. */
  @IsOptional()
  @IsCalendarDate()
  until?: CalendarDate;
}

export class EndMemberRequest {
  /** The post's version. */
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;

  /** The first day on which the post is no longer held. */
  @IsCalendarDate()
  until!: CalendarDate;

  @IsText('原因', 200)
  reason!: string;
}

export class SheetRequest {
  /** xlsx if absent. */
  @IsOptional()
  @IsIn(['xlsx', 'csv'], { message: '格式应为 xlsx 或者 csv' })
  format?: 'xlsx' | 'csv';
}

export class ImportRequest {
  /** `true` only checks: nothing is written. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'dryRun 应为 true 或 false' })
  dryRun?: 'true' | 'false';
}

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
  /** Its own, or that of the organ in which it sits. */
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

export class CommitteeOfMediator {
  id!: string;
  name!: string;
}

export class MediatorItem {
  personId!: string;
  name!: string;
  committees!: CommitteeOfMediator[];
  expertise!: CodeView[];
  languages!: CodeView[];
  engagement!: Engagement;
  engagementName!: string;
  termFrom!: CalendarDate | null;
  termUntil!: CalendarDate | null;
  /** Open cases at most. */
  cap!: number;
  /** Open cases now. */
  openCases!: number;
  absent!: boolean;
  available!: boolean;
  /** Why not: TERM, CONTRACT, ABSENT, CAP. */
  unavailable!: string[];
  formerOrganIds!: string[];
  /** Of the profile; 0 while there is none. */
  version!: number;
}

export class SheetErrorView {
  /** Line of the file. */
  line!: number;
  /** Heading of the column; empty if it is about the whole row. */
  column!: string;
  code!: string;
  /** Chinese. */
  detail!: string;
}

export class SheetImportView {
  /** DONE, or REFUSED: nothing was written, see errors. */
  state!: 'DONE' | 'REFUSED';
  dryRun!: boolean;
  total!: number;
  created!: number;
  changed!: number;
  unchanged!: number;
  errors!: SheetErrorView[];
}
