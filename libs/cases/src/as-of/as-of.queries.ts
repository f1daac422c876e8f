import { AuditQueries, type AuditEntryView } from '@app/audit';
import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { Clock, dayOf, DomainError, inChinese, ROLES, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { Database, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { findCase, type CaseRow } from '../engine/case.store.js';
import type { ParticipantView } from '../engine/cases.dto.js';
import { clocksFor } from '../engine/scope.js';
import { Procedures } from '../engine/runtime.js';
import { PaperAccess } from '../papers/papers.access.js';
import { HistoryQueries } from '../registration/views/history.queries.js';
import type { AsOfView } from './as-of.dto.js';
import { withMoments } from './domain/moments.js';
import { clockRow, rebuild, type Rebuilt } from './domain/rebuild.js';

/** The report of a case as of any moment. */
@Injectable()
export class AsOfQueries {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditQueries,
    private readonly procedures: Procedures,
    private readonly clocks: ClocksService,
    private readonly directory: DirectoryService,
    private readonly history: HistoryQueries,
    private readonly papers: PaperAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * The case as it stood, acts of that very moment included; of papers those he may read today.
   * @throws DomainError cases.case.not-found, cases.moment-in-future, cases.not-yet-opened
   */
  async view(actor: Actor, caseId: Id, at: Date): Promise<AsOfView> {
    if (at > this.clock.now()) throw inFuture();
    return this.database.transaction(async (tx) => {
      const row = await findCase(tx, actor, caseId);
      const [trail, hidden] = await Promise.all([
        this.audit.trail(tx, row.disputeId),
        this.papers.hiddenIn(tx, actor, row.disputeId),
      ]);
      const entries = withMoments(trail).filter(({ at: done, subjectId }) => done <= at && !hidden.includes(subjectId));
      const rebuilt = rebuild(caseId, entries);
      if (rebuilt.openedOn === null) throw notYetOpened(row.openedOn);
      const inner = this.history.hiddenActions(actor);
      const told = entries.filter((entry) => !inner.includes(entry.action));
      const seen = { ...rebuilt, clocks: clocksFor(actor, rebuilt.clocks) };
      return this.report(tx, row, seen, rebuilt.openedOn, told, at);
    });
  }

  private async report(
    tx: Tx,
    row: CaseRow,
    rebuilt: Rebuilt,
    openedOn: CalendarDate,
    entries: readonly AuditEntryView[],
    at: Date,
  ): Promise<AsOfView> {
    const { procedure } = this.procedures.get(row.procedure);
    const { clocks, participants, state, handlerId } = rebuilt;
    const ids = [...participants.map((p) => p.personId ?? p.organId!), ...(handlerId === null ? [] : [handlerId])];
    const names = await this.directory.names(ids, tx);
    const rows = clocks.map((clock) => clockRow(clock, row.id, row.disputeId));
    const own = entries.filter((entry) => entry.subjectType !== 'case' || entry.subjectId === row.id);
    return {
      ...rebuilt,
      id: row.id,
      disputeId: row.disputeId,
      at,
      procedure: row.procedure,
      procedureName: procedure.name,
      number: row.number,
      stateName: procedure.states[state]?.name ?? state,
      handlerName: handlerId === null ? null : (names.get(handlerId) ?? ''),
      openedOn,
      participants: participants.map((p) => participantView(p, names)),
      clocks: this.clocks.lines(rows, dayOf(at)),
      documents: [...rebuilt.documents],
      history: await this.history.linesOf([...own].reverse()),
    };
  }
}

function participantView(
  { role, personId, organId, since, until }: Rebuilt['participants'][number],
  names: ReadonlyMap<Id, string>,
): ParticipantView {
  return { role, roleName: ROLES[role], personId, organId, name: names.get(personId ?? organId!) ?? '', since, until };
}

function inFuture(): DomainError {
  const detail = '不能查看将来的案件情况，请选择现在或者以前的时刻。';
  return new DomainError('cases.moment-in-future', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: '#/at', code: 'inFuture', detail }],
  });
}

function notYetOpened(openedOn: CalendarDate): DomainError {
  return new DomainError('cases.not-yet-opened', {
    kind: 'not-found',
    detail: `案件于${inChinese(openedOn)}立案，该时刻还没有可以还原的情况，请选择立案以后的时刻。`,
    params: { openedOn },
  });
}
