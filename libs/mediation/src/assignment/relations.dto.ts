import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { IsOptional } from 'class-validator';
import { RECUSAL_GROUNDS, type RecusalGround } from '../domain/facts.js';
import { IdOf, OneOf, Text } from '../domain/fields.js';

export class RelationRequest {
  /** The mediator. */
  @IdOf('调解员')
  personId!: string;

  /** A party of a dispute; or an organ. */
  @IsOptional()
  @IdOf('当事人')
  partyId?: string;

  @IsOptional()
  @IdOf('单位')
  organId?: string;

  @OneOf(RECUSAL_GROUNDS, '关系类别')
  kind!: RecusalGround;

  @Text(500, '说明')
  explanation!: string;

  @IsCalendarDate()
  fromOn!: CalendarDate;

  /** The first day on which it is over. */
  @IsOptional()
  @IsCalendarDate()
  untilOn?: CalendarDate;
}

export class RelationListRequest extends PageRequest {
  @IdOf('调解员')
  personId!: string;
}

export class RelationView {
  id!: string;
  personId!: string;
  partyId!: string | null;
  organId!: string | null;
  organName!: string | null;
  kind!: string;
  kindName!: string;
  explanation!: string;
  fromOn!: CalendarDate;
  untilOn!: CalendarDate | null;
  withdrawn!: boolean;
}

export class PartyExclusionRequest {
  @IdOf('当事人')
  partyId!: string;

  /** The mediator whom the party does not want. */
  @IdOf('调解员')
  personId!: string;

  @Text(500, '理由')
  reason!: string;
}

export class PartyExclusionView {
  id!: string;
  partyId!: string;
  personId!: string;
  personName!: string;
  reason!: string;
  createdAt!: Date;
  withdrawn!: boolean;
}
