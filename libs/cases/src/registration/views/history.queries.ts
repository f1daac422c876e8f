import { AuditQueries, type AuditEntryView } from '@app/audit';
import { APPLICANT, SYSTEM, type Actor, type Id } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Participants } from '../../engine/participants.js';
import { seesDistrict } from '../../engine/scope.js';
import { PaperAccess } from '../../papers/papers.access.js';
import { SentenceBook } from '../domain/history-sentences.js';
import { Organs } from '../organs.js';

/** One act in the history of a dispute. */
export class HistoryEntryView {
  id!: string;
  at!: Date;
  actorId!: string;
  actorName!: string;
  /** Plain Chinese. */
  sentence!: string;
  action!: string;
  /** The record it was done to: dispute, case, party, … */
  subjectType!: string;
  subjectId!: string;
}

/** Sentences of the acts in a dispute's history; every lib registers those of its own acts. */
@Injectable()
export class HistorySentences extends SentenceBook {}

/** Actors who are nobody in the directory. */
const WITHOUT_ACCOUNT = new Map([SYSTEM, APPLICANT].map((actor) => [actor.personId, actor.name]));

/** The history of a dispute and of its cases, from the audit trail. */
@Injectable()
export class HistoryQueries {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditQueries,
    private readonly papers: PaperAccess,
    private readonly participants: Participants,
    private readonly sentences: HistorySentences,
    private readonly organs: Organs,
  ) {}

  /**
   * Newest first, without acts on papers he may not read; `before` is the last entry of the page before.
   * @throws DomainError cases.dispute.not-found
   */
  async of(actor: Actor, disputeId: Id, limit: number, before?: Id): Promise<HistoryEntryView[]> {
    await this.participants.mustSee(actor, disputeId);
    const except = await this.database.transaction((tx) => this.papers.hiddenIn(tx, actor, disputeId));
    const exceptActions = this.hiddenActions(actor);
    return this.linesOf(await this.audit.list({ scopeId: disputeId, before, except, exceptActions, limit }));
  }

  /** Acts of which an actor does not learn, in histories he may read. */
  hiddenActions(actor: Actor): string[] {
    return seesDistrict(actor) ? [] : this.sentences.innerActions();
  }

  /** Entries of a history as people read them. Whether they may is for the caller to have asked. */
  async linesOf(entries: readonly AuditEntryView[]): Promise<HistoryEntryView[]> {
    const names = await this.organs.names(entries.flatMap((e) => [e.actorId, ...absentOf(e)]));
    return entries.map((e) => ({
      id: e.id,
      at: e.at,
      actorId: e.actorId,
      actorName: WITHOUT_ACCOUNT.get(e.actorId) ?? names.get(e.actorId) ?? '',
      sentence:
        this.sentences.sentenceOf(e.action, e.detail) +
        absentOf(e)
          .map((id) => `（代${names.get(id) ?? ''}办理）`)
          .join(''),
      action: e.action,
      subjectType: e.subjectType,
      subjectId: e.subjectId,
    }));
  }
}

/** Whom the actor stood in for, if he acted in that person's role. */
function absentOf({ detail }: AuditEntryView): Id[] {
  return typeof detail['for'] === 'string' ? [detail['for']] : [];
}
