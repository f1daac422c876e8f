import { IsInt, Length, Matches, Min } from 'class-validator';
import { PREFIX_SHAPE } from '../numbering.js';

/** What was read, and why it is changed. */
class Change {
  /** Version that was read. */
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不能小于 1' })
  version!: number;

  @Length(1, 200, { message: '理由应为1至200字' })
  @Matches(/\S/, { message: '理由不能为空白' })
  reason!: string;
}

export class ChangeSeriesRequest extends Change {
  /** 机关代字 before the year: 余政复决〔2026〕1号. */
  @Matches(PREFIX_SHAPE, { message: '机关代字应为2至12个汉字' })
  prefix!: string;
}

export class ChangeIssuerRequest extends Change {
  /** As it stands on paper. */
  @Matches(/^[\p{Script=Han}（）]{2,60}$/u, { message: '发文机关名称应为2至60个汉字' })
  name!: string;
}

export class SeriesView {
  code!: string;
  name!: string;
  prefix!: string;
  version!: number;
}

export class IssuerView {
  /**
   * AUTHORITY 机关章, SPECIAL 行政复议专用章, RECEIPT 收件章, CENTRE 调解中心章, COMMITTEE 调委会章, BUREAU 司法局章, NONE without
   * a seal. A committee that is named on the paper stands there instead.
   */
  seal!: string;
  name!: string;
  version!: number;
}
