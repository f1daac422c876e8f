import { dueOn, ofMatter, partiesOf, type Values } from '@app/cases';
import type { PaperCase } from './paper-case.js';
import { lastSuspendedOn } from './steps-of-case.js';
import { ENDING_VALUES } from './values-of-ending.js';
import { INTAKE_VALUES } from './values-of-intake.js';
import { TRIAL_VALUES } from './values-of-trial.js';
import { effectivePaper } from './words-of-case.js';

/** What means the same on every paper, by the names of fields. */
export function ofCase(of: PaperCase): Values {
  const { application } = of;
  return {
    ...ofMatter(of),
    authority: of.authority,
    representatives: partiesOf(of, 'APPLICANT')
      .filter((party) => party.isRepresentative)
      .map((party) => party.name),
    applicantArgues: of.facts,
    knownOn: of.act.knownOn,
    receivedOn: application?.receivedOn,
    appliedOn: application?.filedOn,
    acceptedOn: application?.acceptedOn,
    track: application?.track,
    simplifiedGround: application?.simplifiedGround,
    effectivePaper: effectivePaper(of),
    suspendedFrom: application?.suspendedOn ?? lastSuspendedOn(of),
    decideBy: dueOn(of, 'RC_DECIDE'),
    officers: of.officers,
    officer: of.officers[0],
    ...draftOf(of),
  };
}

function draftOf({ draft }: PaperCase): Values {
  if (!draft) return {};
  const { content } = draft;
  const remake = content['remakeOrdered'] === true;
  return {
    compensation: content['compensation'],
    conclusion: content['conclusion'],
    remake: remake ? 'YES' : 'NO',
    // 条例 2026 第58条第1款: sixty days where no law sets others.
    remakeDays: remake ? (content['remakeDays'] ?? 60) : undefined,
    performDays: content['performDays'],
  };
}

/** What is peculiar to a kind, where a field's name means different things on different papers. */
const OWN = { ...INTAKE_VALUES, ...TRIAL_VALUES, ...ENDING_VALUES };

/** Values of the fields of one kind; of a decision, the ground if it is the decision the draft proposes. */
export function ofKind(code: string, of: PaperCase): Values {
  const { draft } = of;
  if (draft && code === `R22-${draft.kind.replaceAll('_', '-')}`) return { ground: draft.ground };
  return OWN[code]?.(of) ?? {};
}
