import type { FileFacts } from '@app/documents';
import { DomainError, type CalendarDate, type FieldError } from '@app/kernel';
import type { DisputeFacts } from '../engine/dispute-facts.js';
import type { ChangeFileRequest, FileMetadata } from './case-file.dto.js';

type Request = FileMetadata & Partial<Pick<ChangeFileRequest, 'admitted' | 'admissionReason'>>;
type Dispute = Pick<DisputeFacts, 'parties' | 'respondentOrganId'>;

/**
 * What is kept of a file, from what was said about it and who the dispute's parties are. Pure; `findings` are what was found wrong
 * before.
 * @throws DomainError request.invalid naming every wrong field
 */
export function factsOf(
  request: Request,
  title: string,
  dispute: Dispute,
  today: CalendarDate,
  findings: readonly FieldError[],
): FileFacts {
  const isEvidence = request.category === 'EVIDENCE';
  const facts: FileFacts = {
    title: request.title ?? title,
    category: request.category,
    volume: request.volume ?? 'MAIN',
    side: request.side,
    partyId: request.partyId ?? null,
    organId: request.side === 'RESPONDENT' ? (request.organId ?? dispute.respondentOrganId) : null,
    documentNo: request.documentNo ?? null,
    submittedOn: request.submittedOn,
    evidenceKind: request.evidenceKind ?? null,
    proves: request.proves ?? null,
    admitted: request.admitted ?? null,
    admissionReason: request.admissionReason ?? null,
  };
  const errors = [
    ...findings,
    ...partyErrors(facts, dispute),
    ...wrongIf(facts.submittedOn > today, 'submittedOn', 'inFuture', '日期不能晚于今天'),
    ...wrongIf(isEvidence && facts.evidenceKind === null, 'evidenceKind', 'required', '请选择证据种类'),
    ...wrongIf(!isEvidence && facts.evidenceKind !== null, 'evidenceKind', 'notEvidence', '只有证据有证据种类'),
    ...wrongIf(!isEvidence && facts.admitted !== null, 'admitted', 'notEvidence', '只有证据可以采信'),
    ...wrongIf((facts.admitted === null) !== (facts.admissionReason === null), 'admissionReason', 'required', '请同时填写是否采信及其理由'), // prettier-ignore
  ];
  if (errors.length === 0) return facts;
  throw new DomainError('request.invalid', { kind: 'invalid', detail: '提交的内容有误，请按提示修改。', errors });
}

function partyErrors({ side, partyId, organId }: FileFacts, dispute: Dispute): FieldError[] {
  const ofParty = side === 'APPLICANT' || side === 'THIRD_PARTY';
  const isTheirs = dispute.parties.some((p) => p.id === partyId && p.role === side);
  return [
    ...wrongIf(ofParty && !isTheirs, 'partyId', 'notOfSide', '请选择提交材料的当事人（应为该争议该方的当事人）'),
    ...wrongIf(!ofParty && partyId !== null, 'partyId', 'notOfSide', '只有申请人、第三人的材料可以指定当事人'),
    ...wrongIf(side === 'RESPONDENT' && organId === null, 'organId', 'required', '请选择提交材料的机关'),
  ];
}

function wrongIf(wrong: boolean, field: string, code: string, detail: string): FieldError[] {
  return wrong ? [{ pointer: `#/${field}`, code, detail }] : [];
}
