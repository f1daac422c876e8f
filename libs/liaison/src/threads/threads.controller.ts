import { CaseFilesService, sendFile, withUpload } from '@app/cases';
import { FILE_TYPES } from '@app/documents';
import type { Actor } from '@app/kernel';
import { Allow, ApiFile, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnsweringService } from './answering.service.js';
import { AskingService } from './asking.service.js';
import type { RequestRow } from './thread-store.js';
import {
  AnswerRequest,
  AskRequest,
  DecideMoreTimeRequest,
  HandledRequest,
  MessageRequest,
  ThreadsView,
  ThreadView,
  WithdrawRequest,
  AddedFileView,
} from './threads.dto.js';

@ApiTags('liaison')
@Controller('liaison')
export class ThreadsController {
  constructor(
    private readonly asking: AskingService,
    private readonly answering: AnsweringService,
    private readonly files: CaseFilesService,
  ) {}

  /** What was asked of organs in a case, every thread. */
  @Get('cases/:id/requests')
  @Allow('liaison.ask')
  async ofCase(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ThreadsView> {
    return { items: await this.asking.ofCase(actor, id) };
  }

  /** 交办、协办: asks one or several organs about a case; each gets a clock and a thread of its own. */
  @Post('cases/:id/requests')
  @Allow('liaison.ask')
  @Idempotent()
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AskRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<ThreadsView> {
    return { items: await this.asking.ask(actor, id, request, key) };
  }

  /** A thread: for the organ that was asked, and for those who may ask about the case. */
  @Get('requests/:id')
  @Allow('cases.view')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ThreadView> {
    return this.answering.view(actor, id);
  }

  /** I have read the thread up to now; the other side sees it. */
  @Post('requests/:id/read')
  @Allow('cases.view')
  @HttpCode(200)
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ThreadView> {
    return this.answering.read(actor, id);
  }

  /** A question or other message, by either side. */
  @Post('requests/:id/messages')
  @Allow('cases.view')
  @Idempotent()
  say(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: MessageRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<ThreadView> {
    return this.answering.say(actor, id, request, key);
  }

  /** The organ's answer, which ends its clock. */
  @Post('requests/:id/answer')
  @Allow('liaison.answer')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AnswerRequest,
  ): Promise<ThreadView> {
    return this.answering.answer(actor, id, request);
  }

  /** 签收办结, in one click: for what was only told and needs no answer. */
  @Post('requests/:id/handled')
  @Allow('liaison.answer')
  @HttpCode(200)
  handled(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: HandledRequest,
  ): Promise<ThreadView> {
    return this.answering.handled(actor, id, version);
  }

  /** Takes a request back. */
  @Post('requests/:id/withdraw')
  @Allow('liaison.ask')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: WithdrawRequest,
  ): Promise<ThreadView> {
    return this.asking.withdraw(actor, id, request);
  }

  /** Answers the organ's request for more time; granted, its clock is longer by the days asked for. */
  @Post('requests/:id/more-time')
  @Allow('liaison.ask')
  @HttpCode(200)
  decideMoreTime(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: DecideMoreTimeRequest,
  ): Promise<ThreadView> {
    return this.asking.decideMoreTime(actor, id, request);
  }

  /** The organ hands in a file (a form with `file`); a message or the answer then names it. */
  @Post('requests/:id/files')
  @Allow('liaison.answer')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async addFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKeyHeader() key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AddedFileView> {
    let thread: RequestRow;
    const before = async () => {
      thread = await this.answering.mayAddFile(actor, id);
    };
    const fileId = await withUpload({ request, reply }, this.files.options, before, (upload) =>
      this.answering.addFile(actor, thread, upload, key),
    );
    return { id: fileId };
  }

  /** A file that the thread shows; every reading is on record. */
  @Get('requests/:id/files/:fileId')
  @Allow('cases.view')
  @ApiFile(...Object.values(FILE_TYPES).map(({ mime }) => mime))
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { version, open } = await this.answering.readFile(actor, id, fileId);
    await sendFile(reply, range, { ...version, open });
  }
}
