import { record } from '@app/audit';
import { Clock, newId, notFound, type Actor, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../canonical.js';
import { DocumentKinds } from '../document-kinds.js';
import type { TemplateView } from './templates.dto.js';
import { unpackDocx } from './unpack.js';

const COLUMNS = `id, kind, version, active, hash, uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt"`;

// Loaded when the first template comes: few processes ever see one.
const filler = () => import('./fill-template.js');

/** Templates the office made. One is uploaded, looked at, and then made active. */
@Injectable()
export class Templates {
  constructor(
    private readonly database: Database,
    private readonly kinds: DocumentKinds,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<TemplateView[]> {
    const rows = await this.database.read<Omit<TemplateView, 'kindName'>>(
      `SELECT ${COLUMNS} FROM documents.template ORDER BY kind, version DESC`,
    );
    return rows.map((row) => ({ ...row, kindName: this.kinds.get(row.kind).name }));
  }

  /**
   * Keeps a template; it is not active yet.
   * @throws DomainError documents.unknown-kind, documents.template-not-docx, documents.template-too-large,
   *   documents.template-unsafe, documents.template-placeholders
   */
  async upload(actor: Actor, kindCode: string, upload: Buffer): Promise<TemplateView> {
    const kind = this.kinds.get(kindCode);
    const file = unpackDocx(upload);
    await (await filler()).checkPlaceholders(file, kind);
    const id = newId();
    await this.database.transaction(async (tx) => {
      // Two uploads at once queue here, and get one version each.
      await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('documents.template ' || $1, 0))`, [kind.code]);
      await sql(
        tx,
        `INSERT INTO documents.template (id, kind, version, file, hash, uploaded_by, uploaded_at)
         SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6 FROM documents.template WHERE kind = $2`,
        [id, kind.code, file, sha256(file), actor.personId, this.clock.now()],
      );
      note(tx, actor, 'upload-template', id, kind.code);
    });
    return (await this.list()).find((template) => template.id === id)!;
  }

  /** @throws DomainError documents.template.not-found */
  async activate(actor: Actor, id: Id, active: boolean): Promise<TemplateView> {
    await this.database.transaction(async (tx) => {
      const [row] = await sql<{ kind: string }>(tx, 'SELECT kind FROM documents.template WHERE id = $1', [id]);
      if (!row) throw notFound('documents.template');
      await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('documents.template ' || $1, 0))`, [row.kind]);
      if (active) await sql(tx, 'UPDATE documents.template SET active = false WHERE kind = $1 AND active', [row.kind]);
      await sql(tx, 'UPDATE documents.template SET active = $2 WHERE id = $1', [id, active]);
      note(tx, actor, active ? 'activate-template' : 'retire-template', id, row.kind);
    });
    return (await this.list()).find((template) => template.id === id)!;
  }

  /** The template with the names of what will stand in it. @throws DomainError documents.template.not-found */
  async preview(id: Id): Promise<Buffer> {
    const [row] = await this.database.read<{ kind: string; file: Buffer }>(
      'SELECT kind, file FROM documents.template WHERE id = $1',
      [id],
    );
    if (!row) throw notFound('documents.template');
    return (await filler()).previewTemplate(row.file, this.kinds.get(row.kind));
  }
}

function note(tx: Tx, actor: Actor, action: string, id: Id, kind: string): void {
  record(tx, actor, { action: `documents.${action}`, subjectType: 'template', subjectId: id, detail: { kind } });
}
