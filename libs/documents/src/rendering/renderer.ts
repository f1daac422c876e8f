import { Inject, Injectable, Optional } from '@nestjs/common';
import type { PaperContent } from '../domain/paper-content.js';
import { SealService } from '../seal/seal-service.js';
import { DocumentKinds } from '../document-kinds.js';
import { Gate } from './gate.js';
import { convertWithLibreOffice, findSoffice } from './libreoffice.js';
import { CONVERSIONS, RENDER_OPTIONS, TIMEOUT_MS, type RenderOptions } from './options.js';
import { setPaper } from './page.js';
import { RenderError } from './render-error.js';

// Loaded when the first file is made: they are large, and most processes make none.
const docxWriter = () => import('./docx.js');
const pdfWriter = () => import('./pdfmake.js');

export interface Rendered {
  file: Buffer;
  /** What made it. */
  engine: 'docx' | 'template' | 'libreoffice' | 'pdfmake';
}

/** Makes files of papers. LibreOffice makes the PDF of the very .docx; where there is none, pdfmake sets it anew. */
@Injectable()
export class Renderer {
  private readonly gate = new Gate(CONVERSIONS);
  private readonly soffice: string | undefined;
  readonly timeoutMs: number;

  constructor(
    private readonly kinds: DocumentKinds,
    @Optional() @Inject(RENDER_OPTIONS) options: RenderOptions | undefined,
    @Optional() @Inject(SealService) private readonly seal: SealService | undefined,
  ) {
    this.soffice = options?.soffice === undefined ? findSoffice() : (options.soffice ?? undefined);
    this.timeoutMs = options?.timeoutMs ?? TIMEOUT_MS;
  }

  /** What makes PDFs in this process. */
  get pdfEngine(): 'libreoffice' | 'pdfmake' {
    return this.soffice === undefined ? 'pdfmake' : 'libreoffice';
  }

  /** The .docx, made with the office's own template if there is one. */
  async docx(content: PaperContent, template: Buffer | null): Promise<Rendered> {
    if (template === null) return { file: await (await docxWriter()).toDocx(setPaper(content)), engine: 'docx' };
    const { fillTemplate } = await import('../templates/fill-template.js');
    return { file: await fillTemplate(template, this.kinds.get(content.kind), content), engine: 'template' };
  }

  /** The PDF, sealed if the paper carries a seal and a seal service is set up. @throws RenderError */
  async pdf(content: PaperContent, docx: () => Promise<Buffer>): Promise<Rendered> {
    const file =
      this.soffice === undefined
        ? await (await pdfWriter()).toPdf(setPaper(content))
        : await this.convert(this.soffice, await docx());
    return { file: await this.sealed(content, file), engine: this.pdfEngine };
  }

  private async convert(soffice: string, docx: Buffer): Promise<Buffer> {
    return this.gate.run(() => convertWithLibreOffice(soffice, docx, this.timeoutMs));
  }

  private async sealed(content: PaperContent, pdf: Buffer): Promise<Buffer> {
    if (!this.seal || content.seal === 'NONE') return pdf;
    const { number, issuer, seal } = content;
    return this.seal.apply(pdf, { number, issuer, seal }).catch((error: unknown) => {
      throw new RenderError('SEAL_FAILED', { cause: error });
    });
  }
}
