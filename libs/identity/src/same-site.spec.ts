import { isForeign } from './same-site.js';

const HOST = 'heyi.example.gov.cn';

describe('a request of another site', () => {
  it.each([
    ['a program', {}, false],
    ['our page', { 'sec-fetch-site': 'same-origin', origin: `https://${HOST}` }, false],
    ['an address that was typed in', { 'sec-fetch-site': 'none' }, false],
    ['another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['a neighbour under our domain', { 'sec-fetch-site': 'same-site' }, true],
    ['our page in an old browser', { origin: `https://${HOST}` }, false],
    ['another site in an old browser', { origin: 'https://evil.example' }, true],
    ['another port in an old browser', { origin: `https://${HOST}:8443` }, true],
    ['a page without an origin', { origin: 'null' }, true],
  ])('%s', (_, headers, foreign) => {
    expect(isForeign({ headers, host: HOST })).toBe(foreign);
  });
});
