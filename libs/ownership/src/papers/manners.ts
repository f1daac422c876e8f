import { paperOf, type Manner } from '@app/documents';
import type { RoleCode } from '@app/kernel';

const HEADS: readonly RoleCode[] = ['dept_head', 'institution_head', 'authority_head'];
/** Who reads the papers of a case that a leader owns; the unit's liaisons read what they write or is addressed to them. */
const OWNERS: readonly RoleCode[] = ['case_handler', ...HEADS, 'case_leader', 'unit_leader', 'archivist'];
/** Without the unit: what the bureau and the leaders keep to themselves. */
const LEADING: readonly RoleCode[] = ['case_handler', ...HEADS, 'case_leader', 'archivist'];
const BUREAU: readonly RoleCode[] = ['case_handler', 'dept_head', 'institution_head'];

/** Who answers for a paper of case ownership. All of it is the district's practice [L]. */
export const MANNERS = {
  /** The bureau's letters to units, under its seal; handed over through the system. */
  BUREAU: {
    seal: 'BUREAU',
    volume: 'MAIN',
    drafters: BUREAU,
    signers: ['institution_head', 'authority_head'],
    fourEyes: true,
    readers: OWNERS,
    served: false,
  },
  /** In the name of the district, under its seal. */
  AUTHORITY: {
    seal: 'AUTHORITY',
    volume: 'MAIN',
    drafters: BUREAU,
    signers: ['authority_head'],
    fourEyes: true,
    readers: OWNERS,
    served: false,
  },
  /** What the district approves, an annex of its notice. */
  ANNEX: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: BUREAU,
    signers: ['authority_head'],
    fourEyes: true,
    readers: OWNERS,
    served: false,
  },
  /** Forms of supervision: by the bureau, or by the leader who owns the case. */
  SUPERVISION: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: [...BUREAU, 'case_leader'],
    signers: [...BUREAU, 'case_leader'],
    fourEyes: false,
    readers: OWNERS,
    served: false,
  },
  /** What the responsible unit writes: its leader signs. */
  UNIT: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: ['unit_leader', 'dept_liaison'],
    signers: ['unit_leader'],
    fourEyes: false,
    readers: OWNERS,
    served: false,
  },
  /** What the leader who owns the case approves. */
  LEADER: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: [...BUREAU, 'unit_leader', 'dept_liaison'],
    signers: ['case_leader'],
    fourEyes: true,
    readers: OWNERS,
    served: false,
  },
  /** Internal, 副卷: passed by the heads in turn. */
  INTERNAL: {
    seal: 'NONE',
    volume: 'SUB',
    drafters: BUREAU,
    signers: ['institution_head', 'authority_head'],
    fourEyes: true,
    readers: LEADING,
    served: false,
  },
} as const satisfies Record<string, Manner>;

/** A paper of case ownership from what is peculiar to it. */
export const paper = paperOf<keyof typeof MANNERS>(MANNERS);

/** What all of it is made by. */
export const NOTICE = '余杭区领导包案化解通知 [L]';
