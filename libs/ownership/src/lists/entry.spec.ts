import { entryHash, type EntryHead } from './entry.js';

const head: EntryHead = {
  year: 2026,
  position: 1,
  serial: 1,
  revision: 0,
  kind: 'LISTED',
  caseId: 'a',
  batchId: 'b',
  enteredOn: '2026-11-24',
  enteredBy: 'c',
};

it('is the same whatever order the keys come back in, and another for every change', () => {
  const hash = entryHash('', head, { unit: '甲', parties: ['乙', '丙'], amount: null });
  expect(entryHash('', head, { amount: null, parties: ['乙', '丙'], unit: '甲' })).toBe(hash);
  const others = [
    entryHash('x', head, { unit: '甲', parties: ['乙', '丙'], amount: null }),
    entryHash('', { ...head, serial: 2 }, { unit: '甲', parties: ['乙', '丙'], amount: null }),
    entryHash('', head, { unit: '甲', parties: ['丙', '乙'], amount: null }),
    entryHash('', head, { unit: '甲', parties: ['乙', '丙'], amount: 0 }),
  ];
  expect(new Set([hash, ...others]).size).toBe(5);
});
