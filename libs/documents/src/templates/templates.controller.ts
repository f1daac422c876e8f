import { DomainError, type Actor } from '@app/kernel';
import { Allow, ApiFile, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { download } from '../download.js';
import { ActivateTemplateRequest, type TemplateView } from './templates.dto.js';
import { Templates } from './templates.service.js';

@ApiTags('settings')
@Controller('settings/document-templates')
export class DocumentTemplatesController {
  constructor(private readonly templates: Templates) {}

  /** Templates the office made, all versions. */
  @Get()
  @Allow('documents.manage')
  list(): Promise<TemplateView[]> {
    return this.templates.list();
  }

  /** Uploads a template (.docx, field `file`) for a kind of paper; placeholders that do not fit are named. */
  @Post(':kind')
  @Allow('documents.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async upload(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Req() http: FastifyRequest,
  ): Promise<TemplateView> {
    return this.templates.upload(actor, kind, await uploaded(http));
  }

  /** The template with the names of what will stand in it, as .docx. */
  @Get(':id/preview')
  @Allow('documents.manage')
  @ApiFile('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  async preview(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return download(await this.templates.preview(id), '模板预览', 'docx');
  }

  /** Makes a template the one papers of its kind are made with, or goes back to the built-in layout. */
  @Put(':id/active')
  @Allow('documents.manage')
  activate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ActivateTemplateRequest,
  ): Promise<TemplateView> {
    return this.templates.activate(actor, id, request.active);
  }
}

async function uploaded(request: FastifyRequest): Promise<Buffer> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (!file) {
    throw new DomainError('documents.template-missing', {
      kind: 'invalid',
      detail: '请以 multipart/form-data 上传文件（字段 file）。',
    });
  }
  return file.toBuffer();
}
