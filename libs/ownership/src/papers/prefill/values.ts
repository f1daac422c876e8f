import { dueOn, ofMatter, type Values } from '@app/cases';
import { inChinese, type CalendarDate } from '@app/kernel';
import { ELIGIBLE_TAGS, RISKS, type Risk } from '../../domain/facts.js';
import { STAGES } from '../../domain/listing/inputs.js';
import { TYPES } from '../../lists/entry.js';
import type { OwnershipCase } from './ownership-case.js';

const yuan = (fen: unknown): number | undefined => (typeof fen === 'number' && fen > 0 ? fen / 100 : undefined);
const yesNo = (value: unknown): 'YES' | 'NO' | undefined =>
  typeof value === 'boolean' ? (value ? 'YES' : 'NO') : undefined;

/** What means the same on every paper, by the names of fields. */
function ofCase(of: OwnershipCase): Values {
  const matter = ofMatter(of);
  return {
    ...matter,
    dispute: matter['act'],
    leader: of.leader,
    unit: of.unit.name,
    unitLeader: of.unitLeader,
    cooperating: of.cooperating,
    risk: of.risk,
    target: of.target,
    resolveBy: of.resolveBy,
    ...claimOf(of),
  };
}

function claimOf({ claim }: OwnershipCase): Values {
  if (claim === null) return {};
  const { kind, summary, amountFen, proofs, claimedOn } = claim;
  return { resolution: kind, summary, amount: yuan(amountFen), proofs, claimedOn };
}

/** A line of the list in the order of its columns. */
function listRow({ listed }: OwnershipCase): string[][] {
  if (listed === null) return [];
  const { serial, content: e } = listed;
  const sides = [...e.parties, ...(e.respondent === null ? [] : [`诉${e.respondent}`])];
  return [
    [
      String(serial),
      e.number,
      e.title,
      TYPES[e.type],
      sides.join('、'),
      [STAGES[e.stage as keyof typeof STAGES] as string | undefined, e.court].filter(Boolean).join(' '),
      e.focus ?? '',
      RISKS[e.risk as Risk],
      e.leader,
      [e.unit, ...e.cooperatingUnits].join('；配合：'),
      e.unitLeader,
      e.liaisons.join('、'),
      e.target,
      e.measures ?? '',
      inChinese(e.resolveBy),
    ],
  ];
}

function eligibilityOf({ tags, jointMeetingReason }: OwnershipCase): string | undefined {
  return jointMeetingReason === null ? Object.keys(ELIGIBLE_TAGS).find((tag) => tags.includes(tag)) : 'JOINT_MEETING';
}

interface PlannedStep {
  measure: string;
  responsible: string;
  dueOn: CalendarDate;
}

function planOf({ plan }: OwnershipCase): Values {
  if (plan === null) return {};
  const { facts, claim, legalView, options, budgetFen, steps, riskControl } = plan.content;
  const rows = ((steps as PlannedStep[] | undefined) ?? []).map((each) => [
    each.measure,
    each.responsible,
    inChinese(each.dueOn),
  ]);
  return { facts, claim, legalView, options, budget: yuan(budgetFen), steps: rows, riskControl };
}

/** The last report, if it was of this kind. */
const reportOf =
  (kind: string) =>
  ({ report }: OwnershipCase): Values =>
    report?.kind === kind
      ? {
          done: report.done,
          next: report.next,
          contacted: yesNo(report.partyContacted),
          reportedOn: report.reportedOn,
          heldOn: report.reportedOn,
        }
      : {};

function orderOf(of: OwnershipCase): Values {
  if (of.order === null) return {};
  const { number, reason, basis, demand, reply } = of.order;
  return { orderNo: number, reason, basis, demand, reply, replyBy: dueOn(of, 'CO_SUPERVISION') };
}

/** What was returned last, in the order of the course. */
function returnedOf({ claim, order, plan }: OwnershipCase): Values {
  if (claim !== null && (claim.outcome === 'FAILED' || claim.outcome === 'REFUSED'))
    return { returned: 'CLAIM', opinion: claim.signedOpinion ?? claim.checklist?.['opinion'] };
  if (order?.returned) return { returned: 'REPLY', opinion: order.returned };
  return plan?.state === 'RETURNED' ? { returned: 'PLAN', opinion: plan.opinion } : {};
}

function extensionOf({ extension, resolveBy }: OwnershipCase): Values {
  if (extension === null) return {};
  const granted = extension.state === 'GRANTED';
  return {
    days: extension.days,
    reason: extension.reason,
    ...(granted ? { newResolveBy: resolveBy, resolveBy: null } : {}),
  };
}

type ValuesOf = (of: OwnershipCase) => Values;

/** What is peculiar to a kind, where a field's name means different things on different papers. */
const OWN: Readonly<Record<string, ValuesOf>> = {
  C01: (of) => ({ entries: listRow(of), listNo: of.listed?.number }),
  C02: (of) => ({ eligibility: eligibilityOf(of), reason: of.jointMeetingReason }),
  C03: (of) => ({ acknowledgeBy: dueOn(of, 'CO_ACK'), planBy: dueOn(of, 'CO_PLAN') }),
  C05: planOf,
  C06: (of) => ({ submittedOn: of.plan?.submittedOn, summary: of.plan?.content['options'] }),
  C07: returnedOf,
  C08: reportOf('PROGRESS'),
  C09: reportOf('CONSULTATION'),
  C10: (of) => ({ ...reportOf('RECEPTION')(of), receiver: of.leader }),
  C11: orderOf,
  C12: orderOf,
  C14: extensionOf,
  C15: ({ handOver }) => ({
    changes: handOver?.changes,
    reason: handOver?.reason,
    handOver: handOver?.note,
    changedOn: handOver?.changedOn,
  }),
  C17: ({ claim }) => ({
    effective: yesNo(claim?.checklist?.['effective']),
    payment: claim?.checklist?.['payment'],
    partyConfirms: yesNo(claim?.checklist?.['partyConfirms']),
    contactedOn: claim?.checklist?.['contactedOn'],
    opinion: claim?.checklist?.['opinion'],
  }),
  C18: ({ closing }) => ({
    ground: closing?.['ground'],
    explanation: closing?.['explanation'],
    lessons: closing?.['lessons'],
  }),
  C19: (of) => ({ text: of.circular, cases: [`${of.act.name}争议（${of.number}）`] }),
  C20: ({ reopening }) => ({ ...reopening }),
};

/** Values by the names of the fields of a kind. */
export const valuesOf = (code: string, of: OwnershipCase): Values => ({ ...ofCase(of), ...OWN[code]?.(of) });
