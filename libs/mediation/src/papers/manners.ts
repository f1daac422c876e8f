import { paperOf, type Manner } from '@app/documents';
import type { RoleCode } from '@app/kernel';

const CENTRE: readonly RoleCode[] = ['centre_staff', 'centre_manager'];
const MEDIATING: readonly RoleCode[] = ['mediator', ...CENTRE];

/** The house that mediates; what is between it and the parties stays there (复议法实施条例 2026 第48条). */
const HOUSE: readonly RoleCode[] = ['mediator', 'centre_staff', 'centre_manager', 'committee_chair', 'archivist'];
/** How the mediation ended passes to those who decide the dispute otherwise. */
const WITH_INSTITUTION: readonly RoleCode[] = [
  ...HOUSE,
  'case_handler',
  'panel_member',
  'dept_head',
  'institution_head',
  'authority_head',
];

const OUTGOING = { volume: 'MAIN', fourEyes: true, readers: HOUSE } as const;

/** Who answers for a paper of the mediation. Which post signs what is the centre's practice [L]. */
export const MANNERS = {
  /** The centre's notices and letters, under its seal. */
  CENTRE: { ...OUTGOING, seal: 'CENTRE', drafters: MEDIATING, signers: ['centre_manager'], served: true },
  /** Letters of the centre to whoever referred the dispute: what passes the wall, and no more. */
  REPORT: {
    ...OUTGOING,
    seal: 'CENTRE',
    drafters: MEDIATING,
    signers: ['centre_manager'],
    readers: WITH_INSTITUTION,
    served: false,
  },
  /** In the name of the committee that mediates, under its seal; of the centre, where that mediates itself. */
  COMMITTEE: {
    ...OUTGOING,
    seal: 'COMMITTEE',
    issuerField: 'committee',
    drafters: ['mediator', 'committee_chair', ...CENTRE],
    signers: ['committee_chair', 'centre_manager'],
    served: true,
  },
  /** What the mediator records of a session, with those present: behind the wall, the mediators' alone. */
  WALL: {
    seal: 'NONE',
    volume: 'SUB',
    drafters: ['mediator'],
    signers: ['mediator'],
    fourEyes: false,
    readers: ['mediator'],
    served: false,
  },
  /** What the house records; whoever records it signs it. */
  RECORD: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: MEDIATING,
    signers: MEDIATING,
    fourEyes: false,
    readers: HOUSE,
    served: false,
  },
  /** What parties sign: prepared by them or for them, kept as signed. */
  PARTY: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: ['applicant', ...MEDIATING],
    signers: ['applicant', ...MEDIATING],
    fourEyes: false,
    readers: HOUSE,
    served: false,
  },
  /** Internal, passed by the head of the centre. The 副卷 of a mediation is what is behind the wall, so it is none. */
  INTERNAL: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: MEDIATING,
    signers: ['centre_manager'],
    fourEyes: true,
    readers: HOUSE,
    served: false,
  },
} as const satisfies Record<string, Manner>;

/** A paper of the mediation from what is peculiar to it. */
export const paper = paperOf<keyof typeof MANNERS>(MANNERS);

/** Who reads how a mediation ended. */
export const RESULT_READERS = WITH_INSTITUTION;
