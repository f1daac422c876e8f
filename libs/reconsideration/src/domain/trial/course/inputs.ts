import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Equals, IsOptional } from 'class-validator';
import { IdOf, IdsOf, OneOf } from '../../fields.js';
import { Text } from '../../text.js';
import { STAY_GROUNDS, UPLIFT_GROUNDS, type StayGround, type UpliftGround } from './tables.js';

/** RC-18: the act is not executed for the time being. */
export class StayExecutionInput {
  /** On which ground. */
  @OneOf(STAY_GROUNDS, '停止执行的情形')
  ground!: StayGround;

  /** A party applied: which. */
  @IsOptional()
  @IdOf('申请停止执行的当事人')
  partyId?: Id;

  /** Why it is needed, or why the party's request is reasonable. */
  @Text(2000, '停止执行的理由')
  reason!: string;
}

/** RC-18: execution may go on. */
export class LiftStayInput {
  /** Why. */
  @Text(2000, '恢复执行的理由')
  reason!: string;
}

/** RC-19: the case leaves the simplified procedure. */
export class ConvertToOrdinaryInput {
  /** Why the simplified procedure does not suit. */
  @Text(1000, '转为普通程序的理由')
  reason!: string;

  /** Further officers, so that there are two or more. */
  @IdsOf('增加的审理人员', 0, 6)
  memberIds!: Id[];
}

/** RC-36: the superior is asked to take the case. */
export class RequestUpliftInput {
  /** On which ground. */
  @OneOf(UPLIFT_GROUNDS, '提级审理的情形')
  ground!: UpliftGround;

  /** Why. */
  @Text(2000, '报请理由')
  reason!: string;
}

/** RC-36: the superior does not take it. */
export class DeclineUpliftInput {
  /** The day its answer arrived. */
  @IsCalendarDate()
  answeredOn!: CalendarDate;

  /** Number of the answer. */
  @Text(60, '答复文号')
  documentNo!: string;
}

/** RC-36: the superior takes the case, asked or of its own accord. */
export class TransferUpInput {
  /** On which ground. */
  @OneOf(UPLIFT_GROUNDS, '提级审理的情形')
  ground!: UpliftGround;

  /** The authority that takes it. */
  @Text(100, '上级行政复议机关')
  superior!: string;

  /** Number of its notice. */
  @Text(60, '提级审理通知文号')
  documentNo!: string;

  /** The day the notice arrived. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;
}

/** RC-36: the files went to the superior, and the parties were told. */
export class SendFilesUpInput {
  /** The day the files were sent. */
  @IsCalendarDate()
  sentOn!: CalendarDate;

  /** All parties were told in writing. */
  @Equals(true, { message: '请确认已书面告知各方当事人' })
  partiesTold!: true;
}

/** RC-37: a superior orders that the case be taken up again. */
export class SuperiorOrderInput {
  /** Who orders. */
  @Text(100, '上级机关')
  superior!: string;

  /** Number of the order. */
  @Text(60, '责令文书文号')
  documentNo!: string;

  /** The day it arrived; periods run from it. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;
}
