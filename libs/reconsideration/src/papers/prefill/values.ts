import { ADOPTIONS } from '../../domain/decision/inputs.js';
import type { PaperCase } from './paper-case.js';
import { actOf, clockOf, decisionName, dueOn, itemsOf, partiesOf, partyLines, serviceLines } from './words-of-case.js';

/** Characters of an item of a list on paper. */
const LONGEST_ITEM = 2000;

type Values = Readonly<Record<string, unknown>>;
const names = (of: PaperCase, role: 'APPLICANT' | 'THIRD_PARTY'): string[] => partiesOf(of, role).map((p) => p.name);

/** What means the same on every paper, by the names of fields. */
export function ofCase(of: PaperCase): Values {
  const { application } = of;
  return {
    caseNo: of.number,
    authority: of.authority,
    respondent: of.respondent?.name,
    applicants: names(of, 'APPLICANT'),
    act: actOf(of),
    parties: partyLines(of),
    claims: claimsOf(of),
    facts: of.facts,
    applicantArgues: of.facts,
    knownOn: of.act.knownOn,
    representatives: of.parties.filter((p) => p.role === 'APPLICANT' && p.isRepresentative).map((p) => p.name),
    receivedOn: application?.receivedOn,
    appliedOn: application?.filedOn,
    acceptedOn: application?.acceptedOn,
    track: application?.track,
    simplifiedGround: application?.simplifiedGround,
    suspendedFrom: application?.suspendedOn ?? recordedOn(of, 'suspend'),
    decideBy: dueOn(of, 'RC_DECIDE'),
    officers: of.officers,
    officer: of.officers[0],
    ...draftOf(of),
  };
}

/** A claim longer than a paper's item may be is left to the drafter. */
function claimsOf(of: PaperCase): string[] {
  const items = itemsOf(of.claims);
  return items.every((item) => item.length <= LONGEST_ITEM) ? items : [];
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

const step = (of: PaperCase, name: string): Values => of.steps[name] ?? {};
const recordedOn = (of: PaperCase, name: string): unknown => step(of, name)['recordedOn'];

/** A reason and what it is for, of a step done or proposed. */
const reasonAndDays = (of: PaperCase, name: string): Values => ({
  reason: step(of, name)['reason'],
  days: step(of, name)['days'],
});

/** The two due days of an extension: once it is made, the clock shows the later; before, the earlier. */
function extensionDays(of: PaperCase): Values {
  const due = dueOn(of, 'RC_DECIDE');
  return recordedOn(of, 'extend') === undefined ? { originalDueOn: due } : { newDueOn: due };
}

const extension = (of: PaperCase): Values => ({ ...reasonAndDays(of, 'extend'), ...extensionDays(of) });

const suspension = (of: PaperCase): Values => ({
  ground: step(of, 'suspend')['ground'],
  explanation: step(of, 'suspend')['explanation'],
});

function committeeView({ draft }: PaperCase): string | undefined {
  const adoption = ADOPTIONS[draft?.content['committeeAdoption'] as keyof typeof ADOPTIONS] as string | undefined;
  const reason = draft?.content['committeeReason'];
  return adoption && (typeof reason === 'string' ? `${adoption}：${reason}` : adoption);
}

const lastItems = (of: PaperCase, kind: 'MATERIALS' | 'RESPONDENT'): readonly string[] | undefined =>
  of.corrections.findLast((notice) => notice.kind === kind)?.items;

/** What is peculiar to a kind, where a field's name means different things on different papers. */
const OWN: Readonly<Record<string, (of: PaperCase) => Values>> = {
  R03: (of) => ({ method: of.application?.method }),
  R04: (of) => ({ missingItems: lastItems(of, 'MATERIALS') ?? step(of, 'notify-correction')['items'] }),
  'R04-RESPONDENT': (of) => ({ reason: lastItems(of, 'RESPONDENT')?.join('；') }),
  'R04-EXTENSION': (of) => ({
    ...reasonAndDays(of, 'extend-correction'),
    newDueOn: recordedOn(of, 'extend-correction') === undefined ? undefined : dueOn(of, 'RC_CORRECT'),
  }),
  R05: (of) => {
    const { failed, reason, competentAuthority } = step(of, 'refuse');
    return { failed, reason, competentAuthority };
  },
  'R30-NOT-HANDLED': (of) => ({ earlierNumber: step(of, 'decline-repeat')['earlierNumber'] }),
  'R24-PERMIT': (of) => ({ withdrawnOn: step(of, 'withdraw-early')['receivedOn'] }),
  R09: (of) => ({ askers: of.officers }),
  R15: extension,
  R16: suspension,
  R17: (of) => ({
    explanation: step(of, 'resume')['explanation'],
    resumedOn: recordedOn(of, 'resume'),
    newDueOn: clockOf(of, 'RC_DECIDE')?.state === 'RUNNING' ? dueOn(of, 'RC_DECIDE') : undefined,
  }),
  R27: (of) => ({
    servedOn: of.services.find((s) => s.document === 'DECISION' && s.recipientId === of.respondent?.id)?.servedOn,
  }),
  'R30-INQUIRY': (of) => ({ askers: of.officers }),
  'R30-INSPECTION-RECORD': (of) => ({ inspectors: of.officers }),
  'R30-EXPLANATION': (of) => ({ explainers: of.officers }),
  'R31-ACCEPTANCE': (of) => ({ decideBy: dueOn(of, 'RC_REVIEW') }),
  'R31-CLOSING': (of) => ({
    concludedOn: of.application?.decidedOn,
    outcome: decisionName(of),
    serviceRecord: serviceLines(of).join('\n'),
  }),
  'R31-DECISION': (of) => ({ decisionKind: of.draft?.kind, committee: committeeView(of) }),
  'R31-EXTENSION': extension,
  'R31-REPORT': (of) => ({ reasoning: step(of, 'start-drafting')['report'] }),
  'R31-SUSPENSION': suspension,
  'R31-WORK-RECORD': (of) => ({ recorders: of.officers }),
};

/** Values of the fields of one kind; of a decision, the ground if it is the decision the draft proposes. */
export function ofKind(code: string, of: PaperCase): Values {
  const { draft } = of;
  if (draft && code === `R22-${draft.kind.replaceAll('_', '-')}`) return { ground: draft.ground };
  return OWN[code]?.(of) ?? {};
}
