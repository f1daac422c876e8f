import { IsText } from '@app/cases';
import { IsCalendarDate, type CalendarDate } from '@app/kernel';
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
  Min,
} from 'class-validator';
import {
  KIND_CODES,
  LEVEL_CODES,
  MEMBER_ROLES,
  SUBJECT_CODES,
  type CommitteeKind,
  type Level,
  type MemberRole,
} from './domain/codes.js';

/** Codes in one list at most. */
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
