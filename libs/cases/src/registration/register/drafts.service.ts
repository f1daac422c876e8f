import { record } from '@app/audit';
import { ClocksService } from '@app/deadlines';
import { Clock, newId, type Actor, type Id } from '@app/kernel';
import { Database, FieldCipher, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DuplicateQueries } from '../duplicates.queries.js';
import { Officers } from '../handlers/officers.js';
import { DisputeChecks, duplicateProbe } from '../record/checks.js';
import { enteredContent } from '../record/content.js';
import { insertDispute, lockDraft, updateDispute } from '../record/dispute.store.js';
import { enteredParties } from '../record/party-data.js';
import { insertParties, loadParties, replaceParties } from '../record/party.store.js';
import type { DisputeRow } from '../record/rows.js';
import type { SubmitDraftRequest } from '../requests/actions.dto.js';
import type { SaveDraftRequest, UpdateDraftRequest } from '../requests/dispute.dto.js';
import { DisputeQueries } from '../views/dispute.queries.js';
import type { DisputeView } from '../views/dispute.views.js';
import { DisputesService } from './disputes.service.js';
import { Registrar } from './registrar.js';

/** Drafts: kept by whoever enters them, seen by nobody else, without number and clocks until they are submitted. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesService,
    private readonly registrar: Registrar,
    private readonly checks: DisputeChecks,
    private readonly duplicates: DuplicateQueries,
    private readonly officers: Officers,
    private readonly queries: DisputeQueries,
    private readonly clocks: ClocksService,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError cases.invalid-dispute, cases.not-your-office, cases.not-an-officer, cases.unknown-party */
  async save(actor: Actor, request: SaveDraftRequest, key?: string): Promise<DisputeView> {
    const row = await this.entered(actor, request);
    const parties = enteredParties(request.parties ?? []);
    const { id } = await this.database.transaction((tx) =>
      idempotently(tx, actor, key, request, row.id, async () => {
        insertDispute(tx, row);
        insertParties(tx, row.id, parties, this.cipher);
        this.note(tx, actor, row.id, 'cases.save-draft');
      }),
    );
    return this.queries.view(actor, id);
  }

  /** Replaces a draft as a whole. @throws as {@link save}; cases.dispute.not-found, cases.dispute.stale-version */
  async update(actor: Actor, id: Id, request: UpdateDraftRequest): Promise<DisputeView> {
    const entered = await this.entered(actor, request);
    await this.database.transaction(async (tx) => {
      const [row, existing] = await this.locked(tx, actor, id, request.version);
      const parties = enteredParties(request.parties ?? [], existing);
      updateDispute(tx, { ...entered, id: row.id });
      replaceParties(tx, id, parties, this.cipher);
      this.note(tx, actor, id, 'cases.update-draft');
    });
    return this.queries.view(actor, id);
  }

  /** Registers a draft. @throws as DisputesService.register; cases.dispute.not-found, cases.dispute.stale-version */
  async submit(actor: Actor, id: Id, request: SubmitDraftRequest): Promise<DisputeView> {
    const result = await this.database.transaction(async (tx) => {
      this.clocks.prepare(tx);
      const [row, parties] = await this.locked(tx, actor, id, request.version);
      const warnings = await this.checks.must({ content: row, parties }, tx);
      if (!request.acknowledgeDuplicates)
        await this.duplicates.mustBeNew(tx, actor, duplicateProbe({ content: row, parties }, id));
      row.status = 'REGISTERED';
      row.registeredOn = this.clock.today();
      const registered = await this.registrar.promote(tx, actor, row, parties);
      return { registered, parties, warnings };
    });
    return this.disputes.viewOf(result.registered, result);
  }

  /** @throws DomainError cases.dispute.not-found, cases.dispute.stale-version */
  async discard(actor: Actor, id: Id, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockDraft(tx, actor, id, version);
      await sql(tx, 'DELETE FROM cases.dispute WHERE id = $1', [id]);
      this.note(tx, actor, id, 'cases.discard-draft');
    });
  }

  private async locked(tx: Tx, actor: Actor, id: Id, version: number) {
    return Promise.all([lockDraft(tx, actor, id, version), loadParties(tx, id, this.cipher)]);
  }

  private async entered(actor: Actor, request: SaveDraftRequest): Promise<DisputeRow> {
    const content = enteredContent(request, this.clock.today());
    await this.checks.mustRefer(content);
    const organId = this.officers.officeOf(actor, request.organId);
    const handlerId = request.handlerId ?? null;
    if (handlerId !== null) await this.officers.mustHandle(handlerId, organId, '#/handlerId');
    return {
      ...content,
      id: newId(),
      number: null,
      status: 'DRAFT',
      version: 1,
      registeredOn: null,
      organId,
      handlerId,
      nextDueOn: null,
      ledgerNo: null,
      createdBy: actor.personId,
    };
  }

  private note(tx: Tx, actor: Actor, id: Id, action: string): void {
    record(tx, actor, { action, subjectType: 'dispute', subjectId: id, scopeId: id });
  }
}
