import type { PaperTag } from '@app/service-of-process';

/** As what a kind of paper is served; the register knows kinds of its own, by what follows from their service. */
const TAGS: Readonly<Record<string, PaperTag>> = {
  R04: 'CORRECTION_NOTICE',
  'R04-RESPONDENT': 'CORRECTION_NOTICE',
  R05: 'REFUSAL',
  R06: 'ACCEPTANCE_NOTICE',
  'R06-DEEMED': 'ACCEPTANCE_NOTICE',
  R07: 'COPY',
  R08: 'PARTICIPATION_NOTICE',
  R10: 'HEARING_NOTICE',
  R15: 'EXTENSION_NOTICE',
  R16: 'SUSPENSION_NOTICE',
  R17: 'RESUMPTION_NOTICE',
  R21: 'DISMISSAL',
  R23: 'MEDIATION_STATEMENT',
  'R24-TERMINATION': 'TERMINATION',
  'R24-TERMINATION-OTHER': 'TERMINATION',
  R25: 'OPINION',
  R27: 'PERFORMANCE_ORDER',
};

/** The tag under which papers of a kind stand in the register of service. */
export function tagOf(kindCode: string): PaperTag {
  return TAGS[kindCode] ?? (kindCode.startsWith('R22-') ? 'DECISION' : 'NOTICE');
}
