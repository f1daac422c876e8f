import { PageRequest } from '@app/platform';
import type { RoleCode } from '@app/kernel';
import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

export class LoginRequest {
  @IsString({ message: '请填写登录名' })
  @Length(1, 64, { message: '请填写登录名' })
  login!: string;

  @IsString({ message: '请填写密码' })
  @Length(1, 128, { message: '请填写密码' })
  password!: string;
}

export class ChangePasswordRequest {
  @IsString({ message: '请填写原密码' })
  @Length(1, 128, { message: '请填写原密码' })
  currentPassword!: string;

  /** Ten characters or more, of three kinds or more. */
  @IsString({ message: '请填写新密码' })
  @Length(1, 128, { message: '新密码过长' })
  newPassword!: string;
}

export class AccountListRequest extends PageRequest {
  /** Part of the name or login. */
  @IsOptional()
  @IsString({ message: '关键词应为文字' })
  @Length(1, 50, { message: '关键词应为 1 至 50 字' })
  keyword?: string;
}

export class CreateAccountRequest {
  @IsUUID(undefined, { message: '应为人员编号' })
  personId!: string;

  @IsString({ message: '登录名应为文字' })
  @Matches(/^[A-Za-z][A-Za-z0-9.-]{2,39}$/, { message: '登录名应以字母开头，3 至 40 位字母、数字、点或短横线' })
  login!: string;
}

export class TokenView {
  /** Send it as `Authorization: Bearer …`. */
  token!: string;
  expiresAt!: Date;
}

export class LoggedInView {
  expiresAt!: Date;
  /** Send it as `X-Heyi-Csrf` with every change. */
  csrf!: string;
}

export class PostView {
  role!: RoleCode;
  roleName!: string;
  organId!: string;
  organName!: string;
}

export class CoveredView {
  personId!: string;
  name!: string;
}

export class MeView {
  personId!: string;
  name!: string;
  posts!: PostView[];
  /** Who is absent today and is stood in for by me. */
  covers!: CoveredView[];
  permissions!: string[];
  mustChangePassword!: boolean;
  /** For browsers: send it as `X-Heyi-Csrf` with every change. */
  csrf!: string | null;
}

export class AccountView {
  id!: string;
  personId!: string;
  name!: string;
  login!: string;
  disabled!: boolean;
  mustChangePassword!: boolean;
  locked!: boolean;
  lastLoginAt!: Date | null;
}

export class TemporaryPasswordView {
  id!: string;
  /** Shown once; its owner must change it at the first login. Null when the request is repeated under its key. */
  temporaryPassword!: string | null;
}
