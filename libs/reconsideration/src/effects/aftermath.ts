import { newId } from '@app/kernel';
import { publish, send, type Tx } from '@app/platform';
import type {
  ArchiveInput,
  CloseInput,
  CopyToSuperiorInput,
  LinkLitigationInput,
} from '../domain/after/closing/inputs.js';
import { roleIn } from '../domain/after/closing/litigation.js';
import type {
  ClosePrivacyReviewInput,
  DecidePublicationInput,
  PublishInput,
} from '../domain/after/publication/inputs.js';
import { decisionSued } from '../reconsideration.events.js';
import type { Context, EffectTable } from './rows.js';

/** Sets columns of the case's one row; makes it if it is the first. */
export function setAftermath(tx: Tx, { facts }: Context, values: Record<string, unknown>): void {
  const columns = Object.keys(values);
  send(
    tx,
    `INSERT INTO reconsideration.aftermath (case_id, ${columns.join(', ')})
     VALUES ($1, ${columns.map((_, i) => `$${i + 2}`).join(', ')})
     ON CONFLICT (case_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [facts.caseId, ...Object.values(values)],
  );
}

function closeReview(tx: Tx, context: Context<ClosePrivacyReviewInput>): void {
  setAftermath(tx, context, { review: 'CLOSED', redactions: context.input.redactions });
}

function decidePublication(tx: Tx, context: Context<DecidePublicationInput>): void {
  const { decision, reason = null } = context.input;
  setAftermath(tx, context, {
    publication: decision,
    publication_reason: reason,
    publication_decided_on: context.today,
  });
}

function publishDecision(tx: Tx, context: Context<PublishInput>): void {
  setAftermath(tx, context, { published_on: context.input.publishedOn, channel: context.input.channel });
}

function copyToSuperior(tx: Tx, context: Context<CopyToSuperiorInput>): void {
  setAftermath(tx, context, { superior_copied_on: context.input.sentOn, superior: context.input.superior });
}

function close(tx: Tx, context: Context<CloseInput>): void {
  setAftermath(tx, context, { closed_on: context.today, summary: context.input.summary });
}

function archive(tx: Tx, context: Context<ArchiveInput>): void {
  const { year, archiveNumber, entries } = context.input;
  setAftermath(tx, context, {
    archived_on: context.today,
    archive_year: year,
    archive_number: archiveNumber,
    file_list: JSON.stringify(entries),
  });
}

function linkLitigation(tx: Tx, { facts, input }: Context<LinkLitigationInput>): void {
  const id = newId();
  const role = roleIn(facts);
  send(
    tx,
    `INSERT INTO reconsideration.litigation (id, case_id, court, court_number, plaintiff_id, role, noticed_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, facts.caseId, input.court, input.courtNumber, input.plaintiffId, role, input.noticedOn],
  );
  publish(tx, decisionSued, { caseId: facts.caseId, disputeId: facts.disputeId, litigationId: id, role });
}

export const AFTERMATH_EFFECTS: EffectTable = {
  'open-privacy-review': (tx, context) => setAftermath(tx, context, { review: 'OPEN' }),
  'close-privacy-review': closeReview,
  'decide-publication': decidePublication,
  'publish-decision': publishDecision,
  'copy-to-superior': copyToSuperior,
  close,
  archive,
  'link-litigation': linkLitigation,
};
