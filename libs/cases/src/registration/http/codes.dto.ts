import type { CalendarDate } from '@app/kernel';
import { ApiProperty } from '@nestjs/swagger';

/** A code and the days on which it may be chosen. */
export class CodeView {
  code!: string;
  name!: string;
  validFrom!: CalendarDate;
  validUntil!: CalendarDate | null;
}

/** The code tables of registration. */
export class DisputeCodesView {
  @ApiProperty({ type: () => [CodeView] })
  channels!: readonly CodeView[];
  @ApiProperty({ type: () => [CodeView] })
  fields!: readonly CodeView[];
  @ApiProperty({ type: () => [CodeView] })
  matters!: readonly CodeView[];
  @ApiProperty({ type: () => [CodeView] })
  linkKinds!: readonly CodeView[];
  /** Name by code. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  idTypes!: Readonly<Record<string, string>>;
}
