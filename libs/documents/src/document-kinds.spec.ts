import { SAMPLE_KINDS } from '../testing/sample-kinds.js';
import { DocumentKinds } from './document-kinds.js';
import type { DocumentKind } from './domain/document-kind.js';

const sound = SAMPLE_KINDS[0]!;
const kind = (change: Partial<DocumentKind>): DocumentKind => ({ ...sound, ...change });
const field = { name: 'place', label: '地点', type: 'text', required: true } as const;

describe('the registry of kinds', () => {
  it('takes sound kinds and gives them by code', () => {
    const kinds = new DocumentKinds();
    kinds.register(SAMPLE_KINDS);
    expect(kinds.get('Z03')).toBe(SAMPLE_KINDS[2]);
    expect(kinds.all().map((each) => each.code)).toEqual(['Z01', 'Z02', 'Z03', 'Z04', 'Z05']);
    expect(() => kinds.get('Z99')).toThrow('documents.unknown-kind');
  });

  it.each<[string, readonly DocumentKind[]]>([
    ['Z01: code is used twice', [sound, sound]],
    ['code is malformed', [kind({ code: 'notice' })]],
    ['name is empty', [kind({ name: ' ' })]],
    ['article is empty', [kind({ article: '' })]],
    ['series rc-nothing is unknown', [kind({ series: 'rc-nothing' })]],
    ['relief NOTHING is unknown', [kind({ relief: 'NOTHING' })]],
    ['nobody may draft it', [kind({ drafters: [] })]],
    ['nobody may sign it', [kind({ signers: [] })]],
    ['role king is unknown', [kind({ signers: ['king' as never] })]],
    ['role king is unknown', [kind({ readers: ['king' as never] })]],
    ['field organ of its issuer is not there', [kind({ issuerField: 'organ' })]],
    ['an internal paper is served on nobody', [kind({ volume: 'SUB', served: true })]],
    ['it is served, but has no addressee', [kind({ addressees: [] })]],
    ['field Place is malformed', [kind({ fields: [{ ...field, name: 'Place' }] })]],
    ['field place has no label', [kind({ fields: [{ ...field, label: '' }] })]],
    ['field place is there twice', [kind({ fields: [field, field] })]],
    ['choice place has no choices', [kind({ fields: [{ ...field, type: 'choice' }] })]],
    ['field place is no choice', [kind({ fields: [{ ...field, choices: { A: '甲' } }] })]],
  ])('refuses: %s', (words, kinds) => {
    expect(() => new DocumentKinds().register(kinds)).toThrow(words);
  });

  it('refuses a code that another lib registered', () => {
    const kinds = new DocumentKinds();
    kinds.register([sound]);
    expect(() => kinds.register([sound])).toThrow('Z01: code is used twice');
  });
});
