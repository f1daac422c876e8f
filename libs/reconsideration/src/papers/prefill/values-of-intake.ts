import { dueOn, fromStep, recordedOn, step } from '@app/cases';
import type { PaperCase } from './paper-case.js';
import type { ValuesOf } from './steps-of-case.js';

/** The items of the latest notice of a kind, or of the one that is proposed. */
const correctionItems = (of: PaperCase, kind: 'MATERIALS' | 'RESPONDENT'): readonly string[] =>
  of.corrections.filter((notice) => notice.kind === kind).at(-1)?.items ?? [];

export const INTAKE_VALUES: Readonly<Record<string, ValuesOf>> = {
  R03: (of) => ({ method: of.application?.method }),
  R04: (of) => ({ missingItems: correctionItems(of, 'MATERIALS') }),
  'R04-RESPONDENT': (of) => ({ reason: correctionItems(of, 'RESPONDENT').join('；') }),
  'R04-EXTENSION': (of) => ({
    ...fromStep('extend-correction', 'reason', 'days')(of),
    newDueOn: recordedOn(of, 'extend-correction') === undefined ? undefined : dueOn(of, 'RC_CORRECT'),
  }),
  R05: fromStep('refuse', 'failed', 'reason', 'competentAuthority'),
  'R30-NOT-HANDLED': (of) => ({ earlierNumber: step(of, 'decline-repeat')['earlierNumber'] }),
  'R31-ACCEPTANCE': (of) => ({ decideBy: dueOn(of, 'RC_REVIEW') }),
};
