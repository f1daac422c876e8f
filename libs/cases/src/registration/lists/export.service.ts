import { record } from '@app/audit';
import { Clock, DomainError, newId, type Actor } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Writable } from 'node:stream';
import { CHANNELS, codeName } from '../domain/codes.js';
import type { DisputeFilterRequest, DisputeListItem } from './list.dto.js';
import { ListQueries } from './list.queries.js';

const MOST = 10_000;
const CHUNK = 500;

const STATUS: Readonly<Record<string, string>> = { REGISTERED: '在办', CLOSED: '办结', VOID: '作废' };
const LIGHT: Readonly<Record<string, string>> = { red: '红', yellow: '黄', green: '绿', blue: '蓝', grey: '灰' };

const COLUMNS: readonly { header: string; width: number; of: (d: DisputeListItem) => string | number }[] = [
  { header: '登记号', width: 20, of: (d) => d.number ?? '' },
  { header: '状态', width: 8, of: (d) => STATUS[d.status] ?? d.status },
  { header: '标题', width: 40, of: (d) => d.title },
  { header: '申请人', width: 16, of: (d) => d.applicantName },
  { header: '申请人数', width: 10, of: (d) => d.applicants },
  { header: '被申请人', width: 28, of: (d) => d.respondentOrganName ?? '' },
  { header: '行政管理类别', width: 18, of: (d) => d.fieldName },
  { header: '受理渠道', width: 10, of: (d) => codeName(CHANNELS, d.channel) },
  { header: '收到之日', width: 12, of: (d) => d.receivedOn },
  { header: '登记日期', width: 12, of: (d) => d.registeredOn ?? '' },
  { header: '最近期限', width: 12, of: (d) => d.nextDueOn ?? '' },
  { header: '亮灯', width: 6, of: (d) => LIGHT[d.light] ?? '' },
  { header: '经办人', width: 10, of: (d) => d.handlerName ?? '' },
  { header: '案件', width: 40, of: (d) => d.cases.map((c) => `${c.number} ${c.stateName}`).join('；') },
];

/** A list as a workbook: exactly what the filters show, without ID numbers, phones and addresses. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly lists: ListQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges and audits the export, and answers what writes it: nothing has been sent when it is refused.
   * @throws DomainError cases.export-too-large, cases.bad-list
   */
  async prepare(actor: Actor, request: DisputeFilterRequest): Promise<(out: Writable) => Promise<void>> {
    const ids = await this.lists.ids(this.lists.filter(actor, request), MOST + 1);
    if (ids.length > MOST) {
      throw new DomainError('cases.export-too-large', {
        kind: 'too-large',
        detail: `一次最多导出 ${MOST} 条，请缩小筛选范围。`,
        params: { most: MOST },
      });
    }
    await this.audited(actor, request, ids.length);
    return (out) => this.write(actor, ids, out);
  }

  /** Which filters were used is kept, not what was typed into the search box. */
  private async audited(actor: Actor, request: DisputeFilterRequest, rows: number): Promise<void> {
    const { keyword, page: _page, size: _size, ...filters } = request;
    const id = newId();
    await this.database.transaction(async (tx) => {
      record(tx, actor, {
        action: 'cases.export',
        subjectType: 'export',
        subjectId: id,
        detail: { ...filters, withKeyword: keyword !== undefined, rows },
      });
    });
  }

  private async write(actor: Actor, ids: readonly string[], out: Writable): Promise<void> {
    // Thirty megabytes that few processes ever need.
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: out });
    const sheet = workbook.addWorksheet('争议清单', { views: [{ state: 'frozen', ySplit: 2 }] });
    sheet.columns = COLUMNS.map(({ width }) => ({ width }));
    sheet
      .addRow([`导出人：${actor.name}  导出日期：${this.clock.today()}  共 ${ids.length} 条  仅供工作使用`])
      .commit();
    sheet.addRow(COLUMNS.map((c) => c.header)).commit();
    for (let i = 0; i < ids.length; i += CHUNK) {
      for (const item of await this.lists.itemsOf(ids.slice(i, i + CHUNK)))
        sheet.addRow(COLUMNS.map((c) => c.of(item))).commit();
    }
    sheet.commit();
    await workbook.commit();
  }
}
