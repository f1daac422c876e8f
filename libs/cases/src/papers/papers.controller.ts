import { download } from '@app/documents';
import type { Actor } from '@app/kernel';
import { Allow, ApiFile, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DraftPaperRequest,
  EditPaperRequest,
  PaperReasonRequest,
  PaperVersionRequest,
  type PaperCreatedView,
  type PaperLineView,
  type PaperVersionView,
  type PaperView,
} from './papers.dto.js';
import { PaperQueries } from './papers.queries.js';
import { PapersService } from './papers.service.js';

const Id = (name: string) => Param(name, ParseUUIDPipe);

@ApiTags('papers')
@Controller('cases/:id/papers')
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly queries: PaperQueries,
  ) {}

  /** Papers 文书 of a case, oldest first; of internal ones and drafts only those one may read. */
  @Get()
  @Allow('cases.view')
  list(@CurrentActor() actor: Actor, @Id('id') id: string): Promise<PaperLineView[]> {
    return this.queries.list(actor, id);
  }

  /** Drafts a paper; what the request leaves out is taken from the case. */
  @Post()
  @Allow('cases.act')
  @Idempotent()
  draft(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Body() request: DraftPaperRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<PaperCreatedView> {
    return this.papers.draft(actor, id, request, key);
  }

  /** A paper with its data, what it lacks, and how it stands on paper. */
  @Get(':paperId')
  @Allow('cases.view')
  view(@CurrentActor() actor: Actor, @Id('id') id: string, @Id('paperId') paperId: string): Promise<PaperView> {
    return this.queries.view(actor, id, paperId);
  }

  /** Saves a draft anew. */
  @Put(':paperId')
  @Allow('cases.act')
  async edit(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
    @Body() request: EditPaperRequest,
  ): Promise<PaperView> {
    await this.papers.edit(actor, id, paperId, request);
    return this.queries.view(actor, id, paperId);
  }

  /** Hands a complete paper to those who sign 提交签发. */
  @Post(':paperId/submit')
  @Allow('cases.act')
  @HttpCode(200)
  async submit(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
    @Body() request: PaperVersionRequest,
  ): Promise<PaperView> {
    await this.papers.submit(actor, id, paperId, request.version);
    return this.queries.view(actor, id, paperId);
  }

  /** Returns a submitted paper to be changed 退回. */
  @Post(':paperId/return')
  @Allow('cases.act')
  @HttpCode(200)
  async return(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
    @Body() request: PaperReasonRequest,
  ): Promise<PaperView> {
    await this.papers.return(actor, id, paperId, request);
    return this.queries.view(actor, id, paperId);
  }

  /** Signs a paper 签发: it gets its number and today's date, and never changes again. */
  @Post(':paperId/sign')
  @Allow('cases.act')
  @HttpCode(200)
  async sign(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
    @Body() request: PaperVersionRequest,
  ): Promise<PaperView> {
    await this.papers.sign(actor, id, paperId, request.version);
    return this.queries.view(actor, id, paperId);
  }

  /** Discards a draft, or makes a signed paper void 作废; its number is not given again. */
  @Post(':paperId/void')
  @Allow('cases.act')
  @HttpCode(200)
  async void(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
    @Body() request: PaperReasonRequest,
  ): Promise<PaperView> {
    await this.papers.void(actor, id, paperId, request);
    return this.queries.view(actor, id, paperId);
  }

  /** Every save of a paper, oldest first, each with its hash. */
  @Get(':paperId/versions')
  @Allow('cases.view')
  versions(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
  ): Promise<PaperVersionView[]> {
    return this.queries.versions(actor, id, paperId);
  }

  /** A signed paper as .docx. */
  @Get(':paperId/docx')
  @Allow('cases.view')
  @ApiFile('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  async docx(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
  ): Promise<StreamableFile> {
    const { file, name } = await this.queries.file(actor, id, paperId, 'docx');
    return download(file, name, 'docx');
  }

  /** A signed paper as PDF. */
  @Get(':paperId/pdf')
  @Allow('cases.view')
  @ApiFile('application/pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
  ): Promise<StreamableFile> {
    const { file, name } = await this.queries.file(actor, id, paperId, 'pdf');
    return download(file, name, 'pdf');
  }

  /** Asks again for files that could not be made; those that are there stay. */
  @Post(':paperId/renditions')
  @Allow('cases.act')
  @HttpCode(202)
  async renderAgain(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('paperId') paperId: string,
  ): Promise<PaperView> {
    await this.papers.renderAgain(actor, id, paperId);
    return this.queries.view(actor, id, paperId);
  }
}
