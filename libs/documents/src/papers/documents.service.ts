import { momentOf, record } from '@app/audit';
import { Clock, newId, type Actor, type CalendarDate, type FieldError, type Id, type RoleCode } from '@app/kernel';
import { publish, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DocumentKinds } from '../document-kinds.js';
import { documentDrafted, documentSigned, documentVoided } from '../documents.events.js';
import type { DocumentData, DocumentKind } from '../domain/document-kind.js';
import { composePaper, type Addressee, type ContentParts, type PaperContent } from '../domain/paper-content.js';
import { missingData, wrongData } from '../domain/paper-data.js';
import { nextNumber } from '../numbering.js';
import { ReliefRules } from '../relief/relief-rules.service.js';
import { wantRenditions } from '../rendering/rendition.store.js';
import {
  freezeDocument,
  insertDocument,
  issuerOf,
  lockDocument,
  moveDocument,
  updateDraft,
  voidDocument,
  type DocumentRow,
} from './document.store.js';
import { incomplete, invalidData, ownPaper, requireRole, unknownToLaw, wrongState } from './refusals.js';

export interface NewPaper {
  /** Code of the kind. */
  kind: string;
  caseId: Id;
  disputeId: Id;
  data: DocumentData;
  addressees: readonly Addressee[];
}

/** Who writes, in which roles on the paper's case. */
export interface Writer {
  readonly actor: Actor;
  readonly roles: ReadonlySet<RoleCode>;
}

/**
 * The life of a paper: drafted, submitted, returned or signed, void. Every act is the caller's transaction; the caller has
 * decided that the writer may see the case.
 */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly reliefs: ReliefRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Drafts a paper; data may be missing.
   * @throws DomainError documents.unknown-kind, documents.role-required, documents.invalid-data
   */
  draft(tx: Tx, { actor, roles }: Writer, paper: NewPaper, id: Id = newId()): Id {
    const kind = this.kinds.get(paper.kind);
    requireRole(kind.drafters, roles, '起草');
    this.mustBeKnown(kind);
    mustFit(kind, paper.data, paper.addressees);
    const row = { ...paper, title: kind.name, volume: kind.volume };
    insertDocument(tx, actor, row, { data: paper.data, addressees: paper.addressees, at: this.clock.now() }, id);
    this.note(tx, actor, 'draft-paper', { ...row, id, state: 'DRAFT', number: null });
    publish(tx, documentDrafted, { documentId: id, caseId: row.caseId, disputeId: row.disputeId, kind: kind.code });
    return id;
  }

  /**
   * Saves a draft, or a paper that was returned, anew.
   * @throws DomainError documents.document.stale-version, documents.wrong-state, documents.role-required, documents.invalid-data
   */
  async edit(
    tx: Tx,
    { actor, roles }: Writer,
    id: Id,
    version: number,
    save: { data: DocumentData; addressees: readonly Addressee[] },
  ): Promise<void> {
    const row = await lockDocument(tx, id, version);
    const kind = this.kinds.get(row.kind);
    requireRole(kind.drafters, roles, '修改');
    mustBeOpen(row);
    mustFit(kind, save.data, save.addressees);
    updateDraft(tx, actor, row, { ...save, at: this.clock.now() });
    this.note(tx, actor, 'edit-paper', row);
  }

  /** Hands a complete paper to those who sign. @throws DomainError documents.incomplete naming each missing field */
  async submit(tx: Tx, { actor, roles }: Writer, id: Id, version: number): Promise<void> {
    const row = await lockDocument(tx, id, version);
    const kind = this.kinds.get(row.kind);
    requireRole(kind.drafters, roles, '提交');
    mustBeOpen(row);
    mustBeComplete(kind, row);
    moveDocument(tx, row, 'SUBMITTED');
    this.note(tx, actor, 'submit-paper', { ...row, state: 'SUBMITTED' });
  }

  /** Returns a submitted paper to who drafted it. */
  async return(tx: Tx, { actor, roles }: Writer, id: Id, version: number, reason: string): Promise<void> {
    const row = await lockDocument(tx, id, version);
    requireRole(this.kinds.get(row.kind).signers, roles, '退回');
    if (row.state !== 'SUBMITTED') throw wrongState('只有已提交签发的文书可以退回。');
    moveDocument(tx, row, 'RETURNED', reason);
    this.note(tx, actor, 'return-paper', { ...row, state: 'RETURNED' });
  }

  /**
   * Signs 签发: the paper gets its number and today as its date, and never changes again. Where four eyes are not asked for
   * a draft can be signed without being submitted.
   * @returns its number, null if its kind carries none
   * @throws DomainError documents.role-required, documents.own-paper, documents.incomplete, documents.wrong-state
   */
  async sign(tx: Tx, { actor, roles }: Writer, id: Id, version: number): Promise<string | null> {
    const row = await lockDocument(tx, id, version);
    const kind = this.kinds.get(row.kind);
    requireRole(kind.signers, roles, '签发');
    if (row.state !== 'SUBMITTED') {
      mustBeOpen(row);
      if (kind.fourEyes) throw wrongState('请先提交签发。');
    }
    if (kind.fourEyes && row.draftedBy === actor.personId) throw ownPaper(kind);
    this.mustBeKnown(kind);
    mustBeComplete(kind, row);
    const unnumbered = composePaper(kind, await this.parts(tx, kind, row, this.clock.today()));
    // Taken last: it locks the series until the commit.
    const number = kind.series === null ? null : await nextNumber(tx, kind.series, yearOf(unnumbered));
    freezeDocument(tx, actor, row, { ...unnumbered, number }, this.clock.now());
    wantRenditions(tx, row.id);
    this.note(tx, actor, 'sign-paper', { ...row, state: 'SIGNED', number });
    publish(tx, documentSigned, refOf(row));
    return number;
  }

  /** Discards a draft; makes a signed paper void, whose number is used up and stays in the register of void numbers. */
  async void(tx: Tx, { actor, roles }: Writer, id: Id, version: number, reason: string): Promise<void> {
    const row = await lockDocument(tx, id, version);
    const kind = this.kinds.get(row.kind);
    if (row.state === 'VOID' || row.state === 'DISCARDED') throw wrongState('该文书已经作废。');
    requireRole(row.state === 'SIGNED' ? kind.signers : kind.drafters, roles, '作废');
    const state = voidDocument(tx, actor, row, reason, this.clock.now());
    this.note(tx, actor, 'void-paper', { ...row, state });
    publish(tx, documentVoided, refOf(row));
  }

  /**
   * A paper as it stands, or would if it were signed today; undefined if so much is missing that its kind cannot be
   * composed.
   */
  async preview(tx: Tx, row: DocumentRow): Promise<PaperContent | undefined> {
    if (row.content) return row.content;
    const parts = await this.parts(tx, this.kinds.get(row.kind), row, null);
    try {
      return composePaper(this.kinds.get(row.kind), parts);
    } catch (error) {
      if (this.missing(row).length > 0) return undefined;
      throw error;
    }
  }

  /** What is missing before the paper can be signed. */
  missing(row: DocumentRow): FieldError[] {
    return row.content === null ? missingOf(this.kinds.get(row.kind), row) : [];
  }

  /** @throws DomainError documents.kind-unknown-to-law if the law of today has no such paper */
  private mustBeKnown(kind: DocumentKind): void {
    if (kind.articleOn?.(this.clock.today()) === null) throw unknownToLaw(kind);
  }

  private async parts(
    tx: Tx,
    kind: DocumentKind,
    { data, addressees }: DocumentRow,
    issuedOn: CalendarDate | null,
  ): Promise<ContentParts> {
    const [issuer, relief] = await Promise.all([
      issuerOf(tx, kind.seal),
      kind.relief === undefined ? null : this.reliefs.on(tx, kind.relief, issuedOn ?? this.clock.today()),
    ]);
    return { number: null, issuedOn, issuer, addressees, data, relief };
  }

  private note(
    tx: Tx,
    actor: Actor,
    action: string,
    row: Pick<DocumentRow, 'id' | 'caseId' | 'disputeId' | 'kind' | 'state' | 'number'>,
  ): void {
    record(tx, actor, {
      action: `documents.${action}`,
      subjectType: 'document',
      subjectId: row.id,
      scopeId: row.disputeId,
      detail: paperAfter(tx, row),
    });
  }
}

