import { DomainError, type Actor, type Id } from '@app/kernel';
import { Database, FieldCipher, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { maySee, principalsOf } from '../engine/scope.js';
import { judgeDuplicates, type DuplicateCandidate, type DuplicateWarning } from './domain/duplicates.js';
import { normaliseDocumentNo, normaliseName, normaliseNumber } from './domain/normalise.js';
import type { CheckDuplicatesRequest } from './requests/duplicates.dto.js';

/** What is compared: all of it normalised. */
export interface DuplicateProbe {
  applicants: readonly { name: string; idNumber: string | null }[];
  /** None in a civil dispute. */
  respondentOrganId: Id | null;
  actName: string;
  actDocumentNo: string | null;
  /** The dispute being submitted or changed, which is not its own duplicate. */
  except?: Id;
}

/** Registered disputes that may be the same matter as one being entered. */
@Injectable()
export class DuplicateQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** For the form, before anything is saved. */
  async check(actor: Actor, request: CheckDuplicatesRequest): Promise<DuplicateWarning> {
    const values = this.values(actor, {
      applicants: request.applicants.map((a) => ({
        name: normaliseName(a.name),
        idNumber: normaliseNumber(a.idNumber ?? '') || null,
      })),
      respondentOrganId: request.respondentOrganId ?? null,
      actName: normaliseName(request.actName),
      actDocumentNo: normaliseDocumentNo(request.actDocumentNo ?? '') || null,
    });
    return judgeDuplicates(await this.database.read<DuplicateCandidate>(ALIKE, values));
  }

  /** @throws DomainError cases.possible-duplicate, with those the actor may see and the number of others */
  async mustBeNew(tx: Tx, actor: Actor, probe: DuplicateProbe): Promise<void> {
    const found = judgeDuplicates(await sql<DuplicateCandidate>(tx, ALIKE, this.values(actor, probe)));
    if (found.duplicates.length + found.hidden === 0) return;
    throw new DomainError('cases.possible-duplicate', {
      kind: 'conflict',
      detail: '可能已有相同的争议，请核对；确需登记的，请确认后重新提交（acknowledgeDuplicates）。',
      params: { ...found },
    });
  }

  private values(actor: Actor, probe: DuplicateProbe): unknown[] {
    const numbers = probe.applicants.flatMap((a) => (a.idNumber === null ? [] : [this.cipher.hash(a.idNumber)]));
    return [
      numbers,
      [...new Set(probe.applicants.map((a) => a.name))],
      probe.respondentOrganId,
      probe.actDocumentNo,
      probe.actName,
      probe.except ?? null,
      principalsOf(actor),
      actor.personId,
    ];
  }
}

/** More than this many are not worth reading. */
const MOST = 50;

const ALIKE = `
  WITH hit AS (
    SELECT p.dispute_id, true AS by_number FROM cases.party p WHERE p.id_hash = ANY($1::bytea[]) AND p.role = 'APPLICANT'
    UNION ALL
    SELECT p.dispute_id, false FROM cases.party p WHERE p.name = ANY($2::text[]) AND p.role = 'APPLICANT'
  ), alike AS (
    SELECT dispute_id, bool_or(by_number) AS same_number, bool_or(NOT by_number) AS same_name FROM hit GROUP BY dispute_id
  )
  SELECT d.id, d.number, d.title, alike.same_number AS "sameIdNumber", alike.same_name AS "sameName",
    coalesce(d.act_document_no = $4, false) AS "sameDocumentNo", d.act_name = $5 AS "sameActName",
    ${maySee('d.id', '$7', '$8')} AS visible
  FROM alike JOIN cases.dispute d ON d.id = alike.dispute_id
  WHERE d.respondent_organ_id IS NOT DISTINCT FROM $3::uuid AND d.status IN ('REGISTERED', 'CLOSED') AND d.id IS DISTINCT FROM $6::uuid
    AND (d.act_document_no = $4 OR d.act_name = $5)
  ORDER BY d.id DESC LIMIT ${MOST}`;
