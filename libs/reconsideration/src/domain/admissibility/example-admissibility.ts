import type { AdmissibilityFacts, OrganFact } from './facts.js';

/** The district's government, the city's, and organs under them, all invented. */
export const AUTHORITY: OrganFact = organ('authority', '甲市乙区人民政府', 'GOVERNMENT', 'city');
export const CITY: OrganFact = organ('city', '甲市人民政府', 'GOVERNMENT', null);
export const BRANCH: OrganFact = organ('branch', '甲市公安局乙区分局', 'MUNICIPAL_BRANCH', 'authority');
export const BUREAU: OrganFact = organ('bureau', '甲市乙区教育局', 'DEPARTMENT', 'authority');

export function organ(
  id: string,
  name: string,
  kind: string,
  parentId: string | null,
  hasAuthorisation = false,
): OrganFact {
  return { id, name, kind, parentId, hasAuthorisation };
}

/** How facts differ from those of an application that meets every condition. */
export type Change = { [K in keyof AdmissibilityFacts]?: Partial<AdmissibilityFacts[K]> | null };

/** A plain application against a penalty of a department, everything looked into and right. */
export function exampleAdmissibility(change: Change = {}): AdmissibilityFacts {
  const plain: AdmissibilityFacts = {
    filing: { method: 'IN_PERSON', receivedOn: '2026-08-03', filedOn: '2026-08-03' },
    act: { on: '2026-07-01', knownOn: '2026-07-02', rightsKnownOn: null, realEstate: false },
    applicants: { count: 1, representatives: 0, electionSigned: false, agents: 0 },
    thirdParties: { count: 0, representatives: 0 },
    respondent: BUREAU,
    parent: AUTHORITY,
    authority: AUTHORITY,
    superior: CITY,
    respondentNotice: 'NONE',
    acceptedBefore: false,
    stated: {
      actGround: 'PENALTY',
      exclusion: 'NONE',
      interest: 'ADDRESSEE',
      claimSpecific: true,
      reasonsGiven: true,
      identityProved: true,
      courtAccepted: false,
    },
  };
  const parts = Object.entries(change).map(([key, part]) => {
    const before = plain[key as keyof AdmissibilityFacts];
    return [key, isRecord(part) && isRecord(before) ? { ...before, ...part } : part];
  });
  return { ...plain, ...(Object.fromEntries(parts) as Partial<AdmissibilityFacts>) };
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
