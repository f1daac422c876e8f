import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Document, Packer, Paragraph } from 'docx';
import { sampleContent } from '../../testing/sample-content.js';
import { SAMPLE_KINDS } from '../../testing/sample-kinds.js';
import { checkPlaceholders, fillTemplate, previewTemplate } from './fill-template.js';
import { unpackDocx } from './unpack.js';

const notice = SAMPLE_KINDS[0]!;
const RIGHT = [
  '{title} {number}',
  '{addressees}：',
  '{reason}',
  '{#materials}{no}. {text}',
  '{/materials}',
  '请于{answerBy}前答复。',
  '{issuer} {issuedOn}',
];

async function template(...lines: string[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }));
}

function changed(docx: Buffer, name: string, change: (xml: string) => string): Buffer {
  const entries = unzipSync(docx);
  return Buffer.from(zipSync({ ...entries, [name]: strToU8(change(strFromU8(entries[name] ?? new Uint8Array()))) }));
}

function wordsOf(docx: Buffer): string {
  return strFromU8(unzipSync(docx)['word/document.xml']!).replace(/<[^>]+>/g, '');
}

describe('a template of the office’s own', () => {
  it('is filled with what was signed: days in Chinese, an item for each of a list', async () => {
    const made = wordsOf(await fillTemplate(unpackDocx(await template(...RIGHT)), notice, sampleContent('Z01')));
    expect(made).toContain('样例通知书 余政复决〔2026〕12号');
    expect(made).toContain('1. 身份证明复印件');
    expect(made).toContain('2. 处罚决定书复印件');
    expect(made).toContain('请于2026年12月8日前答复。');
    expect(made).not.toMatch(/[{}]/);
  });

  it('is shown with the names of what will stand there', async () => {
    const shown = wordsOf(await previewTemplate(unpackDocx(await template(...RIGHT)), notice));
    expect(shown).toContain('【文书名称】 【文号】');
    expect(shown).toContain('【事由】');
  });

  it('names every placeholder that is unknown or missing', async () => {
    const wrong = await template('{title}', '{reason}', '{answerBye}', '{text}');
    await expect(checkPlaceholders(wrong, notice)).rejects.toMatchObject({
      code: 'documents.template-placeholders',
      errors: [
        { code: 'unknownPlaceholder', pointer: '#/placeholders/answerBye' },
        { code: 'unknownPlaceholder', pointer: '#/placeholders/text' },
        { code: 'missingPlaceholder', pointer: '#/placeholders/issuedOn' },
        { code: 'missingPlaceholder', pointer: '#/placeholders/number' },
        {
          code: 'missingPlaceholder',
          pointer: '#/placeholders/answerBy',
          detail: '模板中缺少“{answerBy}”（答复期限）',
        },
      ],
    });
    await expect(checkPlaceholders(await template(...RIGHT), notice)).resolves.toContain('materials');
  });

  it('must close what it opens', async () => {
    await expect(checkPlaceholders(await template(...RIGHT, '{#materials}'), notice)).rejects.toMatchObject({
      code: 'documents.template-placeholders',
    });
  });
});

describe('an upload', () => {
  const code = (work: () => unknown): string => {
    try {
      work();
      return 'taken';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('that is no .docx is refused, whatever it is called', () => {
    expect(code(() => unpackDocx(Buffer.from('%PDF-1.7')))).toBe('documents.template-not-docx');
    expect(code(() => unpackDocx(Buffer.alloc(0)))).toBe('documents.template-not-docx');
    const zip = Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:document/>') }));
    expect(code(() => unpackDocx(zip))).toBe('documents.template-not-docx');
    const workbook = Buffer.from(
      zipSync({ '[Content_Types].xml': strToU8('spreadsheetml.sheet.main+xml'), 'word/document.xml': strToU8('') }),
    );
    expect(code(() => unpackDocx(workbook))).toBe('documents.template-not-docx');
  });

  it('that would unpack to much, or to many files, is refused before it is unpacked', async () => {
    const docx = await template(...RIGHT);
    const bomb = changed(docx, 'word/media/a.bin', () => '0'.repeat(21 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(code(() => unpackDocx(bomb))).toBe('documents.template-too-large');
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`word/${n}.xml`, strToU8('<a/>')]));
    expect(code(() => unpackDocx(Buffer.from(zipSync({ ...unzipSync(docx), ...many }))))).toBe(
      'documents.template-too-large',
    );
  });

  it('that says too little of its sizes is unpacked no further than it said', async () => {
    const bomb = changed(await template(...RIGHT), 'word/media/a.bin', () => '0'.repeat(1024 * 1024));
    // The size in the central directory, a million, becomes 16.
    for (let at = bomb.indexOf('PK\u0001\u0002'); at >= 0; at = bomb.indexOf('PK\u0001\u0002', at + 4)) {
      if (bomb.readUInt32LE(at + 24) === 1024 * 1024) bomb.writeUInt32LE(16, at + 24);
    }
    const packed = unzipSync(unpackDocx(bomb));
    expect(packed['word/media/a.bin']!.length).toBe(16);
  });

  it.each<[string, string, (xml: string) => string]>([
    ['a macro', 'word/vbaProject.bin', () => 'x'],
    [
      'an entity',
      'word/document.xml',
      (xml) => xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
    ],
    [
      'a field that fetches',
      'word/document.xml',
      (xml) => xml.replace('<w:t', '<w:instrText> INCLUDEPICTURE "http://x/y.png" </w:instrText><w:t'),
    ],
    [
      'a template elsewhere',
      'word/_rels/settings.xml.rels',
      () =>
        '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://x/y.dotm" TargetMode="External"/></Relationships>',
    ],
  ])('with %s is refused', async (_what, name, change) => {
    const docx = changed(await template(...RIGHT), name, change);
    expect(code(() => unpackDocx(docx))).toBe('documents.template-unsafe');
  });

  it('with a link to click is taken', () => {
    const link =
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://x/" TargetMode="External"/></Relationships>';
    expect(code(() => unpackDocx(changed(docxOf, 'word/_rels/extra.xml.rels', () => link)))).toBe('taken');
  });

  let docxOf: Buffer;
  beforeAll(async () => {
    docxOf = await template(...RIGHT);
  });
});
