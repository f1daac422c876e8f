import type { CalendarDate, Id, RoleCode } from '@app/kernel';

/**
 * A procedure as data: its states, and the table of its transitions. One engine runs every procedure; the diagrams and
 * tables in `docs/procedures/` are made from the same data.
 */
export interface Procedure<F extends CaseFacts = CaseFacts, S extends string = string> {
  readonly code: ProcedureCode;
  /** 行政复议, 行政争议调解, 领导包案. */
  readonly name: string;
  readonly initial: S;
  readonly states: Readonly<Record<S, StateInfo>>;
  readonly transitions: readonly Transition<F, S>[];
}

export type ProcedureCode = 'reconsideration' | 'mediation' | 'ownership';

export interface StateInfo {
  /** Chinese name of the state. */
  readonly name: string;
  /** False once nothing more is to be done in this procedure. */
  readonly open: boolean;
}

/** What every procedure's guards may look at; each procedure adds its own. Loaded under the case lock. */
export interface CaseFacts {
  readonly caseId: Id;
  readonly disputeId: Id;
  readonly state: string;
  readonly handlerId: Id | null;
  /** The case's clocks, all states. */
  readonly clocks: readonly ClockFact[];
}

export interface ClockFact {
  readonly rule: string;
  readonly state: 'RUNNING' | 'SUSPENDED' | 'MET' | 'CANCELLED';
  readonly startsOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** The due date before it was rolled past days off. */
  readonly rawDueOn: CalendarDate;
}

/** The moment a guard is judged: today, who asks in which roles, and the input, which is absent while actions are only listed. */
export interface Moment<I> {
  readonly today: CalendarDate;
  readonly actorId: Id;
  /** Set by the judgement: for what one role may decide and another may not. */
  readonly roles?: ReadonlySet<RoleCode>;
  readonly input: I;
}

/**
 * A condition of a transition. `holds` is a pure function of facts. A guard `onInput` is judged only when the
 * transition is performed, the others also when the case's actions are listed (then `moment.input` is `{}`).
 */
export interface Guard<F, I extends object = object> {
  /** `<lib>.<kebab>`, stable. */
  readonly code: string;
  /** Chinese: the refusal, and what would satisfy it. */
  readonly detail: string;
  /** Law and article, e.g. `复议法 2023 第31条第1款`; ends with `[L]` for local practice. */
  readonly article: string;
  readonly onInput?: boolean;
  holds(facts: F, moment: Moment<I>): boolean;
}

/** Something a transition does to the case's clocks. Dates are legal days; `rule` is a clock rule's code. */
export interface ClockEffect<F, I extends object = object> {
  readonly do: 'start' | 'meet' | 'cancel' | 'suspend' | 'resume' | 'extend' | 'convert';
  /** Clock rule; `*` is every open clock of the case (not for start and extend). */
  readonly rule: string;
  /** Left out when it does not hold. */
  when?(facts: F, moment: Moment<I>): boolean;
  /** start: day 0 of the period; suspend: first day not counted; resume: first day counted again. Default today. */
  on?(facts: F, moment: Moment<I>): CalendarDate;
  /** start, meet, cancel: the party, or the thing, whose own period it is, where each has one. */
  concerns?(facts: F, moment: Moment<I>): Id | undefined;
  /** start, convert: the variant of the rule, e.g. `SIMPLIFIED`. */
  variant?(facts: F, moment: Moment<I>): string | undefined;
  /** start: a length the law leaves to the organ, in the rule's unit; extend: calendar days. */
  amount?(facts: F, moment: Moment<I>): number | undefined;
}

/**
 * One row of a procedure's table; `I` is the class of its input. Functions are methods, so that rows of different
 * inputs fit one table.
 */
export interface Transition<F extends CaseFacts = CaseFacts, S extends string = string, I extends object = object> {
  /** `RC-03`; rows share a code when one step of the law has variants. */
  readonly code: string;
  /** Stable kebab-case name, unique in its procedure; the last part of the action's URL. */
  readonly name: string;
  /** Chinese name of the step, as on a button. */
  readonly label: string;
  readonly from: readonly S[];
  /** The next state; `null` to stay; or one of several, by facts and input. */
  readonly to: S | null | Choice<F, S, I>;
  /** Who performs it. `case_handler`, `mediator`, `case_leader`, `unit_leader` mean those of this very case. */
  readonly roles: readonly RoleCode[];
  /** Who may propose it, and the roles that must pass the proposal, in order, before one of `roles` performs it. */
  readonly proposal?: { readonly by: readonly RoleCode[]; readonly reviewers: readonly RoleCode[] };
  readonly guards: readonly Guard<F, I>[];
  /** Input class, validated (class-validator) before the guards; absent if the step needs no data. */
  readonly input?: new () => I;
  readonly clocks?: readonly ClockEffect<F, I>[];
  /** 文书 this step produces or receives, by name. */
  readonly documents: readonly string[];
  readonly article: string;
  /** The clock rule whose expiry makes the system perform this step. */
  readonly onExpiryOf?: string;
  /** The step is a review opinion (审批) to be kept: it passes or returns. The input then has `opinion: string`. */
  readonly review?: 'pass' | 'return';
  /** Plain Chinese sentence for the case's history; default is the label. No personal data. */
  sentence?(facts: F, moment: Moment<I>): string;
}

export interface Choice<F, S extends string, I extends object> {
  readonly among: readonly S[];
  choose(facts: F, moment: Moment<I>): S;
}
