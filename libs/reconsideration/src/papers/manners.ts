import { paperOf, type Manner } from '@app/documents';
import type { RoleCode } from '@app/kernel';

/** Whoever works on a case may draft its papers. */
export const OFFICERS: readonly RoleCode[] = ['intake_officer', 'case_handler', 'panel_member'];

/** Who answers for a paper. Which post signs what within an organ is local practice [L]. */
export const MANNERS = {
  /** The institution's notices: its head signs, the 行政复议专用章 is affixed. */
  INSTITUTION: {
    seal: 'SPECIAL',
    volume: 'MAIN',
    drafters: OFFICERS,
    signers: ['institution_head'],
    fourEyes: true,
    served: true,
  },
  /** In the authority's name, under its seal. */
  AUTHORITY: {
    seal: 'AUTHORITY',
    volume: 'MAIN',
    drafters: OFFICERS,
    signers: ['authority_head'],
    fourEyes: true,
    served: true,
  },
  /** What officers record: they sign themselves, with those present. */
  RECORD: { seal: 'NONE', volume: 'MAIN', drafters: OFFICERS, signers: OFFICERS, fourEyes: false, served: false },
  /** What parties sign: prepared by them or for them, kept as signed. */
  PARTY: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: ['applicant', ...OFFICERS],
    signers: ['applicant', ...OFFICERS],
    fourEyes: false,
    served: false,
  },
  /** Internal, 副卷: passed by the heads in turn. */
  INTERNAL: {
    seal: 'NONE',
    volume: 'SUB',
    drafters: OFFICERS,
    signers: ['dept_head', 'institution_head', 'authority_head'],
    fourEyes: true,
    served: false,
  },
} as const satisfies Record<string, Manner>;

/** A paper of the reconsideration from what is peculiar to it. */
export const paper = paperOf(MANNERS);
