import { record } from '@app/audit';
import { CaseOpening, DisputesService, normaliseDocumentNo, type Registration } from '@app/cases';
import { APPLICANT, Clock, newId, staleVersion, SYSTEM, type Id } from '@app/kernel';
import { Database, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { createHash } from 'node:crypto';
import { Access } from '../access/access.js';
import { grouped } from '../access/codes.js';
import { canonical } from '../domain/canonical.js';
import type { DraftContent } from '../domain/content.inputs.js';
import { DraftChecks } from '../drafts/draft-checks.js';
import { DraftStore, type DraftRow } from '../drafts/draft-store.js';
import type { DraftKey } from '../drafts/drafts.service.js';
import type { SubmitRequest } from '../drafts/drafts.dto.js';
import { PortalDocuments } from '../papers/documents.service.js';
import { SubmissionStore, type CaseKey, type SubmissionRow } from './submission-store.js';
import type { ReceiptVerifiedView, ReceiptView, VerifyReceiptRequest } from './submission.dto.js';

/** Handing an application in, and the receipt for it. */
@Injectable()
export class Submissions {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly drafts: DraftStore,
    private readonly checks: DraftChecks,
    private readonly submissions: SubmissionStore,
    private readonly disputes: DisputesService,
    private readonly opening: CaseOpening,
    private readonly documents: PortalDocuments,
    private readonly clock: Clock,
  ) {}

  /**
   * Registers the dispute and opens the reconsideration (RC-01), received at this moment (复议法 2023 第22条; 实施条例 2026
   * 第28条). Repeated, it answers the same receipt.
   * @throws DomainError portal.no-access, portal.incomplete, portal.draft.stale-version
   */
  async submit(key: DraftKey, request: SubmitRequest): Promise<ReceiptView> {
    const found = await this.access.open({ ...key, of: key.id }, async () => {
      return (await this.drafts.find(key.id, this.clock.today())) ?? this.submissions.ofDraft(key.id);
    });
    if ('caseId' in found) return receipt(found, key.code);
    if (found.version !== request.version) throw staleVersion('portal.draft');
    const entered = await this.checks.mustBeComplete(this.drafts.clear(found).content);
    const registration = await this.disputes.prepare(SYSTEM, entered);
    const submitted = await this.database.transaction(async (tx) => {
      const draft = await this.drafts.lock(tx, key.id);
      if (!draft) return this.submissions.ofDraftIn(tx, key.id);
      if (draft.version !== request.version) throw staleVersion('portal.draft');
      const { row, number } = await this.disputes.registerIn(tx, APPLICANT, registration);
      await this.confirmAddresses(tx, row.id, registration.parties, draft.content);
      return this.open(tx, draft, row.id, await number());
    });
    // Deleted by its owner between two looks.
    if (!submitted) throw staleVersion('portal.draft');
    return receipt(submitted, key.code);
  }

  /** The receipt again. @throws DomainError portal.no-access and the like */
  async receipt(key: CaseKey): Promise<ReceiptView> {
    return receipt(await this.submissions.open(key), key.code);
  }

  /** Whether a receipt is genuine; for whoever was shown it, so it needs no code. A hash cannot be guessed. */
  async verify({ number, hash }: VerifyReceiptRequest): Promise<ReceiptVerifiedView> {
    const [found] = await this.database.read<Omit<ReceiptVerifiedView, 'genuine'>>(VERIFY, [
      normaliseDocumentNo(number),
      Buffer.from(hash, 'hex'),
    ]);
    return found ? { genuine: true, ...found } : { genuine: false, receivedAt: null, receivedOn: null };
  }

  /** Where the applicants are served, as the application has it. */
  private async confirmAddresses(
    tx: Tx,
    disputeId: Id,
    parties: Registration['parties'],
    { service }: DraftContent,
  ): Promise<void> {
    const electronic = service?.electronicConsent ?? false;
    const mailbox = service?.electronicAddress?.trim();
    const email = electronic && mailbox && isEmail(mailbox) ? mailbox : undefined;
    for (const { id, role, address, phone } of parties) {
      if (role !== 'APPLICANT' || address === null || phone === null) continue;
      await this.documents.confirm(tx, disputeId, id, { address, phone, electronic, email });
    }
  }

  private async open(tx: Tx, draft: DraftRow, disputeId: Id, number: string): Promise<SubmissionRow> {
    const [caseId, receivedAt, receivedOn] = [newId(), this.clock.now(), this.clock.today()];
    const input = { method: 'ONLINE', receivedOn, electionSigned: draft.content.electionSigned ?? false };
    await this.opening.openIn(tx, APPLICANT, disputeId, 'reconsideration', input, caseId);
    const [file] = await sql<{ number: string }>(tx, 'SELECT number FROM cases.case_file WHERE id = $1', [caseId]);
    const contentHash = createHash('sha256').update(canonical(draft.content)).digest();
    const { id, codeHash, content } = draft;
    const row = { id, codeHash, content, contentHash, disputeId, caseId, number, receivedAt, receivedOn };
    const submission: SubmissionRow = { ...row, caseNumber: file!.number };
    this.submissions.insert(tx, submission);
    send(tx, 'DELETE FROM portal.draft WHERE id = $1', [id]);
    record(tx, APPLICANT, {
      action: 'portal.submit',
      subjectType: 'case',
      subjectId: caseId,
      scopeId: disputeId,
      detail: { number: submission.caseNumber, hash: contentHash.toString('hex') },
    });
    return submission;
  }
}

function receipt(row: Omit<SubmissionRow, 'content'>, code: string): ReceiptView {
  return {
    number: row.number,
    caseNumber: row.caseNumber,
    receivedAt: row.receivedAt,
    receivedOn: row.receivedOn,
    hash: row.contentHash.toString('hex'),
    code: grouped(code),
    statement:
      '行政复议机关已收到您的行政复议申请，将在收到之日起五个工作日内审查。请妥善保管编号和查询码，凭此查询进展、提交材料；查询码遗失无法找回。',
    article: '复议法 2023 第22条、第30条；实施条例 2026 第28条',
  };
}

const VERIFY = `
  SELECT received_at AS "receivedAt", received_on AS "receivedOn" FROM portal.submission
  WHERE (number = $1 OR case_number = $1) AND content_hash = $2
  UNION ALL
  SELECT r.received_at, r.received_on FROM portal.request r JOIN portal.submission s ON s.id = r.submission_id
  WHERE (s.number = $1 OR s.case_number = $1) AND r.content_hash = $2
  LIMIT 1`;
