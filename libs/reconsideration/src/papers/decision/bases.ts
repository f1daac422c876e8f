import { law, regulation } from '../law.js';
import type { DecisionKind } from '../../domain/decision-kinds.js';

/** Kind, then ground: what the decision is based on. */
type Bases = { readonly [K in DecisionKind]: Readonly<Record<string, string>> };

const NO_REPLY = law(70);

/** The articles a decision cites, by its kind and ground; the grounds are those of `DECISION_KINDS`. */
export const BASES: Bases = {
  CHANGE: {
    CONTENT_INAPPROPRIATE: law(63, 1, 1),
    BASIS_MISAPPLIED: law(63, 1, 2),
    FACTS_CLARIFIED: law(63, 1, 3),
  },
  REVOKE: {
    FACTS_UNCLEAR: law(64, 1, 1),
    PROCEDURE_ILLEGAL: law(64, 1, 2),
    BASIS_ILLEGAL: law(64, 1, 3),
    POWER_EXCEEDED: law(64, 1, 4),
    NO_REPLY,
  },
  CONFIRM_ILLEGAL: {
    GREAT_HARM: law(65, 1, 1),
    SLIGHT_PROCEDURE: law(65, 1, 2),
    NOTHING_TO_REVOKE: law(65, 2, 1),
    ACT_CHANGED: law(65, 2, 2),
    PERFORMANCE_POINTLESS: law(65, 2, 3),
    NO_REPLY,
  },
  ORDER_PERFORM: { DUTY_NOT_PERFORMED: law(66), NO_REPLY },
  CONFIRM_INVALID: { NO_SUBJECT: law(67), NO_BASIS: law(67), OTHER_MAJOR: law(67), NO_REPLY },
  MAINTAIN: { LAWFUL: law(68) },
  REJECT_CLAIMS: {
    NO_SUCH_DUTY: law(69),
    PERFORMED_BEFORE: law(69),
    INVALIDITY_INSISTED: regulation(61, 1, 1),
    IMPOSSIBLE: regulation(61, 1, 2),
    CHANGE_WORSE: regulation(61, 1, 3),
  },
  AGREEMENT: {
    CONCLUDE: `${law(71, 1)}、${regulation(62, undefined, 1)}`,
    PERFORM: `${law(71, 1)}、${regulation(62, undefined, 2)}`,
    CHANGE_ILLEGAL: `${law(71, 1)}、${regulation(62, undefined, 3)}`,
    RESCIND: `${law(71, 1)}、${regulation(62, undefined, 4)}`,
    REMEDY: `${law(71, 1)}、${regulation(62, undefined, 5)}`,
    COMPENSATE: `${law(71, 2)}、${regulation(62, undefined, 5)}`,
  },
};
