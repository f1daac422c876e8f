import { DomainError } from '@app/kernel';
import { unzipSync, zipSync, type Unzipped } from 'fflate';

/** A .docx of a page has 15 entries and 100 kB; a letterhead with pictures, a few MB. */
const MOST_ENTRIES = 500;
const LARGEST = 30 * 1024 * 1024;
const LARGEST_ENTRY = 20 * 1024 * 1024;

const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Fields that fetch something when the file is opened. */
const FETCHING =
  /<w:(instrText|fldSimple)\b[^>]*?(>|w:instr=")\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE|RD|IMPORT)\b/i;

/**
 * Opens an uploaded .docx and packs it anew, so that nothing later has to trust what the file says of itself. Sizes are
 * judged before anything is unpacked, and no entry is unpacked beyond the size it was judged by.
 * @throws DomainError documents.template-too-large, documents.template-not-docx, documents.template-unsafe
 */
export function unpackDocx(file: Buffer): Buffer {
  const entries = unzipped(file);
  const types = textOf(entries, '[Content_Types].xml');
  if (!types.includes(MAIN_TYPE) || !entries['word/document.xml']) throw notDocx();
  for (const name of Object.keys(entries)) {
    if (/vbaProject|activeX|embeddings\//i.test(name)) throw unsafe('宏、控件或者嵌入的对象');
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const xml = textOf(entries, name);
    if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) throw unsafe('文档类型声明');
    if (FETCHING.test(xml)) throw unsafe('引用外部内容的域');
    if (/\.rels$/i.test(name) && hasForeign(xml)) throw unsafe('引用外部内容的链接');
  }
  return Buffer.from(zipSync(entries));
}

function unzipped(file: Buffer): Unzipped {
  let [entries, total] = [0, 0];
  try {
    return unzipSync(file, {
      filter: ({ originalSize }) => {
        entries += 1;
        total += originalSize;
        if (entries > MOST_ENTRIES || total > LARGEST || originalSize > LARGEST_ENTRY) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    throw error instanceof DomainError ? error : notDocx();
  }
}

function textOf(entries: Unzipped, name: string): string {
  const entry = entries[name];
  return entry ? new TextDecoder().decode(entry) : '';
}

/** Links a reader may click are harmless; what is fetched by itself is not. */
function hasForeign(rels: string): boolean {
  return (rels.match(/<Relationship\b[^>]*>/g) ?? []).some(
    (each) => /TargetMode\s*=\s*["']External["']/i.test(each) && !/\/hyperlink["']/.test(each),
  );
}

function tooLarge(): DomainError {
  return new DomainError('documents.template-too-large', {
    kind: 'too-large',
    detail: '模板解压后过大或者包含的文件过多，请减少图片后重新上传。',
  });
}

export function notDocx(): DomainError {
  return new DomainError('documents.template-not-docx', {
    kind: 'invalid',
    detail: '文件不是可用的 Word 文档（.docx），请用 WPS 或者 Word 另存为 .docx 后上传。',
  });
}

function unsafe(what: string): DomainError {
  return new DomainError('documents.template-unsafe', {
    kind: 'invalid',
    detail: `模板中含有${what}，请删除后重新上传。`,
  });
}
