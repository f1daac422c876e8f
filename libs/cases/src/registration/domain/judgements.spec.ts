import fc from 'fast-check';
import { chooseHandler } from './assignment.js';
import { CHANNELS, codeName, FIELDS, isCodeOn, MATTERS } from './codes.js';
import { judgeDuplicates, type DuplicateCandidate } from './duplicates.js';
import { REGISTRATION_SENTENCES, SentenceBook } from './history-sentences.js';
import { foldForSearch, likePattern, searchContent } from './search-text.js';

describe('duplicates', () => {
  const candidate = (over: Partial<DuplicateCandidate>): DuplicateCandidate => ({
    id: 'a',
    number: '余争〔2026〕1号',
    title: '题',
    visible: true,
    sameIdNumber: false,
    sameName: false,
    sameDocumentNo: false,
    sameActName: false,
    ...over,
  });

  it.each<[Partial<DuplicateCandidate>, number]>([
    [{ sameName: true, sameActName: true }, 1],
    [{ sameIdNumber: true, sameDocumentNo: true }, 1],
    [{ sameIdNumber: true, sameName: true }, 0],
    [{ sameDocumentNo: true, sameActName: true }, 0],
    [{}, 0],
  ])('%j → %i', (marks, n) => expect(judgeDuplicates([candidate(marks)]).duplicates).toHaveLength(n));

  it('puts the most alike first, says why, and only counts what may not be seen', () => {
    const found = judgeDuplicates([
      candidate({ id: 'a', sameName: true, sameActName: true }),
      candidate({ id: 'b', sameIdNumber: true, sameName: true, sameDocumentNo: true }),
      candidate({ id: 'c', sameName: true, sameActName: true, visible: false }),
    ]);
    expect(found.duplicates.map((d) => d.id)).toEqual(['b', 'a']);
    expect(found.duplicates[1]!.reasons).toEqual(['被申请人相同', '申请人姓名（名称）相同', '行政行为名称相同']);
    expect(found.hidden).toBe(1);
  });
});

describe('assignment', () => {
  it('takes the least loaded; of equals always the same, in whatever order they come', () => {
    const officers = fc.uniqueArray(fc.record({ personId: fc.uuid(), load: fc.nat(3) }), {
      minLength: 1,
      selector: (o) => o.personId,
    });
    fc.assert(
      fc.property(officers, (list) => {
        const chosen = chooseHandler(list)!;
        expect(list.find((o) => o.personId === chosen.personId)!.load).toBe(Math.min(...list.map((o) => o.load)));
        expect(chooseHandler([...list].reverse())).toEqual(chosen);
      }),
    );
  });

  it('has nobody of nobody', () => expect(chooseHandler([])).toBeUndefined());
});

describe('codes', () => {
  it('know their days: agreements are a matter of their own since the law of 2023', () => {
    expect(isCodeOn(MATTERS, 'AGREEMENT', '2023-12-31')).toBe(false);
    expect(isCodeOn(MATTERS, 'AGREEMENT', '2024-01-01')).toBe(true);
    expect(isCodeOn(FIELDS, 'NOTHING', '2026-01-01')).toBe(false);
    expect(codeName(CHANNELS, 'LETTER')).toBe('来信');
    expect(codeName(CHANNELS, 'FAX')).toBe('FAX');
  });

  it('are unique in their tables', () => {
    for (const table of [FIELDS, MATTERS, CHANNELS]) expect(new Set(table.map((c) => c.code)).size).toBe(table.length);
  });
});

describe('search', () => {
  it.each([
    ['工 伤，认定', '工伤认定'],
    ['ＡＢＣ１２３', 'abc123'],
    ['余争〔2026〕12号', '余争202612号'],
    ['买买提·艾力', '买买提艾力'],
    ['%_\\', ''],
    ['👍；', ''],
  ])('folds %j to %j', (text, folded) => expect(foldForSearch(text)).toBe(folded));

  it('finds every part of a field, and nothing over two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), fc.nat(20), (text, from, length) => {
        const part = foldForSearch(text).slice(from, from + length);
        expect(searchContent([text, '另']).includes(part)).toBe(true);
      }),
    );
    expect(searchContent(['工伤', null, '', '认定'])).toBe('工伤\n认定');
  });

  it('escapes what LIKE would read', () => expect(likePattern('a%b_c\\')).toBe('%a\\%b\\_c\\\\%'));
});

describe('history', () => {
  it('has a sentence for every act, also an unknown one, and none twice', () => {
    const book = new SentenceBook();
    book.register(REGISTRATION_SENTENCES);
    expect(book.sentenceOf('cases.amend', { fields: ['claims', 'parties'] })).toBe('修改了请求事项、当事人');
    expect(book.sentenceOf('cases.hand-over', { reason: '回避' })).toBe('变更了经办人，理由：回避');
    expect(book.sentenceOf('other.act', {})).toBe('进行了操作（other.act）');
    expect(() => book.register({ 'cases.amend': () => '' })).toThrow('cases.amend');
    for (const sentence of Object.values(REGISTRATION_SENTENCES)) expect(sentence({})).toMatch(/\p{Script=Han}/u);
  });
});
