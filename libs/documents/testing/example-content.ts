import type { AddresseeRole, DocumentData, DocumentKind, SealKind } from '../src/domain/document-kind.js';
import type { Relief } from '../src/domain/relief.js';
import { SERIES, type SeriesCode } from '../src/domain/series.js';
import { composePaper, type PaperContent } from './renditions.js';

/** In whose name papers are issued by their seal, as it is installed. */
export const ISSUERS: Readonly<Record<SealKind, string>> = {
  AUTHORITY: '杭州市余杭区人民政府',
  SPECIAL: '杭州市余杭区人民政府',
  RECEIPT: '杭州市余杭区司法局（区行政复议局）',
  CENTRE: '杭州市余杭区行政争议调解中心',
  COMMITTEE: '杭州市余杭区行政争议调解中心',
  BUREAU: '杭州市余杭区司法局',
  NONE: '',
};

const NAMES: Readonly<Record<AddresseeRole, string>> = {
  APPLICANT: '陈小满',
  RESPONDENT: '杭州市余杭区市场监督管理局',
  THIRD_PARTY: '杭州良渚样例餐饮有限公司',
  SUPERIOR: '杭州市市场监督管理局',
  OTHER_ORGAN: '杭州市余杭区住房和城乡建设局',
  COURT: '杭州市余杭区人民法院',
};

const RELIEF: Relief = {
  text: '如不服本决定，可以自收到本决定书之日起十五日内向{court}提起行政诉讼。',
  article: '行政诉讼法 第45条',
  court: '杭州市中级人民法院',
};

/** A paper of the invented case as it would be signed, its data complete; to one addressee if its kind is personal. */
export const exampleContentOf =
  (exampleData: (kind: DocumentKind) => DocumentData) =>
  (kind: DocumentKind): PaperContent => {
    const roles = kind.personal ? kind.addressees.slice(0, 1) : kind.addressees;
    return composePaper(kind, {
      number: kind.series === null ? null : `${SERIES[kind.series as SeriesCode]}〔2026〕12号`,
      issuedOn: '2026-09-04',
      issuer: ISSUERS[kind.seal],
      addressees: roles.map((role) => ({ role, name: NAMES[role] })),
      data: exampleData(kind),
      relief: kind.relief === undefined ? null : RELIEF,
    });
  };
