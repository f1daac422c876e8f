import type { DocumentField } from './document-kind.js';
import { missingFields } from './missing-fields.js';

const field = (name: string, type: DocumentField['type'], more: Partial<DocumentField> = {}): DocumentField => ({
  name,
  label: name,
  type,
  required: true,
  ...more,
});
const names = (field: DocumentField, value: unknown): string[] =>
  missingFields({ fields: [field] }, { [field.name]: value }).map((f) => f.name);

it.each`
  type           | good                 | bad
  ${'text'}      | ${'补正通知书'}      | ${'  '}
  ${'long-text'} | ${'事实和理由'}      | ${1}
  ${'date'}      | ${'2026-07-01'}      | ${'2026-02-30'}
  ${'number'}    | ${0}                 | ${Number.NaN}
  ${'money'}     | ${0}                 | ${-1}
  ${'list'}      | ${['身份证明']}      | ${['身份证明', '']}
  ${'table'}     | ${[['1', '证据一']]} | ${['证据一']}
`('a $type is there, is missing, is of another form', ({ type, good, bad }) => {
  expect(names(field('x', type), good)).toEqual([]);
  expect(names(field('x', type), bad)).toEqual(['x']);
  for (const nothing of [undefined, null, '', []]) {
    expect(names(field('x', type), nothing)).toEqual(['x']);
    expect(names(field('x', type, { required: false }), nothing)).toEqual([]);
  }
  expect(names(field('x', type, { required: false }), bad)).toEqual(['x']);
});

it('a choice is one of its codes', () => {
  const track = field('track', 'choice', { choices: { ORDINARY: '普通程序' } });
  expect(names(track, 'ORDINARY')).toEqual([]);
  expect(names(track, '普通程序')).toEqual(['track']);
  expect(names(track, 'toString')).toEqual(['track']);
});

it('a field may be required by the rest of the data, and all that is missing is named in order', () => {
  const kind = {
    fields: [
      field('failed', 'list'),
      field('reason', 'text'),
      field('competent', 'text', {
        required: false,
        requiredWhen: (data) => (data.failed as string[] | undefined)?.includes('JURISDICTION') ?? false,
      }),
    ],
  };
  expect(missingFields(kind, { failed: ['IN_TIME'], reason: '逾期' })).toEqual([]);
  expect(missingFields(kind, { failed: ['JURISDICTION'] }).map((f) => f.name)).toEqual(['reason', 'competent']);
});
