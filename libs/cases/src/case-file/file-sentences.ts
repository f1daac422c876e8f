import { CATEGORIES, WITHHOLDING_GROUNDS, type Category, type WithholdingGround } from '@app/documents';
import type { SentenceOf } from '../registration/domain/history-sentences.js';

type Detail = Parameters<SentenceOf>[0];

const category = (d: Detail): string => CATEGORIES[d['category'] as Category] ?? '材料';
const grounds = (d: Detail): string =>
  Array.isArray(d['grounds']) ? d['grounds'].map((g) => WITHHOLDING_GROUNDS[g as WithholdingGround]).join('、') : '';

/** Acts on the files of a case; titles are not in the trail, they may name persons. */
export const FILE_SENTENCES: Readonly<Record<string, SentenceOf>> = {
  'cases.add-file': (d) => `添加了材料（${category(d)}）`,
  'cases.add-file-version': (d) => `上传了材料的第${String(d['no'])}版（${category(d)}）`,
  'cases.change-file': (d) => `修改了材料信息（${category(d)}）`,
  'cases.withdraw-file': (d) => `撤回了材料（${category(d)}）`,
  'cases.withhold-file': (d) => `提出对材料不予查阅（${category(d)}）：${grounds(d)}`,
  'cases.confirm-withholding': (d) => `确认对材料不予查阅（${category(d)}）`,
  'cases.lift-withholding': (d) => `恢复了材料的查阅（${category(d)}）`,
  'cases.read-file': (d) => `查阅了材料（${category(d)}）`,
  'cases.request-case-file': (d) => `导出全案卷宗（${d['withSub'] === true ? '正卷、副卷' : '正卷'}）`,
  'cases.read-case-file': () => '下载了导出的卷宗',
  'documents.refuse-infected': () => '拒绝接收被检出病毒的文件',
};
