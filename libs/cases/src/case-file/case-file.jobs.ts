import {
  CaseFileExports,
  caseFileRequested,
  compileCaseFile,
  Contents,
  drop,
  fileOf,
  FILE_OPTIONS,
  Files,
  signedPapers,
  Superseded,
  VOLUMES,
  type ExportRow,
  type FileOptions,
  type FileRow,
  type SignedPaper,
  type VolumeItem,
} from '@app/documents';
import { Clock, DomainError, inChinese, type Id } from '@app/kernel';
import { Database, OnEvent, type Tx } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Organs } from '../registration/organs.js';

interface CaseNames {
  number: string;
  /** 办案机构 */
  institution: string;
  parties: ReadonlyMap<Id, string>;
  organs: ReadonlyMap<Id, string>;
}

/** Binds case files that were asked for. */
@Injectable()
export class CaseFileJobs {
  /** One at a time in a process: each may hold its largest item in memory. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly contents: Contents,
    private readonly exports: CaseFileExports,
    private readonly organs: Organs,
    private readonly clock: Clock,
    @Inject(FILE_OPTIONS) private readonly options: FileOptions,
  ) {}

  /** Delivered again after a crash, it begins anew; after the third time the export says that it failed. */
  @OnEvent(caseFileRequested, { name: 'cases.compile-case-file', queue: 'delivery' })
  async compile(_tx: Tx, { exportId }: { exportId: Id }): Promise<void> {
    const turn = this.last.then(() => this.run(exportId));
    this.last = turn.catch(() => undefined);
    await turn;
  }

  private async run(exportId: Id): Promise<void> {
    const begun = await this.exports.begin(exportId);
    if (!begun) return;
    const { row, run } = begun;
    try {
      await this.bind(row, run);
    } catch (error) {
      if (error instanceof Superseded) return;
      await this.exports.fail(row.id, run, error instanceof DomainError ? error.code : 'documents.export-failed');
      throw error;
    }
  }

  private async bind(row: ExportRow, run: Id): Promise<void> {
    const names = await this.namesOf(row);
    const items = await this.itemsOf(row, names);
    await this.exports.progress(row.id, run, 0, items.length);
    const head = {
      title: '卷内目录',
      lines: [
        `案号：${names.number}    ${row.withSub ? '正卷、副卷' : '正卷'}    共 ${items.length} 件`,
        `办案机构：${names.institution}    生成日期：${inChinese(this.clock.today())}`,
      ],
    };
    const staged = await compileCaseFile(head, items, this.options.libreOffice, (done) =>
      this.exports.progress(row.id, run, done, items.length),
    );
    try {
      await this.contents.keep(staged, true);
      await this.database.transaction((tx) => this.exports.finish(tx, row.id, run, staged));
    } finally {
      await drop(staged);
    }
  }

  /** In each volume the papers that were signed, then what was filed. */
  private async itemsOf(row: ExportRow, names: CaseNames): Promise<VolumeItem[]> {
    const [papers, files] = await Promise.all([signedPapers(this.database, row.caseId), this.files.ofCase(row.caseId)]);
    const volumes = row.withSub ? (['MAIN', 'SUB'] as const) : (['MAIN'] as const);
    return volumes.flatMap((volume) => [
      ...papers.filter((paper) => paper.volume === volume).map((paper) => this.paperItem(paper, names)),
      ...files
        .filter((file) => file.withdrawnOn === null && file.volume === volume)
        .map((file) => this.itemOf(file, names)),
    ]);
  }

  private paperItem({ id, title, volume, number, issuedOn, hash, bytes }: SignedPaper, names: CaseNames): VolumeItem {
    const open = () => this.database.transaction(async (tx) => Readable.from([await fileOf(tx, id, 'pdf')]));
    return {
      volume: VOLUMES[volume],
      responsible: names.institution,
      documentNo: number ?? '',
      title,
      date: issuedOn,
      remark: hash === null ? '文件尚未生成' : '',
      name: `${title}.pdf`,
      type: 'pdf',
      bytes: bytes ?? 0,
      sha256: hash ?? '',
      open: hash === null ? undefined : open,
    };
  }

  private itemOf(file: FileRow, names: CaseNames): VolumeItem {
    const readable = file.scan === 'CLEAN' || file.scan === 'UNSCANNED';
    const remarks = [
      file.withheldGrounds.length > 0 ? '不予查阅' : '',
      file.admitted === false ? '不予采信' : '',
      file.no > 1 ? `第${file.no}版` : '',
      readable ? '' : '未通过病毒检查',
    ];
    return {
      volume: VOLUMES[file.volume],
      responsible: responsible(file, names),
      documentNo: file.documentNo ?? '',
      title: file.title,
      date: file.submittedOn,
      remark: remarks.filter((remark) => remark !== '').join('；'),
      name: file.name,
      type: file.type,
      bytes: file.bytes,
      sha256: file.sha256,
      open: readable ? () => this.contents.open(file) : undefined,
    };
  }

  private async namesOf({ caseId, disputeId }: ExportRow): Promise<CaseNames> {
    const [[about], parties] = await Promise.all([
      this.database.read<{ number: string; organId: Id }>(
        `SELECT c.number, d.organ_id AS "organId" FROM cases.case_file c JOIN cases.dispute d ON d.id = c.dispute_id
         WHERE c.id = $1`,
        [caseId],
      ),
      this.database.read<{ id: Id; name: string }>('SELECT id, name FROM cases.party WHERE dispute_id = $1', [
        disputeId,
      ]),
    ]);
    const organIds = await this.database.read<{ id: Id }>(
      'SELECT DISTINCT organ_id AS id FROM documents.file WHERE case_id = $1 AND organ_id IS NOT NULL',
      [caseId],
    );
    const organs = await this.organs.names([about!.organId, ...organIds.map(({ id }) => id)]);
    return {
      number: about!.number,
      institution: organs.get(about!.organId) ?? '',
      parties: new Map(parties.map((p) => [p.id, p.name])),
      organs,
    };
  }
}

/** 责任者: who submitted or made it. */
function responsible({ category, partyId, organId }: FileRow, names: CaseNames): string {
  // Papers are the institution's, whomever they went to.
  if (category === 'DOCUMENT') return names.institution;
  if (partyId !== null) return names.parties.get(partyId) ?? '';
  return organId === null ? names.institution : (names.organs.get(organId) ?? '');
}
