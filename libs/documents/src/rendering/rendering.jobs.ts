import type { Id } from '@app/kernel';
import { Database, LOGGER, OnEvent, sql, type Tx } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { renditionWanted } from '../documents.events.js';
import { findDocument } from '../papers/document.store.js';
import type { PaperContent } from '../domain/paper-content.js';
import { RenderError } from './render-error.js';
import { Renderer, type Rendered } from './renderer.js';
import type { Format } from './rendition.entity.js';
import { RenditionStore } from './rendition.store.js';

/** What a file is made from. */
interface Source {
  content: PaperContent;
  template: Buffer | null;
  /** The .docx that was made already. */
  docx: Buffer | null;
}

/** A claim outlasts the conversion it is for, so that no two workers make one file. */
const CLAIM_SLACK_SECONDS = 60;

@Injectable()
export class RenderingJobs {
  constructor(
    private readonly store: RenditionStore,
    private readonly renderer: Renderer,
    private readonly database: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Makes every file of the paper that waits, each at most three times; comes again if another worker has one in hand. */
  @OnEvent(renditionWanted, { name: 'documents.render', queue: 'delivery' })
  async render(_tx: Tx, { documentId }: { documentId: Id }): Promise<void> {
    const seconds = this.renderer.timeoutMs / 1000 + CLAIM_SLACK_SECONDS;
    for (;;) {
      const format = await this.store.claim(documentId, seconds);
      if (!format) break;
      await this.attempt(documentId, format);
    }
    const waiting = await this.store.waiting(documentId);
    if (waiting > 0) throw new Error(`${waiting} files of the paper are in another worker's hands`);
  }

  private async attempt(documentId: Id, format: Format): Promise<void> {
    try {
      const source = await this.source(documentId);
      const { file, engine } = await this.make(source, format);
      await this.store.done(documentId, format, file, engine);
    } catch (error) {
      const code = error instanceof RenderError ? error.code : 'FAULT';
      const givenUp = await this.store.failed(documentId, format, code);
      // The error of a library may quote what it was working on.
      this.log.warn({ documentId, format, code, fault: faultOf(error) }, givenUp ? 'file given up' : 'file failed');
    }
  }

  private make({ content, template, docx }: Source, format: Format): Promise<Rendered> {
    const made = async () => docx ?? (await this.renderer.docx(content, template)).file;
    return format === 'docx' ? this.renderer.docx(content, template) : this.renderer.pdf(content, made);
  }

  private async source(documentId: Id): Promise<Source> {
    return this.database.transaction(async (tx) => {
      const { content, templateId } = await findDocument(tx, documentId);
      const [[template], [docx]] = await Promise.all([
        sql<{ file: Buffer }>(tx, 'SELECT file FROM documents.template WHERE id = $1', [templateId]),
        sql<{ file: Buffer | null }>(
          tx,
          `SELECT file FROM documents.rendition WHERE document_id = $1 AND format = 'docx'`,
          [documentId],
        ),
      ]);
      return { content: content!, template: template?.file ?? null, docx: docx?.file ?? null };
    });
  }
}

function faultOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
