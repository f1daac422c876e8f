import type { Actor } from '@app/kernel';
import { Allow, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReplyRequest, ReplyView } from './reply.dto.js';
import { ReplyService } from './reply.service.js';

@ApiTags('liaison')
@Controller('liaison/cases')
export class ReplyController {
  constructor(private readonly replies: ReplyService) {}

  /** The respondent's reply with its list of evidence (RC-13); drafts 行政复议答复书 and 证据目录. A late one says so. */
  @Post(':id/reply')
  @Allow('liaison.answer')
  @Idempotent()
  @HttpCode(200)
  reply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReplyRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<ReplyView> {
    return this.replies.reply(actor, id, request, key);
  }
}
