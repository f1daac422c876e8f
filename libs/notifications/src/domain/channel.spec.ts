import { MAX_ATTEMPTS, settled } from './channel.js';

describe('an attempt', () => {
  it.each([
    [{ result: 'sent' }, 1, 'sent'],
    [{ result: 'sent' }, MAX_ATTEMPTS, 'sent'],
    [{ result: 'failed', code: 'HTTP_404' }, 1, 'failed'],
    [{ result: 'retry', code: 'HTTP_503' }, 1, 'retry'],
    [{ result: 'retry', code: 'HTTP_503' }, MAX_ATTEMPTS - 1, 'retry'],
    [{ result: 'retry', code: 'HTTP_503' }, MAX_ATTEMPTS, 'failed'],
    [{ result: 'retry', code: 'HTTP_503' }, MAX_ATTEMPTS + 1, 'failed'],
  ] as const)('%j, the %dth, is %s', (outcome, attempt, result) => {
    expect(settled(outcome, attempt)).toEqual({ ...outcome, result });
  });
});
