import { kindOfRule, nextOf, type OwedKind } from './what-next.js';

describe('what an organ owes', () => {
  it.each<[string, OwedKind]>([
    ['LS_ANSWER', 'REQUEST'],
    ['RC_REPLY', 'REPLY'],
    ['RC_OPINION_REPORT', 'LETTER'],
    ['RC_REMAKE', 'PERFORMANCE'],
    ['CO_SUPERVISION', 'SUPERVISION'],
    ['CO_REPORT', 'OWNERSHIP'],
    ['XX_UNKNOWN', 'OTHER'],
  ])('by %s is %s', (rule, kind) => {
    expect(kindOfRule(rule)).toBe(kind);
  });

  it.each([
    ['LS_ANSWER', { id: 'r', notice: false }, '/liaison/requests/r/answer'],
    ['LS_ANSWER', { id: 'r', notice: true }, '/liaison/requests/r/handled'],
    ['RC_REPLY', null, '/liaison/cases/c/reply'],
    ['CO_PLAN', null, '/cases/c/actions'],
  ])('of %s is dealt with at its own route', (rule, request, path) => {
    expect(nextOf(rule, 'c', request).path).toBe(path);
  });
});
