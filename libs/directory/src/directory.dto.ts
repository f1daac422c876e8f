import { IsCalendarDate, ROLES, type CalendarDate, type RoleCode } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { ORGAN_KIND_CODES, type OrganKind } from './domain/organ-kinds.js';

const ROLE_CODES = (Object.keys(ROLES) as RoleCode[]).filter((r) => r !== 'system');

export class OrganListRequest extends PageRequest {
  /** Organs of this kind. */
  @IsOptional()
  @IsIn(ORGAN_KIND_CODES, { message: '机关类型不正确' })
  kind?: OrganKind;

  /** `false` leaves out mediation committees: there are hundreds of them, and no act is theirs. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'committees 应为 true 或 false' })
  committees?: 'true' | 'false';

  /** Organs as they were on this day; today if absent. */
  @IsOptional()
  @IsCalendarDate()
  on?: CalendarDate;

  @IsOptional()
  @IsUUID(undefined, { message: '应为机关编号' })
  parentId?: string;

  /** Part of the name. */
  @IsOptional()
  @Length(1, 50, { message: '关键词应为 1 至 50 字' })
  keyword?: string;
}

export class PeopleListRequest extends PageRequest {
  @IsOptional()
  @IsIn(ROLE_CODES, { message: '角色不正确' })
  role?: RoleCode;

  @IsOptional()
  @IsUUID(undefined, { message: '应为机关编号' })
  organId?: string;
}

export class CreateOrganRequest {
  /** Unique code, e.g. the code of the division. */
  @Matches(/^[A-Za-z0-9-]{2,40}$/, { message: '编码应为 2 至 40 位字母、数字或短横线' })
  code!: string;

  @Length(2, 60, { message: '名称应为 2 至 60 字' })
  name!: string;

  @Length(2, 30, { message: '简称应为 2 至 30 字' })
  shortName!: string;

  @IsIn(ORGAN_KIND_CODES, { message: '机关类型不正确' })
  kind!: OrganKind;

  @IsOptional()
  @IsUUID(undefined, { message: '应为机关编号' })
  parentId?: string;

  /** May act in its own name by law, regulation or rule. */
  @IsBoolean({ message: '应为是或否' })
  hasAuthorisation!: boolean;

  @IsOptional()
  @Length(2, 200, { message: '授权依据应为 2 至 200 字' })
  authorisationBasis?: string;

  @IsCalendarDate()
  validFrom!: CalendarDate;

  @Type(() => Number)
  @IsInt({ message: '排名应为整数' })
  @Min(0, { message: '排名不能为负数' })
  @Max(1_000_000, { message: '排名过大' })
  sortOrder!: number;
}

export class ChangeOrganRequest {
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;

  @IsOptional()
  @Length(2, 60, { message: '名称应为 2 至 60 字' })
  name?: string;

  @IsOptional()
  @Length(2, 30, { message: '简称应为 2 至 30 字' })
  shortName?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '排名应为整数' })
  @Min(0, { message: '排名不能为负数' })
  @Max(1_000_000, { message: '排名过大' })
  sortOrder?: number;

  /** May act in its own name by law, regulation or rule. */
  @IsOptional()
  @IsBoolean({ message: '应为是或否' })
  hasAuthorisation?: boolean;

  /** Null takes it away. */
  @IsOptional()
  @Length(2, 200, { message: '授权依据应为 2 至 200 字' })
  authorisationBasis?: string | null;
}

export class EndOrganRequest {
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;

  /** The first day on which it no longer exists. */
  @IsCalendarDate()
  validUntil!: CalendarDate;

  /** Who continues its functions. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为机关编号' })
  successorId?: string;

  @Length(1, 200, { message: '请说明原因' })
  reason!: string;

  /** Ends its posts and the bodies under it on the same day; without it, an organ that has some does not end. */
  @IsOptional()
  @IsBoolean({ message: '应为是或否' })
  withDependants?: boolean;
}

export class CreatePostRequest {
  /** A person of the directory; or a name, for somebody new. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  personId?: string;

  @IsOptional()
  @Length(2, 30, { message: '姓名应为 2 至 30 字' })
  name?: string;

  @IsUUID(undefined, { message: '应为机关编号' })
  organId!: string;

  @IsIn(ROLE_CODES, { message: '角色不正确' })
  role!: RoleCode;

  @Length(1, 40, { message: '职务应为 1 至 40 字' })
  title!: string;

  @IsCalendarDate()
  validFrom!: CalendarDate;

  /** Where the term is known: the first day on which the post is no longer held. */
  @IsOptional()
  @IsCalendarDate()
  validUntil?: CalendarDate;
}

export class EndPostRequest {
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;

  /** The first day on which the post is no longer held. */
  @IsCalendarDate()
  validUntil!: CalendarDate;

  @Length(1, 200, { message: '请说明原因' })
  reason!: string;
}

export class OrganView {
  id!: string;
  code!: string;
  name!: string;
  shortName!: string;
  kind!: OrganKind;
  kindName!: string;
  parentId!: string | null;
  regionCode!: string | null;
  hasAuthorisation!: boolean;
  authorisationBasis!: string | null;
  validFrom!: CalendarDate;
  validUntil!: CalendarDate | null;
  successorId!: string | null;
  sortOrder!: number;
  version!: number;
}

export class PersonView {
  postId!: string;
  personId!: string;
  name!: string;
  role!: RoleCode;
  roleName!: string;
  title!: string;
  organId!: string;
  organName!: string;
  version!: number;
}

export class CreatedView {
  id!: string;
}
