import { Files } from '@app/documents';
import type { Actor } from '@app/kernel';
import { Allow, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseFileExportsService } from './case-file-exports.service.js';
import { RequestCaseFileRequest } from './case-file.dto.js';
import {
  exportView,
  fileView,
  type CaseFileExportView,
  type CaseFileView,
  type EvidenceKindView,
} from './case-file.views.js';
import { CaseFilesService } from './case-files.service.js';
import { EvidenceQueries } from './evidence.queries.js';
import { FileAccess, type CaseAsSeen } from './file-access.js';
import { withUpload } from './upload.js';

@ApiTags('files')
@Controller('cases/:id')
export class CaseFilesController {
  constructor(
    private readonly service: CaseFilesService,
    private readonly access: FileAccess,
    private readonly files: Files,
    private readonly evidence: EvidenceQueries,
    private readonly exports: CaseFileExportsService,
  ) {}

  /**
   * Adds a file to the case: a form with the field `file` and, as further fields, what is said about it (category, side,
   * submittedOn, …). PDF, Word, Excel, OFD, PNG, JPEG, MP3, WAV or MP4, judged by content.
   */
  @Post('files')
  @Allow('cases.act')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @IdempotencyKeyHeader() key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseFileView> {
    let seen: CaseAsSeen;
    const before = async () => {
      seen = await this.service.mayAdd(actor, caseId);
    };
    const id = await withUpload({ request, reply }, this.service.maxBytes, before, (upload) =>
      this.service.add(actor, seen, upload, key),
    );
    return fileView(await this.files.get(id), await this.files.versions([id]));
  }

  /** Files of the case that one may know of, in the order of the volume. */
  @Get('files')
  @Allow('cases.view')
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) caseId: string): Promise<CaseFileView[]> {
    const files = await this.access.list(await this.access.caseFor(actor, caseId));
    const versions = await this.files.versions(files.map((file) => file.id));
    return files.map((file) =>
      fileView(
        file,
        versions.filter((v) => v.fileId === file.id),
      ),
    );
  }

  /** 证据目录: evidence by its eight kinds, who submitted it when, whether it is admitted. */
  @Get('evidence')
  @Allow('cases.view')
  catalogue(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) caseId: string): Promise<EvidenceKindView[]> {
    return this.evidence.catalogue(actor, caseId);
  }

  /** Asks for the whole case file as one PDF; it is made in the background. */
  @Post('file-exports')
  @Allow('cases.view')
  @Idempotent()
  async requestExport(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() body: RequestCaseFileRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<CaseFileExportView> {
    return exportView(await this.exports.request(actor, caseId, body.withSub, key));
  }
}
