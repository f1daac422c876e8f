import { dueOn, ofMatter, partiesOf, step, type Values } from '@app/cases';
import { itemsOf } from '@app/documents';
import { inChinese } from '@app/kernel';
import type { MediationCase, PaperObligation } from './mediation-case.js';

/** Where a filing period leads, and to whom. */
const WAYS: Readonly<Record<string, readonly [way: string, where: string]>> = {
  RC_APPLY: ['申请行政复议', '有管辖权的行政复议机关'],
  RC_APPLY_CAP: ['申请行政复议（最长期限）', '有管辖权的行政复议机关'],
  RC_APPLY_ABS: ['申请行政复议（最长期限）', '有管辖权的行政复议机关'],
  RC_SUE: ['对行政复议决定提起行政诉讼', '有管辖权的人民法院'],
  LT_FILE: ['提起行政诉讼', '有管辖权的人民法院'],
};

const periodsOf = ({ filingClocks }: MediationCase): string[][] =>
  filingClocks.flatMap((clock) => {
    const way = WAYS[clock.rule];
    return way ? [[way[0], inChinese(clock.dueOn), way[1]]] : [];
  });

const yuan = (fen: number | null): string => (fen === null ? '' : (fen / 100).toFixed(2));

const obligationRow = ({ obligor, content, dueOn: day, amountFen }: PaperObligation): string[] => [
  obligor,
  content,
  `${inChinese(day)}前`,
  '',
  yuan(amountFen),
];

const performanceRow = ({ obligor, content, dueOn: day, performedOn }: PaperObligation): string[] => [
  obligor,
  content,
  inChinese(day),
  performedOn === null ? '未履行' : inChinese(performedOn),
  '',
];

const owedLine = ({ obligor, content, dueOn: day, amountFen }: PaperObligation): string =>
  `${obligor}：${content}${amountFen === null ? '' : `（${yuan(amountFen)}元）`}，应于${inChinese(day)}前履行`;

/** The respondent organ; in a civil dispute the third parties. */
const othersOf = (of: MediationCase): string[] =>
  of.respondent ? [of.respondent.name] : partiesOf(of, 'THIRD_PARTY').map((party) => party.name);

const confirmedOf = ({ confirmation }: MediationCase): string | undefined =>
  confirmation?.paper ? `经${confirmation.court}司法确认，文号${confirmation.paper}` : undefined;

/** What means the same on every paper, by the names of fields. Nothing here comes from behind the wall. */
function ofCase(of: MediationCase): Values {
  const matter = ofMatter(of);
  return {
    ...matter,
    others: othersOf(of),
    dispute: matter['act'],
    request: itemsOf(of.request),
    centre: of.centre,
    committee: of.committee?.name,
    organisation: of.committee?.name ?? of.centre,
    assignee: of.committee?.name,
    recipient: of.committee?.name ?? of.centre,
    stage: of.stage,
    source: of.source,
    receivedOn: of.receivedOn,
    acceptedOn: of.acceptedOn,
    letterNumber: of.letterNumber,
    courtCaseNumber: of.courtCaseNumber,
    pendingNumber: of.courtCaseNumber,
    mediators: of.mediators,
    mediator: of.mediators[0],
    presiding: of.mediators.length > 1 ? of.mediators[0] : undefined,
    termEndsOn: dueOn(of, 'MD_TERM'),
    periods: periodsOf(of),
    effectiveOn: of.effectiveOn,
    court: of.confirmation?.court,
    confirmed: confirmedOf(of),
    pauseReason: of.pause.reason,
    pausedFrom: of.pause.from,
  };
}

type ValuesOf = (of: MediationCase) => Values;

const termsOf = ({ agreement }: MediationCase): string[] => (agreement === null ? [] : itemsOf(agreement.terms));

const sessionOf = ({ session }: MediationCase): Values =>
  session === null
    ? {}
    : { time: `${inChinese(session.heldOn)}${session.startsAt ?? ''}`, mode: session.mode, place: session.place };

const recusalOf = ({ recusal }: MediationCase): Values => recusal ?? {};

const ended = (of: MediationCase, name: string): Values => of.ending[name] ?? step(of, name);

/** What is peculiar to a kind, where a field's name means different things on different papers. */
const OWN: Readonly<Record<string, ValuesOf>> = {
  M08: (of) => ({ rejectionReason: ended(of, 'reject')['reason'], explanation: ended(of, 'reject')['explanation'] }),
  'M08-SOURCE': (of) => ({
    rejectionReason: ended(of, 'reject')['reason'],
    explanation: ended(of, 'reject')['explanation'],
  }),
  M09: (of) => ({
    returnReason: ended(of, 'return-unconsented')['reason'],
    explanation: ended(of, 'return-unconsented')['explanation'],
  }),
  M11: (of) => ({ dueOn: dueOn(of, 'MD_APPOINT') }),
  M12: (of) => ({ appointBy: dueOn(of, 'MD_APPOINT') }),
  M17: (of) => ({ ...recusalOf(of), mediator: of.recusal?.mediator }),
  M18: (of) => ({
    mediator: of.recusal?.mediator,
    raisedBy: of.recusal?.raisedBy,
    ground: of.recusal?.ground,
    recusal: of.recusal?.state,
    reason: of.recusal?.decision,
    replacements: of.recusal?.state === 'GRANTED' ? of.mediators : undefined,
  }),
  M19: sessionOf,
  'M19-CHANGE': (of) => ({
    change: of.session?.state === 'CANCELLED' ? 'CANCELLED' : 'MOVED',
    ...(of.session?.state === 'CANCELLED' ? { formerTime: sessionOf(of)['time'] } : sessionOf(of)),
    reason: of.session?.note,
  }),
  // The only paper that is filled from behind the wall.
  M20: (of) => ({ ...sessionOf(of), transcript: of.minutes }),
  M25: (of) => ({
    facts: of.agreement?.matter ?? of.facts,
    terms: termsOf(of),
    obligations: of.obligations.map(obligationRow),
    effect: of.stage === 'IN_RECONSIDERATION' ? 'RECONSIDERATION' : 'SIGNED',
    copies: partiesOf(of, 'APPLICANT').length + othersOf(of).length + 1,
  }),
  M26: (of) => ({ terms: termsOf(of) }),
  M28: (of) => ({ performance: of.obligations.map(performanceRow) }),
  M30: (of) => ({ unperformed: of.obligations.filter((each) => each.performedOn === null).map(owedLine) }),
  M37: (of) => ({ unperformed: of.obligations.filter((each) => each.performedOn === null).map(owedLine) }),
  M31: (of) => ({ terminationReason: ended(of, 'terminate')['reason'] }),
  M32: (of) => ({
    report: ended(of, 'return')['report'],
    undisputed:
      ended(of, 'return')['undisputedFactsConsented'] === true &&
      typeof ended(of, 'return')['undisputedFacts'] === 'string'
        ? itemsOf(ended(of, 'return')['undisputedFacts'] as string)
        : undefined,
  }),
  M34: (of) => ({
    result: of.ending['terminate'] ? 'TERMINATED' : of.agreement === null ? undefined : 'CLOSED_SUCCESS',
    terminationReason: ended(of, 'terminate')['reason'],
  }),
};

/** Values by the names of the fields of a kind. */
export const valuesOf = (code: string, of: MediationCase): Values => ({ ...ofCase(of), ...OWN[code]?.(of) });
