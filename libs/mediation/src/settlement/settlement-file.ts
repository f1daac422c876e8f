import type { Cell, SheetContent } from '../sheet-file.js';
import { fenInCapitals } from './domain/capitals.js';
import { PAYEES } from './domain/codes.js';
import type { SettlementLineView, SettlementView } from './settlement.dto.js';

const COLUMNS = [
  { heading: '调委会', width: 30 },
  { heading: '收款人', width: 14 },
  { heading: '调解员', width: 12 },
  { heading: '案号', width: 24 },
  { heading: '办结日期', width: 12 },
  { heading: '调解结果', width: 22 },
  { heading: '难易程度', width: 10 },
  { heading: '计件标准（元）', width: 14, money: true },
  { heading: '分摊人数', width: 10 },
  { heading: '金额（元）', width: 14, money: true },
  { heading: '备注', width: 40 },
] as const;

/** The statement as a workbook: every line that the reader sees, a sum for each committee, and the total in capitals. */
export function settlementSheet(
  settlement: Pick<SettlementView, 'month' | 'stateName'>,
  lines: readonly SettlementLineView[],
  printed: { by: string; on: string },
): SheetContent {
  const total = sumOf(lines);
  return {
    name: '调解计件结算',
    columns: COLUMNS,
    above: [
      `行政争议调解计件结算单  ${settlement.month}  ${settlement.stateName}`,
      `导出人：${printed.by}  导出日期：${printed.on}  共 ${lines.length} 行  仅供工作使用`,
    ],
    rows: groups(lines).flatMap((group) => [...group.map(cells), sumRow(`${group[0]!.organName} 小计`, sumOf(group))]),
    below: [sumRow('合计', total), ['合计（大写）', fenInCapitals(total)]],
  };
}

function groups(lines: readonly SettlementLineView[]): SettlementLineView[][] {
  const byOrgan = new Map<string, SettlementLineView[]>();
  for (const line of lines) byOrgan.set(line.organId, [...(byOrgan.get(line.organId) ?? []), line]);
  return [...byOrgan.values()];
}

const sumOf = (lines: readonly SettlementLineView[]): number => lines.reduce((sum, line) => sum + line.amountFen, 0);
const yuan = (fen: number): number => fen / 100;
const sumRow = (label: string, fen: number): Cell[] => [label, ...Array<null>(8).fill(null), yuan(fen), null];

function cells(line: SettlementLineView): Cell[] {
  return [
    line.organName,
    PAYEES[line.payee],
    line.personName,
    line.caseNumber,
    line.endedOn,
    line.resultName,
    line.complexityName,
    line.tariffFen === null ? null : yuan(line.tariffFen),
    line.sharing,
    yuan(line.amountFen),
    line.kind === 'CORRECTION'
      ? `更正 ${line.correctsMonth}：${line.reason}`
      : line.tariffId === null
        ? '无适用标准'
        : null,
  ];
}
