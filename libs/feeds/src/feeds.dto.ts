import { IsText } from '@app/cases';
import { IsInt, Min } from 'class-validator';

export class NewFeedRequest {
  /** What its owner calls it, e.g. 手机. */
  @IsText('名称', 40)
  name!: string;
}

export class FeedVersionRequest {
  /** Version that was read. */
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不能小于 1' })
  version!: number;
}

export class FeedView {
  id!: string;
  name!: string;
  createdAt!: Date;
  /** When its address was last changed. */
  rotatedAt!: Date | null;
  /** The last day on which a calendar read it. */
  readOn!: string | null;
  version!: number;
}

export class FeedAddressView extends FeedView {
  /**
   * Path of the feed. It holds the secret, which is shown this once; whoever has it reads the calendar. Null if the
   * request was a repeated one: rotate the feed to get another.
   */
  path!: string | null;
}
