import { record } from '@app/audit';
import { ClocksService, type ClockLineView } from '@app/deadlines';
import { Clock, type Actor, type CalendarDate } from '@app/kernel';
import { beforeCommit, FieldCipher, publish, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Participants, type NewParticipant } from '../../engine/participants.js';
import { disputeRegistered } from '../dispute.events.js';
import { citizenClocks } from '../domain/citizen-clocks.js';
import { insertDispute, takeNumber, updateDispute, writeSearch } from '../record/dispute.store.js';
import type { PartyData } from '../record/party-data.js';
import { insertParties } from '../record/party.store.js';
import type { DisputeRow } from '../record/rows.js';

/** A dispute registered in a transaction: its number is known once that has committed. */
export interface Registered {
  row: DisputeRow;
  clocks: ClockLineView[];
  /** Rejects with the database's reason if the number could not be given; the commit then fails too. */
  number: () => Promise<string>;
}

/**
 * The writes of a registration. None is waited for: they travel together with the number, which is taken last because
 * it locks its series, and with COMMIT.
 */
@Injectable()
export class Registrar {
  constructor(
    private readonly participants: Participants,
    private readonly clocks: ClocksService,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Registers a dispute that was not kept before. */
  async insert(tx: Tx, actor: Actor, row: DisputeRow, parties: readonly PartyData[]): Promise<Registered> {
    return this.finish(tx, actor, row, parties, await this.write(tx, actor, row, parties), numberLast(tx, row));
  }

  /** The same with its number at once, for a transaction in which more is done with the dispute. */
  async insertNumbered(tx: Tx, actor: Actor, row: DisputeRow, parties: readonly PartyData[]): Promise<Registered> {
    const clocks = await this.write(tx, actor, row, parties);
    const number = await takeNumber(tx, row);
    return this.finish(tx, actor, row, parties, clocks, () => Promise.resolve(number));
  }

  /** Registers a draft, whose parties are kept already. The caller holds its lock. */
  async promote(tx: Tx, actor: Actor, row: DisputeRow, parties: readonly PartyData[]): Promise<Registered> {
    const clocks = await this.startClocks(tx, actor, row);
    updateDispute(tx, row);
    const after = { ...row, version: row.version + 1 };
    return this.finish(tx, actor, after, parties, clocks, numberLast(tx, after));
  }

  private async write(tx: Tx, actor: Actor, row: DisputeRow, parties: readonly PartyData[]): Promise<ClockLineView[]> {
    const clocks = await this.startClocks(tx, actor, row);
    insertDispute(tx, row);
    insertParties(tx, row.id, parties, this.cipher);
    return clocks;
  }

  private finish(
    tx: Tx,
    actor: Actor,
    row: DisputeRow,
    parties: readonly PartyData[],
    clocks: ClockLineView[],
    number: () => Promise<string>,
  ): Registered {
    writeSearch(
      tx,
      row,
      parties.map((p) => p.name),
    );
    this.participants.begin(tx, this.firstParticipants(row), {
      id: row.id,
      registeredOn: row.registeredOn!,
      dueOn: row.nextDueOn,
    });
    record(tx, actor, {
      action: 'cases.register',
      subjectType: 'dispute',
      subjectId: row.id,
      scopeId: row.id,
      detail: { channel: row.channel, parties: parties.length, respondentOrganId: row.respondentOrganId },
    });
    publish(tx, disputeRegistered, { disputeId: row.id });
    return { row, clocks, number };
  }

  /** Clocks of the citizen from what is known of the act, and the office's own from the day the matter came in. */
  private async startClocks(tx: Tx, actor: Actor, row: DisputeRow): Promise<ClockLineView[]> {
    const starts = [...citizenClocks(row), { rule: 'DISPUTE_TRIAGE', from: row.receivedOn }];
    const clocks = await this.clocks.start(
      tx,
      actor,
      starts.map((start) => ({ ...start, subjectId: row.id, scopeId: row.id })),
    );
    row.nextDueOn = clocks.map((c) => c.dueOn).reduce((a, b) => (a < b ? a : b));
    return this.clocks.lines(clocks, this.clock.today());
  }

  /** The office, the respondent, if there is one, through its liaisons, and the handler if one was named. */
  private firstParticipants(row: DisputeRow): NewParticipant[] {
    const since: CalendarDate = row.registeredOn!;
    const part = { disputeId: row.id, caseId: null, since };
    const participants: NewParticipant[] = [{ ...part, role: 'intake_officer', organId: row.organId }];
    if (row.respondentOrganId !== null)
      participants.push({ ...part, role: 'dept_liaison', organId: row.respondentOrganId });
    if (row.handlerId !== null) participants.push({ ...part, role: 'intake_officer', personId: row.handlerId });
    return participants;
  }
}

function numberLast(tx: Tx, row: Pick<DisputeRow, 'id' | 'registeredOn'>): () => Promise<string> {
  let taken: Promise<string> | undefined;
  // Not waited for here: COMMIT follows at once, so the series is locked for no round trip of ours.
  beforeCommit(tx, `cases.number.${row.id}`, (last) => {
    taken = takeNumber(last, row);
    taken.catch(() => undefined);
  });
  return () => taken ?? Promise.reject(new Error('the transaction has not come to its end'));
}
