/** A registered dispute that has a party and the respondent in common with the one being entered. */
export interface DuplicateCandidate {
  id: string;
  number: string;
  title: string;
  /** The actor may see it. */
  visible: boolean;
  sameIdNumber: boolean;
  sameName: boolean;
  sameDocumentNo: boolean;
  sameActName: boolean;
}

export interface Duplicate {
  id: string;
  number: string;
  title: string;
  /** 1 to 4: how many of the four marks agree. */
  score: number;
  /** Chinese phrases; no personal data. */
  reasons: string[];
}

export interface DuplicateWarning {
  /** Most alike first. */
  duplicates: Duplicate[];
  /** Alike, but not the actor's to see. */
  hidden: number;
}

/**
 * Which candidates are probably the same matter: an applicant with the same ID number or name, the same respondent, and
 * the same act by document number or by name.
 */
export function judgeDuplicates(candidates: readonly DuplicateCandidate[]): DuplicateWarning {
  const alike = candidates.filter((c) => (c.sameIdNumber || c.sameName) && (c.sameDocumentNo || c.sameActName));
  const duplicates = alike.filter((c) => c.visible).map(describe);
  duplicates.sort((a, b) => b.score - a.score || (a.number < b.number ? 1 : -1));
  return { duplicates, hidden: alike.length - duplicates.length };
}

function describe(c: DuplicateCandidate): Duplicate {
  const marks: [boolean, string][] = [
    [c.sameIdNumber, '申请人证件号码相同'],
    [c.sameName, '申请人姓名（名称）相同'],
    [c.sameDocumentNo, '行政行为文号相同'],
    [c.sameActName, '行政行为名称相同'],
  ];
  const reasons = marks.filter(([holds]) => holds).map(([, reason]) => reason);
  return { id: c.id, number: c.number, title: c.title, score: reasons.length, reasons: ['被申请人相同', ...reasons] };
}
