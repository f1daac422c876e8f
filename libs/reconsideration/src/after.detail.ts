import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';

/**
 * What the case page shows of the time after the decision. What is to be performed, and what a court gave notice of,
 * concerns the parties; measures, letters, the privacy review and the file are for those inside.
 */
export async function afterDetail(tx: Tx, caseId: Id, inside: boolean): Promise<object> {
  const id = [caseId];
  const [performance, litigations, [aftermath], letters, measures, [decision]] = await Promise.all([
    sql(tx, PERFORMANCE, id),
    sql(tx, LITIGATIONS, id),
    sql(tx, AFTERMATH, id),
    inside ? sql(tx, LETTERS, id) : [],
    inside ? sql(tx, MEASURES, id) : [],
    inside ? sql(tx, DECISION, id) : [],
  ]);
  const { review, redactions, superior, superiorCopiedOn, fileList, ...open } = aftermath ?? {};
  const internal = { review, redactions, superior, superiorCopiedOn, fileList, letters, measures, decision };
  return { performance, litigations, aftermath: { ...open, ...(inside ? internal : {}) } };
}

const PERFORMANCE = `SELECT i.id, i.kind, i.obligor_id AS "obligorId", i.content, i.due_on AS "dueOn", i.state, i.finding,
  coalesce((SELECT jsonb_agg(jsonb_build_object('outcome', r.outcome, 'performedOn', r.performed_on, 'reportedOn',
    r.reported_on, 'proofFileId', r.proof_file_id) ORDER BY r.id)
    FROM reconsideration.performance_report r WHERE r.item_id = i.id), '[]') AS reports
  FROM reconsideration.performance_item i WHERE i.case_id = $1 ORDER BY i.id`;
const LITIGATIONS = `SELECT id, court, court_number AS "courtNumber", plaintiff_id AS "plaintiffId", role,
  noticed_on AS "noticedOn" FROM reconsideration.litigation WHERE case_id = $1 ORDER BY id`;
const AFTERMATH = `SELECT publication, publication_decided_on AS "publicationDecidedOn", published_on AS "publishedOn",
  closed_on AS "closedOn", archived_on AS "archivedOn", archive_year AS "archiveYear", archive_number AS "archiveNumber",
  review, redactions, superior, superior_copied_on AS "superiorCopiedOn", file_list AS "fileList"
  FROM reconsideration.aftermath WHERE case_id = $1`;
const LETTERS = `SELECT id, kind, recipient_organ_id AS "recipientOrganId", content, issued_on AS "issuedOn",
  received_on AS "receivedOn", reported_on AS "reportedOn", report, report_file_id AS "reportFileId"
  FROM reconsideration.letter WHERE case_id = $1 ORDER BY id`;
const MEASURES = `SELECT id, kind, taken_on AS "takenOn", target_id AS "targetId", due_on AS "dueOn", record
  FROM reconsideration.enforcement_measure WHERE case_id = $1 ORDER BY id`;
const DECISION = `SELECT decided_on AS "decidedOn", overdue, mode, meeting_on AS "meetingOn",
  meeting_record AS "meetingRecord", attendees FROM reconsideration.decision_record WHERE case_id = $1`;
