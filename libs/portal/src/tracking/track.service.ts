import { AuditQueries, type AuditEntryView } from '@app/audit';
import { findCase, Procedures, type CaseRow } from '@app/cases';
import { ClocksService, type ClockRow } from '@app/deadlines';
import { APPLICANT, dayOf, type Id } from '@app/kernel';
import { Database, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { REQUEST_KINDS, REQUEST_OUTCOMES } from '../domain/request-kinds.js';
import { permittedRequests, stageOf } from '../domain/stages.js';
import { awaitedOf, toldOf } from '../domain/told.js';
import { PortalDocuments } from '../papers/documents.service.js';
import { applicantsOf } from '../papers/parties.js';
import { RequestStore, type RequestRow } from '../requests/request-store.js';
import { SubmissionStore, type CaseKey, type SubmissionRow } from '../submission/submission-store.js';
import { MediationReader } from './mediation.reader.js';
import type { AwaitedView, OwnRequestView, ToldView, TrackView } from './track.dto.js';

const PAGE = 200;

/** How a case stands, told to its applicant: what parties may know, in plain language. */
@Injectable()
export class TrackService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionStore,
    private readonly requests: RequestStore,
    private readonly documents: PortalDocuments,
    private readonly mediations: MediationReader,
    private readonly procedures: Procedures,
    private readonly clocks: ClocksService,
    private readonly audit: AuditQueries,
  ) {}

  /** @throws DomainError portal.no-access and the like */
  async track(key: CaseKey): Promise<TrackView> {
    const submission = await this.submissions.open(key);
    const present = await this.database.transaction((tx) => this.present(tx, submission));
    return { ...present, history: await this.history(submission) };
  }

  private async present(tx: Tx, submission: SubmissionRow): Promise<Omit<TrackView, 'history'>> {
    const { caseId, number, caseNumber, receivedOn } = submission;
    const file = await findCase(tx, APPLICANT, caseId);
    const [next, toCorrect, requests, documents, mediation] = await Promise.all([
      this.next(tx, file),
      this.toCorrect(tx, file),
      this.requests.ofCase(caseId, tx),
      this.documents.sent(tx, submission),
      this.mediations.of(tx, file.disputeId),
    ]);
    const acts = permittedRequests(file.state, mediation?.state).map((kind) => {
      const { name, article } = REQUEST_KINDS[kind];
      return { kind, name, article };
    });
    const about = { number, caseNumber, receivedOn, ...stageOf(file.state) };
    return { ...about, next, toCorrect, acts, requests: requests.map(ownRequest), documents, mediation };
  }

  /** Open periods that a party is told of, nearest first. */
  private async next(tx: Tx, file: CaseRow): Promise<AwaitedView[]> {
    const [rows, applicants] = await Promise.all([
      this.clocks.ofSubject(tx, file.id),
      applicantsOf(tx, file.disputeId),
    ]);
    const told = rows.filter((row) => isToldTo(row, applicants));
    return this.clocks
      .lines(told)
      .map((line) => ({
        what: awaitedOf(line.rule)!,
        by: line.dueOn,
        article: line.article,
        paused: line.state === 'SUSPENDED',
        overdue: line.overdueDays > 0,
        provisional: line.provisional,
      }))
      .sort((a, b) => (a.by < b.by ? -1 : 1));
  }

  private async toCorrect(tx: Tx, file: CaseRow): Promise<string[]> {
    if (file.state !== 'CORRECTION') return [];
    const context = { caseId: file.id, disputeId: file.disputeId, roles: new Set(['applicant'] as const) };
    const detail = await this.procedures.get(file.procedure).detail(tx, context);
    return (detail as { corrections: { items: string[] }[] }).corrections.at(-1)?.items ?? [];
  }

  private async history({ disputeId, caseId }: SubmissionRow): Promise<ToldView[]> {
    const told: ToldView[] = [];
    let page: AuditEntryView[];
    let before: Id | undefined;
    do {
      page = await this.audit.list({ scopeId: disputeId, before, limit: PAGE });
      for (const entry of page) {
        const sentence = entry.subjectId === caseId ? toldOf(entry.action) : undefined;
        if (sentence !== undefined) told.push({ on: dayOf(entry.at), sentence });
      }
      before = page.at(-1)?.id;
    } while (page.length === PAGE);
    return told.reverse();
  }
}

/** A period of a party's own is told to that party. */
function isToldTo(row: ClockRow, applicants: readonly Id[]): boolean {
  const open = row.state === 'RUNNING' || row.state === 'SUSPENDED';
  const foreign = row.responsible === 'applicant' && row.concernsId !== null && !applicants.includes(row.concernsId);
  return open && !foreign && awaitedOf(row.rule) !== undefined;
}

function ownRequest(row: RequestRow): OwnRequestView {
  return {
    id: row.id,
    kind: row.kind,
    name: REQUEST_KINDS[row.kind].name,
    receivedAt: row.receivedAt,
    receivedOn: row.receivedOn,
    hash: row.contentHash.toString('hex'),
    state: row.outcome === null ? '办理中' : REQUEST_OUTCOMES[row.outcome],
    reply: row.reply,
  };
}
