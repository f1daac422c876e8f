// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { Flag, IdOf, OneOf } from '../../fields.js';
import { Text } from '../../text.js';
import * as table from './tables.js';

/** RC-15: a piece of evidence enters the catalogue. */
export class RecordEvidenceInput {
  /** One of the eight kinds. */
  @OneOf(table.EVIDENCE_KINDS, '证据种类')
  kind!: table.EvidenceKind;

  /** The party who gave it; none if the institution collected it. */
  @IsOptional()
  @IdOf('提交证据的当事人')
  partyId?: Id;

  /** The day it was given or collected. */
  @IsCalendarDate()
  submittedOn!: CalendarDate;

  /** What it is. */
  @Text(300, '证据名称')
  title!: string;

  /** What it is to prove. */
  @Text(1000, '证明对象')
  proves!: string;

  /** The stored file. */
  @IsOptional()
  @IdOf('文件')
  fileId?: Id;

  /** Respondent after its reply: the new reasons or evidence for which the institution let it add this. */
  @IsOptional()
  @Text(1000, '同意补充证据的理由')
  consentReason?: string;
}

/** RC-15: whether a piece of evidence is admitted. */
export class JudgeEvidenceInput {
  /** The piece. */
  @IdOf('证据')
  evidenceId!: Id;

  /** Admitted as a basis of the decision. */
  @Flag('是否采纳')
  admitted!: boolean;

  /** Not admitted: on which ground. */
  @IsOptional()
  @OneOf(table.NON_ADMISSIONS, '不予采纳的情形')
  ground?: table.NonAdmission;

  /** Why. */
  @Text(1000, '认证意见')
  reason!: string;
}

/** One of those who investigate. */
export class Investigator {
  /** An officer of the case. */
  @IdOf('调查人员')
  officerId!: Id;

  /** Number of his certificate of work, which he shows. */
  @Text(40, '行政复议工作证件编号')
  certificateNo!: string;
}

/** RC-15: an investigation was made. */
export class RecordInvestigationInput {
  /** The day. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** Two or more officers. */
  @IsArray({ message: '请填写调查人员' })
  @ArrayMinSize(1, { message: '请填写调查人员' })
  @ArrayMaxSize(7, { message: '调查人员过多' })
  @IsObject({ each: true, message: '每名调查人员应为对象' })
  @ValidateNested({ each: true })
  @Type(() => Investigator)
  investigators!: Investigator[];

  /** Where or with whom, and what. */
  @Text(1000, '调查事项')
  matter!: string;

  /** What was found. */
  @Text(20000, '调查笔录')
  findings!: string;
}

/** RC-15: a site inspection or an appraisal begins; its time does not count. */
export class BeginFactFindingInput {
  /** Inspection or appraisal. */
  @OneOf(table.FACT_FINDINGS, '勘验或者鉴定')
  kind!: table.FactFinding;

  /** The first day that does not count. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** What is inspected or appraised. */
  @Text(1000, '勘验、鉴定事项')
  matter!: string;

  /** Appraisal: the party who asked for it and pays. */
  @IsOptional()
  @IdOf('申请鉴定的当事人')
  partyId?: Id;

  /** Appraisal: who makes it. */
  @IsOptional()
  @Text(200, '鉴定机构')
  body?: string;

  /** Appraisal: how the body was found. */
  @IsOptional()
  @OneOf(table.BODY_CHOICES, '鉴定机构的确定方式')
  choice?: keyof typeof table.BODY_CHOICES;
}

/** RC-15: it ended. */
export class EndFactFindingInput {
  /** Which. */
  @IdOf('勘验、鉴定')
  factFindingId!: Id;

  /** The first day that counts again: of the result. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** The result. */
  @Text(10000, '勘验、鉴定结果')
  result!: string;
}
