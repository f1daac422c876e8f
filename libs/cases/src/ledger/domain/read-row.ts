import { isCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { CHANNELS, FIELDS, MATTERS, type Code } from '../../registration/domain/codes.js';
import { headingOf, LEDGER_COLUMNS, type LedgerError, type LedgerKey, type LedgerRow } from './columns.js';

export const ROUTES = { 登记: 'REGISTER', 调解: 'MEDIATION', 复议: 'RECONSIDERATION' } as const;
export type Route = (typeof ROUTES)[keyof typeof ROUTES];

/** A row understood: the request that registers it, and what the ledger knows besides. */
export interface LedgerEntry {
  readonly line: number;
  readonly ledgerNo: string;
  readonly registeredOn: CalendarDate;
  readonly route: Route;
  readonly closed: { readonly on: CalendarDate; readonly reason: string } | null;
  /** Fields of a RegisterDisputeRequest, not yet validated. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** What a row is read with. */
export interface LedgerContext {
  readonly today: CalendarDate;
  /** The organ of that name on a day. */
  organNamed(name: string, on: CalendarDate): Id | undefined;
}

/** Understands a row, or says of every cell what is wrong with it. */
export function readRow(row: LedgerRow, context: LedgerContext): { entry: LedgerEntry | null; errors: LedgerError[] } {
  const reader = new CellReader(row, context);
  for (const { key, required } of LEDGER_COLUMNS) if (required && reader.text(key) === undefined) reader.missing(key);
  const receivedOn = reader.date('receivedOn') ?? context.today;
  const registeredOn = reader.date('registeredOn') ?? receivedOn;
  const closedOn = reader.date('closedOn');
  if (registeredOn < receivedOn) reader.wrong('registeredOn', 'beforeReceipt', '登记日期不能早于收到日期');
  if (closedOn !== undefined && closedOn < registeredOn)
    reader.wrong('closedOn', 'beforeRegistration', '办结日期不能早于登记日期');
  const request = requestOf(reader, receivedOn);
  const route = reader.oneOf('route', ROUTES) ?? 'REGISTER';
  if (reader.errors.length > 0) return { entry: null, errors: reader.errors };
  const closed = closedOn === undefined ? null : { on: closedOn, reason: reader.text('closing') ?? '台账记载已办结' };
  return {
    entry: { line: row.line, ledgerNo: reader.text('ledgerNo')!, registeredOn, route, closed, request },
    errors: [],
  };
}

function requestOf(reader: CellReader, receivedOn: CalendarDate): Record<string, unknown> {
  const actOn = reader.date('actOn');
  return {
    channel: reader.code('channel', CHANNELS),
    receivedOn,
    sourceOrganId: reader.organ('sourceOrgan', receivedOn),
    facts: reader.text('facts'),
    claims: reader.text('claims'),
    fieldCode: reader.code('field', FIELDS),
    matterCode: reader.code('matter', MATTERS),
    respondentOrganId: reader.organ('respondent', actOn ?? receivedOn),
    actName: reader.text('actName'),
    actDocumentNo: reader.text('actDocumentNo'),
    actOn,
    actKnownOn: reader.date('actKnownOn'),
    amount: reader.amount('amount'),
    tags: reader.list('tags'),
    parties: applicants(reader),
    acknowledgeDuplicates: true,
  };
}

function applicants(reader: CellReader): Record<string, unknown>[] {
  const kind = reader.oneOf('applicantKind', { 自然人: 'PERSON', 单位: 'ORGANISATION' } as const) ?? 'PERSON';
  const names = reader.list('applicant');
  const idNumber = reader.text('idNumber');
  if (names.length > 1 && idNumber !== undefined)
    reader.wrong('idNumber', 'severalApplicants', '多名申请人时不填证件号码');
  return names.map((name) => ({
    role: 'APPLICANT',
    kind,
    name,
    idType: idNumber === undefined ? undefined : kind === 'PERSON' ? 'ID_CARD' : 'USCC',
    idNumber,
    phone: names.length === 1 ? reader.text('phone') : undefined,
    address: reader.text('address'),
    legalRepresentative: kind === 'ORGANISATION' ? reader.text('legalRepresentative') : undefined,
  }));
}

/** Reads the cells of one row and collects what is wrong. */
class CellReader {
  readonly errors: LedgerError[] = [];

  constructor(
    private readonly row: LedgerRow,
    private readonly context: LedgerContext,
  ) {}

  text(key: LedgerKey): string | undefined {
    const value = this.row.cells[key];
    return value === undefined || value === '' ? undefined : value;
  }

  /** `2026-11-20`, also as offices write it: 2026/11/20, 2026.11.20, 2026年11月20日. Not after today. */
  date(key: LedgerKey): CalendarDate | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value);
    const date = parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : value;
    if (!isCalendarDate(date)) this.wrong(key, 'notADate', '应为实际存在的日期，如 2026-11-20');
    else if (date > this.context.today) this.wrong(key, 'inFuture', '不能晚于今天');
    else return date;
    return undefined;
  }

  amount(key: LedgerKey): number | undefined {
    const value = this.text(key)?.replaceAll(',', '').replaceAll('，', '');
    if (value === undefined) return undefined;
    if (/^\d{1,13}(\.\d{1,2})?$/.test(value)) return Number(value);
    this.wrong(key, 'notAnAmount', '应为金额（元），最多两位小数');
    return undefined;
  }

  list(key: LedgerKey): string[] {
    return (this.text(key) ?? '')
      .split(/[、,，;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  code(key: LedgerKey, codes: readonly Code[]): string | undefined {
    return this.oneOf(key, Object.fromEntries(codes.map((c) => [c.name, c.code])));
  }

  oneOf<V extends string>(key: LedgerKey, choices: Readonly<Record<string, V>>): V | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const chosen = choices[value];
    if (chosen === undefined) this.wrong(key, 'notOneOf', `应为：${Object.keys(choices).join('、')}`);
    return chosen;
  }

  organ(key: LedgerKey, on: CalendarDate): Id | undefined {
    const name = this.text(key);
    if (name === undefined) return undefined;
    const id = this.context.organNamed(name, on);
    if (id === undefined) this.wrong(key, 'unknownOrgan', `${on} 没有名为“${name}”的单位`);
    return id;
  }

  missing(key: LedgerKey): void {
    this.wrong(key, 'required', '必填');
  }

  wrong(key: LedgerKey, code: string, detail: string): void {
    this.errors.push({ line: this.row.line, column: headingOf(key), code, detail });
  }
}
