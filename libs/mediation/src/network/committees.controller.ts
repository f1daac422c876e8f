import type { Actor, Page } from '@app/kernel';
import { Allow, ApiFile, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SheetExports } from '../sheet-exports.js';
import { CSV, XLSX } from '../sheet-file.js';
import { CommitteeSheet } from './committee-sheet.service.js';
import { CommitteeQueries } from './committees.queries.js';
import {
  AddMemberRequest,
  ChangeCommitteeRequest,
  CommitteeListRequest,
  CreateCommitteeRequest,
  EndCommitteeRequest,
  EndMemberRequest,
} from './committees.dto.js';
import { CommitteeItem, CommitteeView } from './network.views.js';
import { ImportRequest, SheetImportView, SheetRequest } from './sheets.dto.js';
import { MembersEditor } from './members.editor.js';
import { NetworkEditor } from './network.editor.js';
import { fileOf } from '../sheet-answer.js';
import { uploadedSheet } from './upload.js';

@ApiTags('mediation')
@Controller('mediation/committees')
export class CommitteesController {
  constructor(
    private readonly queries: CommitteeQueries,
    private readonly editor: NetworkEditor,
    private readonly members: MembersEditor,
    private readonly sheet: CommitteeSheet,
    private readonly exports: SheetExports,
  ) {}

  /** The network: the centre and its committees, in their official order. */
  @Get()
  @Allow('cases.view')
  @ApiPage(CommitteeItem)
  list(@Query() request: CommitteeListRequest): Promise<Page<CommitteeItem>> {
    return this.queries.list(request);
  }

  /** The committees as a sheet, in the columns that an import takes. */
  @Get('export')
  @Allow('mediation.manage-network')
  @ApiFile(XLSX, CSV)
  async export(@CurrentActor() actor: Actor, @Query() { format = 'xlsx' }: SheetRequest): Promise<StreamableFile> {
    const content = await this.sheet.content();
    await this.exports.note(actor, 'committees', { format, rows: content.rows.length });
    return fileOf(content, format, 'committees');
  }

  /** A committee with its members: present, coming and past. */
  @Get(':id')
  @Allow('cases.view')
  view(@Param('id', ParseUUIDPipe) id: string): Promise<CommitteeView> {
    return this.queries.view(id);
  }

  /** A new committee: the organ and what it is for, in one. */
  @Post()
  @Allow('mediation.manage-network')
  @Idempotent()
  async create(
    @CurrentActor() actor: Actor,
    @Body() request: CreateCommitteeRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<CommitteeView> {
    return this.queries.view(await this.editor.createCommittee(actor, request, key));
  }

  /** Takes a sheet over (.xlsx or .csv, field `file`): all of it, or nothing with every wrong cell named. */
  @Post('import')
  @Allow('mediation.manage-network')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async import(
    @CurrentActor() actor: Actor,
    @Query() { dryRun }: ImportRequest,
    @Req() http: FastifyRequest,
  ): Promise<SheetImportView> {
    return this.sheet.import(actor, await uploadedSheet(http), dryRun === 'true');
  }

  /** What a committee is for, and what it is called. */
  @Put(':id')
  @Allow('mediation.manage-network')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChangeCommitteeRequest,
  ): Promise<CommitteeView> {
    await this.editor.changeCommittee(actor, id, request);
    return this.queries.view(id);
  }

  /** Ends a contract, or closes a committee; one that has open work is refused, and the work is named. */
  @Post(':id/end')
  @Allow('mediation.manage-network')
  @HttpCode(200)
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndCommitteeRequest,
  ): Promise<CommitteeView> {
    await this.editor.endCommittee(actor, id, request);
    return this.queries.view(id);
  }

  /** Makes somebody its chair, mediator or liaison, for a term if it is known. */
  @Post(':id/members')
  @Allow('mediation.manage-network')
  @Idempotent()
  async addMember(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AddMemberRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<CommitteeView> {
    await this.members.addMember(actor, id, request, key);
    return this.queries.view(id);
  }

  /** Ends a member's post; a mediator with open cases keeps it until they are handed over. */
  @Post(':id/members/:postId/end')
  @Allow('mediation.manage-network')
  @HttpCode(200)
  async endMember(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('postId', ParseUUIDPipe) postId: string,
    @Body() request: EndMemberRequest,
  ): Promise<CommitteeView> {
    await this.members.endMember(actor, id, postId, request);
    return this.queries.view(id);
  }
}
