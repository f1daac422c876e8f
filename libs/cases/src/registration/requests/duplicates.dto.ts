import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { IsText } from './is-text.js';

class DuplicateApplicantRequest {
  /** Name of the applicant. */
  @IsText('姓名或者名称', 100)
  name!: string;

  /** Number of his paper, if known. */
  @IsOptional()
  @IsText('证件号码', 60)
  idNumber?: string | null;
}

/** What is known so far of a dispute that is being entered. */
export class CheckDuplicatesRequest {
  /** The applicants, 1 to 200. */
  @IsArray({ message: '申请人应为列表' })
  @ArrayMinSize(1, { message: '至少应有一名申请人' })
  @ArrayMaxSize(200, { message: '申请人最多 200 名' })
  @IsObject({ each: true, message: '每名申请人应为对象' })
  @ValidateNested({ each: true, message: '申请人的内容有误' })
  @Type(() => DuplicateApplicantRequest)
  applicants!: DuplicateApplicantRequest[];

  /** The respondent organ; none in a civil dispute. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  respondentOrganId?: string | null;

  /** Name of the act contested. */
  @IsText('行政行为名称', 200)
  actName!: string;

  /** Document number of the act. */
  @IsOptional()
  @IsText('行政行为文号', 80)
  actDocumentNo?: string | null;
}
