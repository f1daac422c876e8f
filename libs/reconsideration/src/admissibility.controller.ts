import type { Actor } from '@app/kernel';
import { Allow, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdmissibilityView, AnswerConditionRequest, AssessRequest } from './admissibility.dto.js';
import { AdmissibilityService } from './admissibility.service.js';
import { CONDITION_CODES, type AcceptanceCondition } from './domain/acceptance.js';

const CONDITIONS = Object.fromEntries(CONDITION_CODES.map((code) => [code, code])) as Record<
  AcceptanceCondition,
  AcceptanceCondition
>;

/** Admissibility of a reconsideration (复议法 2023 第30条第1款). */
@ApiTags('reconsideration')
@Controller('cases/:id/admissibility')
export class AdmissibilityController {
  constructor(private readonly service: AdmissibilityService) {}

  /** Judges the application by the seven conditions and keeps the assessment. */
  @Post()
  @Allow('cases.act')
  @Idempotent()
  assess(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AssessRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<AdmissibilityView> {
    return this.service.assess(actor, id, body.stated, key);
  }

  /** The last assessment, and what was said of it. */
  @Get()
  @Allow('cases.view')
  last(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AdmissibilityView> {
    return this.service.last(actor, id);
  }

  /** Confirms the computed answer on a condition, or overrides it with a reason. */
  @Post('conditions/:condition')
  @Allow('cases.act')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('condition', new ParseEnumPipe(CONDITIONS)) condition: AcceptanceCondition,
    @Body() body: AnswerConditionRequest,
  ): Promise<AdmissibilityView> {
    return this.service.answer(actor, id, condition, body);
  }
}
