import type { CalendarDate, Id } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MessageKind, RequestKind, RequestState, Voice } from '../domain/kinds.js';

/** What was asked of one organ about a case; its messages are the thread. */
@Entity({ schema: 'liaison', name: 'request' })
@Check('ck_request_kind', `kind IN ('ASSIGNED','ASSISTANCE','FACTS','POSITION','NOTICE')`)
@Check('ck_request_state', `state IN ('OPEN','ANSWERED','WITHDRAWN')`)
@Check('ck_request_closed', `(state = 'OPEN') = (closed_on IS NULL)`)
@Index('ix_request_case', ['caseId', 'id'])
@Index('ix_request_organ', ['organId', 'state'])
// One at a time for each organ: a further question is a message in its thread.
@Index('ux_request_open', ['caseId', 'organId'], { unique: true, where: `state = 'OPEN'` })
export class LiaisonRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_request' }) id!: Id;
  @Column('uuid') caseId!: Id;
  @Column('uuid') disputeId!: Id;
  @Column('uuid') organId!: Id;
  @Column('text') kind!: RequestKind;
  @Column('text') state!: RequestState;
  @Column('uuid') askedBy!: Id;
  @Column('date') askedOn!: CalendarDate;
  @Column('uuid') clockId!: Id;
  @Column('date', { nullable: true }) closedOn!: CalendarDate | null;
  @Column('int', { default: 1 }) version!: number;
}

/** A message of a thread. Nothing is ever changed or deleted. */
@Entity({ schema: 'liaison', name: 'message' })
@Check('ck_message_voice', `voice IN ('ORGAN','STAFF')`)
@Check('ck_message_kind', `kind IN ('REQUEST','MESSAGE','ANSWER','MORE_TIME','TIME_DECIDED','WITHDRAWAL')`)
@Index('ix_message_request', ['requestId', 'id'])
export class LiaisonMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_message' }) id!: Id;
  @Column('uuid') requestId!: Id;
  @Column('text') kind!: MessageKind;
  @Column('text') voice!: Voice;
  @Column('uuid') personId!: Id;
  /** Its words, encrypted. */
  @Column('bytea') content!: Buffer;
  /** Files of the case that it shows to the other side. */
  @Column('uuid', { array: true, default: [] }) fileIds!: Id[];
  @Column('timestamptz') at!: Date;
}

/** Up to when somebody has read a thread. */
@Entity({ schema: 'liaison', name: 'read_mark' })
export class ReadMark {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_read_mark' }) requestId!: Id;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_read_mark' }) personId!: Id;
  @Column('timestamptz') readAt!: Date;
}
