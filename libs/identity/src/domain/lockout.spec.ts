import { lockMinutes } from './lockout.js';

describe('lock-out', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 15],
    [6, 30],
    [7, 60],
    [20, 1440],
  ])('after %d failures in a row: %d minutes', (failures, minutes) => {
    expect(lockMinutes(failures)).toBe(minutes);
  });
});
