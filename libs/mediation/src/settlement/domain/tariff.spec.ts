import { ANY } from './codes.js';
import { shareOf, tariffFor, type Priced, type TariffLine } from './tariff.js';

const line = (id: string, over: Partial<TariffLine> = {}): TariffLine => ({
  id,
  stage: ANY,
  matter: ANY,
  result: 'PERFORMED',
  complexity: 'SIMPLE',
  amountFen: 100,
  validFrom: '2026-01-01',
  validUntil: null,
  ...over,
});
const LINES = [
  line('old', { validFrom: '2025-01-01', validUntil: '2026-01-01' }),
  line('all'),
  line('stage', { stage: 'PRE_LITIGATION' }),
  line('matter', { matter: 'PENALTY' }),
  line('both', { stage: 'PRE_LITIGATION', matter: 'PENALTY' }),
  line('complex', { complexity: 'COMPLEX', validFrom: '2026-12-01' }),
];
const priced: Priced = {
  stage: 'DEPARTMENT',
  matter: 'OTHER',
  result: 'PERFORMED',
  complexity: 'SIMPLE',
  endedOn: '2026-11-30',
};

it.each<[string, Partial<Priced>, string | undefined]>([
  ['what is not said holds for all', {}, 'all'],
  ['a stage before all', { stage: 'PRE_LITIGATION' }, 'stage'],
  ['a matter before all', { matter: 'PENALTY' }, 'matter'],
  ['a matter with a stage before each', { stage: 'PRE_LITIGATION', matter: 'PENALTY' }, 'both'],
  ['the day it closed decides', { endedOn: '2025-12-31' }, 'old'],
  ['from its first day on', { endedOn: '2026-01-01' }, 'all'],
  ['none before the first', { endedOn: '2024-12-31' }, undefined],
  ['none of another result', { result: 'AGREEMENT' }, undefined],
  ['none that begins later', { complexity: 'COMPLEX' }, undefined],
  ['the last day of the month before', { complexity: 'COMPLEX', endedOn: '2026-12-01' }, 'complex'],
])('%s', (_what, over, id) => {
  expect(tariffFor(LINES, { ...priced, ...over })?.id).toBe(id);
});

it.each([
  [60_000, 1],
  [60_000, 2],
  [10_000, 3],
  [1, 2],
  [0, 5],
])('%d fen among %d are divided without loss', (amount, sharing) => {
  const parts = Array.from({ length: sharing }, (_, i) => shareOf(amount, sharing, i === 0));
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
  expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(sharing);
});
