import type { CalendarDate } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 听取意见: a party's views were heard, or why they could not be (复议法 2023 第49条). */
@Entity({ schema: 'reconsideration', name: 'hearing_of_views' })
export class HearingOfViews {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_hearing_of_views' }) caseId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_hearing_of_views' }) partyId!: string;
  @Column('text', { nullable: true }) method!: string | null;
  @Column('date', { nullable: true }) heardOn!: CalendarDate | null;
  @Column('text', { nullable: true }) impossibleReason!: string | null;
  @Column('boolean', { nullable: true }) willingToMediate!: boolean | null;
}
