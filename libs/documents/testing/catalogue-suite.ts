import { ROLES } from '@app/kernel';
import { missingFields } from '../src/domain/paper-data.js';
import type { DocumentData, DocumentField, DocumentKind } from '../src/domain/document-kind.js';
import { faultsOfKind } from '../src/domain/validate-kind.js';
import { textOf } from './paper-examples.js';

/** What a gap would look like: a value that was not there, a bracket or a quotation with nothing in it, a blank. */
export const GAPS = /undefined|null|NaN|\[object|（）|〔〕|“”|《》|＿|：；|：。|、、|。。|；。/u;

type Examples = (kind: DocumentKind, options?: { optional?: boolean }) => DocumentData;

/** What holds of the fields and the text of every kind of paper. */
export function describeKind(kind: DocumentKind, exampleData: Examples): void {
  it.each([true, false])('complete data composes without a gap (optional fields: %s)', (optional) => {
    const data = exampleData(kind, { optional });
    expect(missingFields(kind, data)).toEqual([]);
    expect(textOf(kind, data)).not.toMatch(GAPS);
  });

  it('each required field that is missing is named', () => {
    const data = exampleData(kind);
    for (const field of kind.fields.filter((f) => f.required)) {
      expect(missingFields(kind, { ...data, [field.name]: undefined }).map((f) => f.name)).toContain(field.name);
    }
  });

  it('its text shows every field, and reads no other', () => {
    const read = new Set<string>();
    const watched = new Proxy(exampleData(kind), {
      get: (data, name) => (read.add(String(name)), data[String(name)]),
    });
    textOf(kind, watched);
    const fields = kind.fields.map((field) => field.name);
    expect([...read].filter((name) => !fields.includes(name))).toEqual([]);
    const unread = fields.filter((name) => !read.has(name) && name !== kind.issuerField);
    expect(unread.filter((name) => !conditional(kind.fields, name))).toEqual([]);
  });

  it('a draft with nothing in it composes, with blanks', () => {
    expect(() => textOf(kind, {})).not.toThrow();
    expect(textOf(kind, {})).not.toMatch(/undefined|NaN/);
  });

  it('its head is sound', () => {
    expect(faultsOfKind(kind)).toEqual([]);
    for (const role of [...kind.drafters, ...kind.signers, ...(kind.readers ?? [])]) expect(ROLES).toHaveProperty(role);
    // What goes out in an organ's name is numbered, and signed by somebody who did not draft it.
    if (kind.seal !== 'NONE' && kind.seal !== 'RECEIPT') {
      expect(kind.fourEyes).toBe(true);
      expect(kind.series).not.toBeNull();
    }
  });
}

/** Fields that a choice brings in are read with that choice only. */
function conditional(fields: readonly DocumentField[], name: string): boolean {
  return fields.find((field) => field.name === name)?.requiredWhen !== undefined;
}
