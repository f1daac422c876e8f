import { composePaper, type PaperContent } from '../src/domain/paper-content.js';
import { ISSUERS } from './example-content.js';
import { SAMPLE_DATA, SAMPLE_KINDS } from './sample-kinds.js';

/** A sample paper as it would be signed. */
export function sampleContent(code: string, change: Partial<PaperContent> = {}): PaperContent {
  const kind = SAMPLE_KINDS.find((each) => each.code === code)!;
  const [role] = kind.addressees;
  const content = composePaper(kind, {
    number: kind.series === null ? null : '余政复决〔2026〕12号',
    issuedOn: '2026-11-24',
    issuer: ISSUERS[kind.seal],
    addressees: role === undefined ? [] : [{ role, name: '测试申请人' }],
    data: SAMPLE_DATA[code]!,
    relief:
      kind.relief === undefined
        ? null
        : { text: '如不服本决定，可以自收到之日起十五日内向{court}提起行政诉讼。', article: '样例 第2条', court: null },
  });
  return { ...content, ...change };
}