/** A paper after an act on it: of this the trail's readers fold the papers of a case as of any moment. */
function paperAfter(
  tx: Tx,
  { id, caseId, kind, state, number }: Pick<DocumentRow, 'id' | 'caseId' | 'kind' | 'state' | 'number'>,
): Record<string, unknown> {
  return { documentId: id, caseId, kind, state, number, ...momentOf(tx) };
}

function refOf({ id, caseId, disputeId, kind }: DocumentRow) {
  return { documentId: id, caseId, disputeId, kind };
}

function yearOf({ issuedOn }: PaperContent): number {
  return Number(issuedOn!.slice(0, 4));
}

function mustBeOpen(row: DocumentRow): void {
  if (row.state === 'DRAFT' || row.state === 'RETURNED') return;
  throw wrongState(
    row.state === 'SUBMITTED' ? '文书已提交签发，退回后才能修改。' : '文书已经签发或者作废，不能再修改。',
  );
}

function mustFit(kind: DocumentKind, data: DocumentData, addressees: readonly Addressee[]): void {
  const errors = [
    ...wrongData(kind, data),
    ...addressees.flatMap((addressee, at) => wrongAddressee(kind, addressee, `#/addressees/${at}`)),
  ];
  if (errors.length > 0) throw invalidData(errors);
}

function wrongAddressee(kind: DocumentKind, { role, data }: Addressee, at: string): FieldError[] {
  if (!kind.addressees.includes(role)) {
    return [{ pointer: `${at}/role`, code: 'addressee', detail: '该文书不发给这类对象' }];
  }
  if (data === undefined) return [];
  if (!kind.personal) return [{ pointer: `${at}/data`, code: 'unknownField', detail: '该文书不按对象分别制作' }];
  return wrongData(kind, data, `${at}/data`);
}

function mustBeComplete(kind: DocumentKind, row: DocumentRow): void {
  const errors = missingOf(kind, row);
  if (errors.length > 0) throw incomplete(kind, errors);
}

/** A paper that is served, or has an addressee in its head, must go to somebody. */
function missingOf(kind: DocumentKind, { data, addressees }: DocumentRow): FieldError[] {
  const nobody = kind.addressees.length > 0 && addressees.length === 0;
  const own = kind.personal && addressees.length > 0 ? addressees.map((each) => each.data) : [{}];
  const missing = own.flatMap((each) => missingData(kind, { ...data, ...each }));
  return [
    ...missing.filter(({ pointer }, at) => missing.findIndex((other) => other.pointer === pointer) === at),
    ...(nobody ? [{ pointer: '#/addressees', code: 'required', detail: '请填写送达或者发送的对象' }] : []),
  ];
}
