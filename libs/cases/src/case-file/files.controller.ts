import { FILE_TYPES, Files, type FileRow } from '@app/documents';
import type { Actor, Id } from '@app/kernel';
import { Allow, ApiFile, CurrentActor } from '@app/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseFileExportsService } from './case-file-exports.service.js';
import {
  ChangeFileRequest,
  ConfirmWithholdingRequest,
  ReadFileRequest,
  WithdrawFileRequest,
  WithholdFileRequest,
} from './case-file.dto.js';
import { exportView, fileView, type CaseFileExportView, type CaseFileView } from './case-file.views.js';
import { CaseFilesService } from './case-files.service.js';
import { FileAccess } from './file-access.js';
import { sendFile } from './send-file.js';
import { withUpload } from './upload.js';

@ApiTags('files')
@Controller()
export class FilesController {
  constructor(
    private readonly service: CaseFilesService,
    private readonly access: FileAccess,
    private readonly files: Files,
    private readonly exports: CaseFileExportsService,
  ) {}

  /** The content of a file, whole or in part (`Range`); every reading is on record. */
  @Get('files/:id')
  @Allow('cases.view')
  @ApiFile(...Object.values(FILE_TYPES).map(({ mime }) => mime))
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ReadFileRequest,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { version, open } = await this.access.read(actor, id, query.no);
    await sendFile(reply, range, { ...version, open });
  }

  /** A new version of the file: a form with the fields `file` and `version`. The old one is kept. */
  @Post('files/:id/versions')
  @Allow('cases.act')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async addVersion(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseFileView> {
    let file: FileRow;
    const before = async () => {
      ({ file } = await this.service.mayChange(actor, id));
    };
    await withUpload({ request, reply }, this.service.options, before, (upload) =>
      this.service.addVersion(actor, file, upload),
    );
    return this.view(id);
  }

  /** What is said about the file, whole: what is left out is empty afterwards. */
  @Patch('files/:id')
  @Allow('cases.act')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeFileRequest,
  ): Promise<CaseFileView> {
    await this.service.change(actor, id, body);
    return this.view(id);
  }

  /** Keeps the file from the parties, who see that it is and why (复议法 2023 第47条). */
  @Post('files/:id/withhold')
  @Allow('cases.act')
  @HttpCode(200)
  async withhold(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithholdFileRequest,
  ): Promise<CaseFileView> {
    await this.service.withhold(actor, id, body);
    return this.view(id);
  }

  /** The head of the institution confirms it, or lifts it. */
  @Post('files/:id/confirm-withholding')
  @Allow('cases.act')
  @HttpCode(200)
  async confirmWithholding(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmWithholdingRequest,
  ): Promise<CaseFileView> {
    await this.service.confirm(actor, id, body);
    return this.view(id);
  }

  /** Withdraws the file: it leaves the volume, its bytes are kept. */
  @Post('files/:id/withdraw')
  @Allow('cases.act')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawFileRequest,
  ): Promise<CaseFileView> {
    await this.service.withdraw(actor, id, body);
    return this.view(id);
  }

  /** How far an export of a case file is; one's own. */
  @Get('file-exports/:id')
  @Allow('cases.view')
  async exported(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseFileExportView> {
    return exportView(await this.exports.view(actor, id));
  }

  /** The finished PDF. */
  @Get('file-exports/:id/content')
  @Allow('cases.view')
  @ApiFile(FILE_TYPES.pdf.mime)
  async exportedContent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, open } = await this.exports.read(actor, id);
    await sendFile(reply, range, { name: '卷宗.pdf', type: 'pdf', bytes, open });
  }

  private async view(id: Id): Promise<CaseFileView> {
    return fileView(await this.files.get(id), await this.files.versions([id]));
  }
}
