import { itemsOfStep, step } from '@app/cases';
import { ADOPTIONS } from '../../domain/decision/inputs.js';
import type { PaperCase } from './paper-case.js';
import type { ValuesOf } from './steps-of-case.js';
import { decisionName, effectiveOn, serviceLines } from './words-of-case.js';

function committeeView({ draft }: PaperCase): string | undefined {
  const adoption = ADOPTIONS[draft?.content['committeeAdoption'] as keyof typeof ADOPTIONS] as string | undefined;
  const reason = draft?.content['committeeReason'];
  return adoption && (typeof reason === 'string' ? `${adoption}：${reason}` : adoption);
}

const withdrawnOn = (of: PaperCase): unknown => step(of, 'file-withdrawal')['receivedOn'];

const servedOnRespondent = (of: PaperCase): unknown =>
  of.services.find((each) => each.document === 'DECISION' && each.recipientId === of.respondent?.id)?.servedOn;

export const ENDING_VALUES: Readonly<Record<string, ValuesOf>> = {
  R21: (of) => {
    const { ground, failed, explainedOn, reason } = step(of, 'dismiss');
    return { dismissalGround: ground, failed, explainedOn, reasoning: reason };
  },
  R23: (of) => ({ terms: itemsOfStep(of, 'conclude-mediation', 'terms'), factsFound: of.facts }),
  'R24-PERMIT': (of) => ({ withdrawnOn: withdrawnOn(of) }),
  'R24-TERMINATION': (of) => ({ withdrawnOn: withdrawnOn(of) }),
  'R24-TERMINATION-OTHER': (of) => ({
    terminationGround: step(of, 'terminate')['ground'],
    explanation: step(of, 'terminate')['reason'],
  }),
  'R24-WITHDRAWAL': (of) => ({
    reason: step(of, 'file-withdrawal')['reason'],
    signedOn: withdrawnOn(of) ?? step(of, 'withdraw-early')['receivedOn'],
  }),
  R25: (of) => ({ findings: itemsOfStep(of, 'issue-opinion-letter', 'content') }),
  R26: (of) => ({ problems: itemsOfStep(of, 'issue-suggestion', 'content') }),
  R27: (of) => {
    const { days, reason } = step(of, 'order-performance');
    return { servedOn: servedOnRespondent(of), duties: step(of, 'follow-up')['open'], days, default: reason };
  },
  'R27-CRITICISM': (of) => ({ default: step(of, 'criticise-respondent')['content'] }),
  'R27-TALK-RECORD': (of) => ({ transcript: step(of, 'interview-respondent')['content'] }),
  'R30-COPY': (of) => ({ effectiveOn: effectiveOn(of), outcome: decisionName(of) }),
  'R30-REFERRAL': (of) => ({ facts: step(of, 'refer-discipline')['reason'] }),
  'R31-CLOSING': (of) => ({
    concludedOn: of.application?.decidedOn,
    outcome: step(of, 'close')['summary'] ?? decisionName(of),
    serviceRecord: serviceLines(of).join('\n'),
  }),
  'R31-DECISION': (of) => ({ decisionKind: of.draft?.kind, committee: committeeView(of) }),
  'R31-REPORT': (of) => ({ reasoning: step(of, 'start-drafting')['report'] }),
};
