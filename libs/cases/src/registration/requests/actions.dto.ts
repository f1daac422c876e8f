import { IsIn, IsInt, IsOptional, IsBoolean, IsUUID, Min } from 'class-validator';
import { LINK_KINDS } from '../domain/codes.js';
import { IsText } from './is-text.js';

const LINK_KIND_CODES = LINK_KINDS.map((k) => k.code);

class VersionedRequest {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

export class SubmitDraftRequest extends VersionedRequest {
  /** Register although a dispute much like it exists. */
  @IsOptional()
  @IsBoolean({ message: 'acknowledgeDuplicates 应为 true 或 false' })
  acknowledgeDuplicates?: boolean;
}

/** Closing a dispute, or making its registration void. */
export class EndDisputeRequest extends VersionedRequest {
  /** Why; kept in the history. Put no names of persons in it. */
  @IsText('理由', 500)
  reason!: string;
}

export class HandOverRequest extends VersionedRequest {
  /** Who handles the dispute from now on. */
  @IsUUID(undefined, { message: '应为人员编号' })
  personId!: string;

  /** Why; kept in the history. */
  @IsText('理由', 500)
  reason!: string;
}

export class LinkRequest {
  /** The other dispute. */
  @IsUUID(undefined, { message: '应为争议编号' })
  disputeId!: string;

  /** SAME_ACT, SAME_PARTY, FOLLOW_UP, DUPLICATE or OTHER. */
  @IsIn(LINK_KIND_CODES, { message: `关联类型应为 ${LINK_KIND_CODES.join('、')} 之一` })
  kind!: string;

  /** Why they belong together. */
  @IsText('理由', 500)
  reason!: string;
}

export class UnmaskRequest {
  /** Why the full number is needed; kept in the audit trail. */
  @IsText('查看理由', 500)
  reason!: string;
}
