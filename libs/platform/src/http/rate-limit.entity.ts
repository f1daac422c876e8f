import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Uses of one caller in the running time window; the columns, and their order, are rate-limiter-flexible's. */
@Entity({ schema: 'platform', name: 'rate_limit' })
export class RateLimitCount {
  /** `<policy>:<keyed hash of the caller>` */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_rate_limit' }) key!: string;
  @Column('int', { default: 0 }) points!: number;
  /** Milliseconds since 1970. */
  @Column('bigint', { nullable: true }) expire!: number | null;
}
