// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IdOf, IdsOf, OneOf, Text } from '../fields.js';
import { CONFIRMATION_OUTCOMES, INSTRUMENTS, type ConfirmationOutcome, type Instrument } from './facts.js';

/** One thing a party has to do under the agreement. */
export class Obligation {
  /** The party that has to perform. */
  @IdOf('义务人')
  obligorId!: Id;

  /** What is to be done, and in which manner. */
  @Text(500, '履行内容')
  content!: string;

  @IsCalendarDate()
  dueOn!: CalendarDate;

  /** Money, in fen; absent if none is owed. */
  @IsOptional()
  @IsInt({ message: '金额应为整数（分）' })
  @Min(1, { message: '金额应大于0' })
  @Max(1_000_000_000_000, { message: '金额过大，请核对' })
  amountFen?: number;

  /** Of what is performed in instalments: which one this is. */
  @IsOptional()
  @IsInt({ message: '期次应为整数' })
  @Min(1, { message: '期次应大于0' })
  @Max(100, { message: '期次最多100期' })
  instalment?: number;
}

/** MD-10: the parties agree. Signing is the next step, unless the agreement is oral. */
export class AgreeInput {
  /** Facts found, as the agreement states them (人民调解法 第29条第1款第2项). */
  @IsOptional()
  @Text(5000, '纠纷主要事实')
  facts?: string;

  /** Matter in dispute. */
  @Text(5000, '争议事项')
  matter!: string;

  /** What was agreed. */
  @Text(10000, '协议内容')
  terms!: string;

  /** Manner of performance. */
  @IsOptional()
  @Text(2000, '履行方式')
  manner?: string;

  /** People's mediation: the parties want no paper; the mediator records what was agreed (人民调解法 第28条). */
  @IsOptional()
  @IsBoolean({ message: '请说明是否为口头协议' })
  oral?: boolean;

  /** Lawful, and no harm to the state, the public or third parties (复议法 2023 第5条第2款). */
  @Equals(true, { message: '协议须合法，且不损害国家利益、公共利益和他人合法权益' })
  lawful!: true;

  /** The respondent organ confirmed that its representative may bind it. */
  @IsBoolean({ message: '请说明被申请人代表是否有权承诺' })
  respondentMayBind!: boolean;

  /** If the organ owes money: its head approved. */
  @IsOptional()
  @IsBoolean({ message: '请说明机关负责人是否批准' })
  headApprovedPayment?: boolean;

  /** The performance schedule. */
  @IsArray({ message: '履行安排应为列表' })
  @ArrayMaxSize(100, { message: '履行安排最多100项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => Obligation)
  schedule!: Obligation[];
}

export const SIGNATURE_FORMS = { PAPER: '纸质签名、盖章', ELECTRONIC: '电子签名' } as const;

/** MD-11: one signature or seal is on the agreement. */
export class RecordSignatureInput {
  /** A party (the respondent by its organ), a mediator, or the committee for its seal. */
  @IdOf('签章人')
  signerId!: Id;

  /** The day of the signature. */
  @IsCalendarDate()
  signedOn!: CalendarDate;

  @OneOf(SIGNATURE_FORMS, '签章形式')
  form!: keyof typeof SIGNATURE_FORMS;

  /** Signed by an agent of the party: the file of this case that proves the power to settle. */
  @IsOptional()
  @IdOf('授权委托书文件')
  authorityFileId?: Id;

  /** Signed by an agent: who. */
  @IsOptional()
  @Text(100, '代理人姓名')
  agentName?: string;
}

/** MD-12: both sides apply together for judicial confirmation. */
export class ApplyConfirmationInput {
  /** The parties that apply: all of both sides. */
  @IdsOf('共同申请的当事人', 1, 50)
  partyIds!: Id[];

  /** The court that invited the mediation, or the basic court of domicile, subject or centre (民诉法 2023 第205条). */
  @Text(100, '受理法院')
  court!: string;

  /** The day the application reached the court. */
  @IsCalendarDate()
  appliedOn!: CalendarDate;
}

/** MD-13: the court takes the application. */
export class RecordCourtAcceptanceInput {
  @IsCalendarDate()
  acceptedOn!: CalendarDate;

  /** Number of the court's case. */
  @Text(60, '法院案号')
  courtNumber!: string;
}

/** MD-13: what the court decided. */
export class RecordConfirmationInput {
  @OneOf(CONFIRMATION_OUTCOMES, '司法确认结果')
  outcome!: ConfirmationOutcome;

  /** Date of the court's paper. */
  @IsCalendarDate()
  decidedOn!: CalendarDate;

  /** Number of the ruling, or of the pre-litigation mediation paper. */
  @Text(60, '裁定书、调解书文号')
  paperNumber!: string;

  /** The paper, among the files of the case. */
  @IsOptional()
  @IdOf('法院文书文件')
  paperFileId?: Id;

  /** Why it was not confirmed. */
  @IsOptional()
  @Text(1000, '不予确认的理由')
  reason?: string;
}

/** MD-14: the signed agreement goes to the source, which makes the instrument. */
export class HandOverInput {
  /** To whom, and on what the parties agreed: 调解书, or withdrawal. */
  @OneOf(INSTRUMENTS, '拟制作的文书')
  wanted!: Instrument;

  @IsCalendarDate()
  handedOverOn!: CalendarDate;
}

/** MD-14: the source made the instrument. */
export class RecordInstrumentInput {
  @OneOf(INSTRUMENTS, '文书种类')
  instrument!: Instrument;

  /** Its date. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** Its number, if it has one. */
  @IsOptional()
  @Text(60, '文书文号')
  number?: string;
}
