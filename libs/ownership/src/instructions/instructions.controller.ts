import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  GiveInstructionRequest,
  InstructionView,
  InstructionWordRequest,
  InterferencesRequest,
  InterferenceView,
} from './instructions.dto.js';
import { InstructionsService } from './instructions.service.js';
import { InterferencesQueries } from './interferences.queries.js';

/** Leaders' instructions 批示. */
@ApiTags('ownership')
@Controller()
export class InstructionsController {
  constructor(
    private readonly instructions: InstructionsService,
    private readonly interferences: InterferencesQueries,
  ) {}

  /** Instructions on a case, for leader, unit and bureau. */
  @Get('cases/:id/instructions')
  @Allow('cases.view')
  of(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<InstructionView[]> {
    return this.instructions.of(actor, id);
  }

  /** The leader says a word; what reaches into a reconsideration is refused and kept. */
  @Post('cases/:id/instructions')
  @Allow('cases.act')
  @Idempotent()
  give(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: GiveInstructionRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<InstructionView> {
    return this.instructions.give(actor, id, body, key);
  }

  /** The unit says what was done. */
  @Post('ownership/instructions/:id/answer')
  @Allow('cases.act')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: InstructionWordRequest,
  ): Promise<InstructionView> {
    return this.instructions.say(actor, id, 'answer', body.content);
  }

  /** The leader takes the answer. */
  @Post('ownership/instructions/:id/accept')
  @Allow('cases.act')
  @HttpCode(200)
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: InstructionWordRequest,
  ): Promise<InstructionView> {
    return this.instructions.say(actor, id, 'accept', body.content);
  }

  /** The leader presses again; a new term begins. */
  @Post('ownership/instructions/:id/press')
  @Allow('cases.act')
  @HttpCode(200)
  press(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: InstructionWordRequest,
  ): Promise<InstructionView> {
    return this.instructions.say(actor, id, 'press', body.content);
  }

  /** What was refused because it reached into a reconsideration. */
  @Get('ownership/interferences')
  @Allow('ownership.read-interference')
  @ApiPage(InterferenceView)
  refused(@CurrentActor() actor: Actor, @Query() request: InterferencesRequest): Promise<Page<InterferenceView>> {
    return this.interferences.list(actor, request);
  }
}
