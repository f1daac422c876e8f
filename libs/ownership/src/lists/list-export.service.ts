import { record } from '@app/audit';
import { Clock, newId, type Actor } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { writeTaskList } from './list-file.js';
import { ListsQueries } from './lists.queries.js';

/** 任务分解清单 as a workbook: exactly the lines the reader sees. */
@Injectable()
export class ListExport {
  constructor(
    private readonly database: Database,
    private readonly lists: ListsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError ownership.list.not-found */
  async xlsx(actor: Actor, year: number): Promise<{ name: string; file: Buffer }> {
    const list = await this.lists.list(actor, year);
    const [lines, changes] = await Promise.all([this.lists.allLines(actor, year), this.lists.changes(actor, year)]);
    await this.database.transaction((tx) => {
      record(tx, actor, {
        action: 'ownership.export-list',
        subjectType: 'export',
        subjectId: newId(),
        detail: { year, rows: lines.length },
      });
      return Promise.resolve();
    });
    const printedBy = `导出人：${actor.name}  导出日期：${this.clock.today()}`;
    return { name: `${list.title}.xlsx`, file: await writeTaskList(list, lines, changes, printedBy) };
  }
}
