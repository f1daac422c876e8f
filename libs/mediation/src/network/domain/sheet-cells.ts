import { isCalendarDate, type CalendarDate } from '@app/kernel';

/** What is wrong with a cell, or with a row if `column` is empty. */
export interface SheetError {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly detail: string;
}

/** A row as read: cells by heading, trimmed; the number is the sheet's own. */
export interface SheetRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Reads the cells of one row and collects what is wrong. */
export class SheetCells {
  readonly errors: SheetError[] = [];

  constructor(readonly row: SheetRow) {}

  text(column: string, most: number): string | undefined {
    const value = this.row.cells[column];
    if (value === undefined || value === '') return undefined;
    if ([...value].length > most) this.wrong(column, 'tooLong', `不能超过 ${most} 字`);
    else if (/[\p{Cc}\p{Cs}]/u.test(value)) this.wrong(column, 'controlCharacter', '含有不允许的控制字符');
    else return value;
    return undefined;
  }

  needed<V>(column: string, value: V | undefined): V | undefined {
    if (value === undefined && !this.errors.some((e) => e.column === column)) this.wrong(column, 'required', '必填');
    return value;
  }

  /** `2026-11-20`, also as offices write it: 2026/11/20, 2026.11.20, 2026年11月20日. */
  date(column: string): CalendarDate | undefined {
    const value = this.text(column, 20);
    if (value === undefined) return undefined;
    const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value);
    const date = parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : value;
    if (isCalendarDate(date)) return date;
    this.wrong(column, 'notADate', '应为实际存在的日期，如 2026-11-20');
    return undefined;
  }

  integer(column: string, least: number, most: number): number | undefined {
    const value = this.text(column, 20);
    if (value === undefined) return undefined;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    this.wrong(column, 'notANumber', `应为 ${least} 至 ${most} 的整数`);
    return undefined;
  }

  /** The code whose name stands there. */
  code<C extends string>(column: string, names: Readonly<Record<C, string>>): C | undefined {
    const value = this.text(column, 60);
    if (value === undefined) return undefined;
    const found = codeOf(names, value);
    if (found === undefined) this.wrong(column, 'notOneOf', `应为：${Object.values(names).join('、')}`);
    return found;
  }

  /** Codes of names divided by 、 or a comma; each once. */
  codes<C extends string>(column: string, names: Readonly<Record<C, string>>): C[] {
    const parts = (this.text(column, 1000) ?? '').split(/[、,，;；]/).map((part) => part.trim());
    const found: C[] = [];
    for (const part of parts) {
      if (part === '') continue;
      const code = codeOf(names, part);
      if (code === undefined) this.wrong(column, 'notOneOf', `没有“${part}”`);
      else if (!found.includes(code)) found.push(code);
    }
    return found;
  }

  wrong(column: string, code: string, detail: string): void {
    this.errors.push({ line: this.row.line, column, code, detail });
  }
}

/** A name may hold the signs that divide names, as 城管、综合执法 does: in lists it stands without them. */
export const listName = (name: string): string => name.replaceAll(/[、,，;；]/g, '');

function codeOf<C extends string>(names: Readonly<Record<C, string>>, text: string): C | undefined {
  return (Object.keys(names) as C[]).find((code) => names[code] === text || listName(names[code]) === text);
}
