import { DomainError, type Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ImportLedgerRequest, type LedgerImportView } from './ledger.dto.js';
import { LedgerService } from './ledger.service.js';

@ApiTags('disputes')
@Controller('disputes/imports')
export class LedgerController {
  constructor(private readonly ledgers: LedgerService) {}

  /**
   * Imports a ledger (.xlsx or .csv, field `file`): all of it, or nothing with every wrong cell named. While it runs, GET
   * /disputes/imports shows how far it is.
   */
  @Post()
  @Allow('cases.import')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async import(
    @CurrentActor() actor: Actor,
    @Query() request: ImportLedgerRequest,
    @Req() http: FastifyRequest,
  ): Promise<LedgerImportView> {
    return this.ledgers.import(actor, await uploaded(http), request.dryRun === 'true');
  }

  /** My imports, newest first, with their progress. */
  @Get()
  @Allow('cases.import')
  list(@CurrentActor() actor: Actor): Promise<LedgerImportView[]> {
    return this.ledgers.list(actor);
  }

  @Get(':id')
  @Allow('cases.import')
  view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LedgerImportView> {
    return this.ledgers.view(actor, id);
  }
}

async function uploaded(request: FastifyRequest): Promise<Buffer> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (!file)
    throw new DomainError('cases.ledger-missing', {
      kind: 'invalid',
      detail: '请以 multipart/form-data 上传文件（字段 file）。',
    });
  return file.toBuffer();
}
