import { IsBoolean, IsInt, Length, Matches, Min } from 'class-validator';

export class ServiceSettingsView {
  /** Organs are served electronically without a confirmation of theirs. */
  electronicToOrgans!: boolean;
  version!: number;
}

export class ChangeServiceSettingsRequest {
  /** Whether organs are served electronically without a confirmation of theirs. */
  @IsBoolean({ message: '应为是或者否' })
  electronicToOrgans!: boolean;

  /** Version that was read. */
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不能小于 1' })
  version!: number;

  @Length(1, 200, { message: '理由应为1至200字' })
  @Matches(/\S/, { message: '理由不能为空白' })
  reason!: string;
}
