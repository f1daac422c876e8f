import { contentDisposition } from '@app/documents';
import type { Actor, Page } from '@app/kernel';
import { Allow, ApiFile, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent, PageRequest } from '@app/platform';
import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListApproval } from './approval.service.js';
import { ListExport } from './list-export.service.js';
import {
  ApproveListRequest,
  ListApprovedView,
  TaskListEntryView,
  TaskListLineView,
  TaskListView,
} from './lists.dto.js';
import { ListsQueries } from './lists.queries.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 任务分解清单. */
@ApiTags('ownership')
@Controller('ownership/lists')
export class TaskListsController {
  constructor(
    private readonly queries: ListsQueries,
    private readonly approval: ListApproval,
    private readonly exports: ListExport,
  ) {}

  /** The lists of the years, as far as one sees them. */
  @Get()
  @Allow('cases.view')
  lists(@CurrentActor() actor: Actor): Promise<TaskListView[]> {
    return this.queries.lists(actor);
  }

  /** Approves proposed cases as the year's list, or as a supplement to it; all of them or none. */
  @Post()
  @Allow('cases.act')
  @Idempotent()
  approve(
    @CurrentActor() actor: Actor,
    @Body() body: ApproveListRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<ListApprovedView> {
    return this.approval.approve(actor, body, key);
  }

  @Get(':year')
  @Allow('cases.view')
  list(@CurrentActor() actor: Actor, @Param('year', ParseIntPipe) year: number): Promise<TaskListView> {
    return this.queries.list(actor, inRange(year));
  }

  /** Lines in the order of the list: as approved, and how they stand. */
  @Get(':year/lines')
  @Allow('cases.view')
  @ApiPage(TaskListLineView)
  lines(
    @CurrentActor() actor: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Query() request: PageRequest,
  ): Promise<Page<TaskListLineView>> {
    return this.queries.lines(actor, inRange(year), request);
  }

  /** Every entry, approvals and changes, with their hashes. */
  @Get(':year/entries')
  @Allow('cases.view')
  @ApiPage(TaskListEntryView)
  entries(
    @CurrentActor() actor: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Query() request: PageRequest,
  ): Promise<Page<TaskListEntryView>> {
    return this.queries.entries(actor, inRange(year), request);
  }

  /** The list as a workbook, with the lines one sees. */
  @Get(':year/xlsx')
  @Allow('cases.view')
  @ApiFile(XLSX)
  async xlsx(@CurrentActor() actor: Actor, @Param('year', ParseIntPipe) year: number): Promise<StreamableFile> {
    const { name, file } = await this.exports.xlsx(actor, inRange(year));
    return new StreamableFile(file, {
      type: XLSX,
      disposition: contentDisposition('attachment', name),
      length: file.length,
    });
  }
}

/** A year that no list can have is one without a list. */
function inRange(year: number): number {
  return year >= 1 && year <= 9999 ? year : 0;
}
