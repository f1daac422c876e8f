import { record } from '@app/audit';
import { ClocksService, type ClockRow } from '@app/deadlines';
import { Clock, DomainError, newId, type Actor, type Id } from '@app/kernel';
import { Database, FieldCipher, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MORE_TIME_DAYS } from '../domain/clocks.js';
import { MORE_TIME_OUTCOMES, type MoreTimeOutcome } from '../domain/kinds.js';
import { Heralds } from '../threads/heralds.js';
import { ThreadStore } from '../threads/thread-store.js';
import type { AskMoreTimeRequest, MoreTimeView, OwedView } from './owed.dto.js';
import { OwedQueries, type OwedRow } from './owed.queries.js';

/** What an organ does about a period without performing a step: acknowledge it, or ask for more time. */
@Injectable()
export class OwedService {
  constructor(
    private readonly database: Database,
    private readonly queries: OwedQueries,
    private readonly clocks: ClocksService,
    private readonly threads: ThreadStore,
    private readonly heralds: Heralds,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The first acknowledgement stays; repeating it changes nothing. @throws DomainError deadlines.clock.not-found */
  async acknowledge(actor: Actor, clockId: Id): Promise<OwedView> {
    return this.database.transaction(async (tx) => {
      const row = await this.queries.mustOwe(tx, actor, clockId);
      const made = await sql(tx, ACKNOWLEDGE, [clockId, row.organId, actor.personId, this.clock.now()]);
      if (made.length > 0) this.note(tx, actor, 'acknowledge', await this.clocks.byId(tx, clockId), {});
      return (await this.queries.views(tx, [row]))[0]!;
    });
  }

  /**
   * Asks for more time, once for each period. Those who asked something decide; where the law sets the period it is
   * answered at once that there is none, and the clock does not move.
   * @throws DomainError deadlines.clock.not-found, liaison.more-time-asked, liaison.more-time-too-long
   */
  async askMoreTime(actor: Actor, clockId: Id, request: AskMoreTimeRequest, key?: string): Promise<MoreTimeView> {
    return this.database.transaction(async (tx) => {
      await idempotently(tx, actor, key, { clockId, ...request }, newId(), async (id) => {
        const row = await this.queries.mustOwe(tx, actor, clockId);
        const clock = await this.clocks.byId(tx, clockId);
        await this.keep(tx, actor, id, row, clock, request);
      });
      const [kept] = await sql<{ outcome: MoreTimeOutcome; answer: Buffer | null }>(tx, KEPT, [clockId]);
      return this.view(kept!, await this.clocks.byId(tx, clockId));
    });
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    id: Id,
    { organId, requestId }: OwedRow,
    clock: ClockRow,
    { days, reason }: AskMoreTimeRequest,
  ): Promise<void> {
    if (requestId !== null && days > MORE_TIME_DAYS) throw tooLong();
    const outcome: MoreTimeOutcome = requestId === null ? 'NOT_PROVIDED' : 'ASKED';
    const answer = requestId === null ? this.cipher.encrypt(notProvided(clock)) : null;
    const at = this.clock.now();
    const values = [id, clock.id, organId, days, this.cipher.encrypt(reason), actor.personId, at, outcome, answer];
    if ((await sql(tx, ASK, values)).length === 0) throw askedAlready();
    if (requestId !== null) {
      const said = { requestId, kind: 'MORE_TIME', voice: 'ORGAN', text: reason, fileIds: [] } as const;
      this.threads.say(tx, actor, said);
      await this.heralds.tellStaff(tx, requestId);
    }
    this.note(tx, actor, 'ask-more-time', clock, { outcome, days });
  }

  private view(
    { outcome, answer }: { outcome: MoreTimeOutcome; answer: Buffer | null },
    clock: ClockRow,
  ): MoreTimeView {
    return {
      outcome,
      outcomeName: MORE_TIME_OUTCOMES[outcome],
      answer: answer === null ? null : this.cipher.decrypt(answer),
      dueOn: clock.dueOn,
    };
  }

  private note(tx: Tx, actor: Actor, act: string, clock: ClockRow, detail: Record<string, unknown>): void {
    record(tx, actor, {
      action: `liaison.${act}`,
      subjectType: 'clock',
      subjectId: clock.id,
      scopeId: clock.scopeId,
      detail: { rule: clock.rule, ...detail },
    });
  }
}

function notProvided({ ruleName, article, dueOn }: ClockRow): string {
  return `${ruleName}由${article}规定，法律没有规定可以延长。您的申请已经记录在案，期限不变，请于${dueOn}前办理。`;
}

function tooLong(): DomainError {
  const detail = `一次最多延期 ${MORE_TIME_DAYS} 日。`;
  return new DomainError('liaison.more-time-too-long', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: '#/days', code: 'tooLong', detail }],
  });
}

function askedAlready(): DomainError {
  return new DomainError('liaison.more-time-asked', {
    kind: 'conflict',
    detail: '该期限已经申请过延期，不能再次申请。',
  });
}

const ACKNOWLEDGE = `INSERT INTO liaison.acknowledgement (clock_id, organ_id, person_id, at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING 1`;
const ASK = `INSERT INTO liaison.more_time (id, clock_id, organ_id, days, reason, asked_by, asked_at, outcome, answer)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (clock_id) DO NOTHING RETURNING 1`;
const KEPT = 'SELECT outcome, answer FROM liaison.more_time WHERE clock_id = $1';
