import { ClocksService } from '@app/deadlines';
import { Clock, newId, type Actor, type CalendarDate } from '@app/kernel';
import { Database, idempotently, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Finding } from '../domain/finding.js';
import { DuplicateQueries } from '../duplicates.queries.js';
import { Officers } from '../handlers/officers.js';
import { Organs } from '../organs.js';
import { DisputeChecks, duplicateProbe } from '../record/checks.js';
import { enteredContent, type DisputeContent } from '../record/content.js';
import { enteredParties, type PartyData } from '../record/party-data.js';
import { partyRow } from '../record/party.store.js';
import type { DisputeRow } from '../record/rows.js';
import type { RegisterDisputeRequest } from '../requests/dispute.dto.js';
import { DisputeQueries } from '../views/dispute.queries.js';
import type { DisputeView } from '../views/dispute.views.js';
import { namesNeeded, toDisputeView } from '../views/to-view.js';
import { Registrar, type Registered } from './registrar.js';

/** A dispute ready to be written. */
export interface Registration {
  row: DisputeRow;
  parties: PartyData[];
  /** Findings that do not stop it. */
  warnings: Finding[];
}

/** What an import knows besides the request. */
export interface ImportedFacts {
  /** The ledger's own number; unique. */
  ledgerNo?: string;
  /** The office's day of registration; today if absent. Its year is the number's. */
  registeredOn?: CalendarDate;
}

/** Registering disputes. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly database: Database,
    private readonly registrar: Registrar,
    private readonly checks: DisputeChecks,
    private readonly duplicates: DuplicateQueries,
    private readonly officers: Officers,
    private readonly organs: Organs,
    private readonly queries: DisputeQueries,
    private readonly clocks: ClocksService,
    private readonly clock: Clock,
  ) {}

  /**
   * Registers a dispute: number, parties, who takes part, its first clocks. Repeated under the same key, it answers what was
   * made the first time.
   * @throws DomainError cases.invalid-dispute, cases.possible-duplicate, cases.not-your-office, cases.not-an-officer,
   *   request.idempotency-key-reused
   */
  async register(actor: Actor, request: RegisterDisputeRequest, key?: string): Promise<DisputeView> {
    const registration = await this.prepare(actor, request);
    let registered: Registered | undefined;
    const { id, repeated } = await this.database.transaction(async (tx) => {
      // Sent together with the idempotency key: the answers come back in one round trip.
      this.clocks.prepare(tx);
      const isNew = request.acknowledgeDuplicates
        ? Promise.resolve()
        : this.duplicates.mustBeNew(tx, actor, duplicateProbe({ content: registration.row, ...registration }));
      isNew.catch(() => undefined);
      return idempotently(tx, actor, key, request, registration.row.id, async () => {
        await isNew;
        registered = await this.registrar.insert(tx, actor, registration.row, registration.parties);
      });
    });
    if (repeated || !registered) return this.queries.view(actor, id);
    return this.viewOf(registered, registration);
  }

  /**
   * The same within a transaction, for imports; nothing is looked up twice and duplicates are the caller's to judge.
   * Its number is taken at once: the series is locked until the transaction ends.
   */
  async registerIn(tx: Tx, actor: Actor, registration: Registration): Promise<Registered> {
    return this.registrar.insertNumbered(tx, actor, registration.row, registration.parties);
  }

  /** Normalises and judges a request, before any transaction. @throws as {@link register} */
  async prepare(actor: Actor, request: RegisterDisputeRequest, imported: ImportedFacts = {}): Promise<Registration> {
    const today = this.clock.today();
    const content: DisputeContent = enteredContent(request, today);
    const parties = enteredParties(request.parties);
    const warnings = await this.checks.must({ content, parties });
    const organId = actor.kind === 'system' ? request.organId! : this.officers.officeOf(actor, request.organId);
    const handlerId = request.handlerId ?? null;
    if (handlerId !== null) await this.officers.mustHandle(handlerId, organId, '#/handlerId');
    const row: DisputeRow = {
      ...content,
      id: newId(),
      number: null,
      status: 'REGISTERED',
      version: 1,
      registeredOn: imported.registeredOn ?? today,
      organId,
      handlerId,
      nextDueOn: null,
      ledgerNo: imported.ledgerNo ?? null,
      createdBy: actor.personId,
    };
    return { row, parties, warnings };
  }

  /** What {@link prepare} would notice, errors too; nothing is refused. */
  async findings(request: RegisterDisputeRequest): Promise<Finding[]> {
    const content = enteredContent(request, this.clock.today());
    return this.checks.judge({ content, parties: enteredParties(request.parties) });
  }

  /** The view of what was just registered, from what was written. */
  async viewOf(registered: Registered, { parties, warnings }: Pick<Registration, 'parties' | 'warnings'>) {
    const row: DisputeRow = { ...registered.row, number: await registered.number() };
    return toDisputeView({
      row,
      parties: parties.map(partyRow),
      clocks: registered.clocks,
      cases: [],
      links: [],
      notices: warnings,
      names: await this.organs.names(namesNeeded(row)),
    });
  }
}
