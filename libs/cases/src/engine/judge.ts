import { ROLES, type RoleCode } from '@app/kernel';
import type { CaseFacts, Moment, Procedure, Transition } from './procedure.js';

/** Why a step may not be taken: a stable code, a Chinese sentence saying what would help, law and article. */
export interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly article: string;
}

/** The answer on one transition. `permitted` means: no refusal. */
export interface Judgement<F extends CaseFacts = CaseFacts, S extends string = string> {
  readonly transition: Transition<F, S>;
  readonly permitted: boolean;
  /** All reasons against it: the role first, then the state or else the guards in the table's order. */
  readonly refusals: readonly Refusal[];
}

/**
 * Whether `roles` may take the transitions of `state`. The list of actions, the refusals of the API and the generated
 * tests all come from here.
 *
 * Without `only` it answers for every transition that leaves `state`, and skips guards on input. With `only` it answers
 * for the transition of that name whatever the state, guards on input included; an unknown name gives an empty list.
 * A case that is being opened has the state `''`, in which the transitions with an empty `from` stand.
 */
export function judge<F extends CaseFacts, S extends string>(
  procedure: Procedure<F, S>,
  state: string,
  roles: ReadonlySet<RoleCode>,
  facts: F,
  moment: Moment<object>,
  only?: string,
): Judgement<F, S>[] {
  return procedure.transitions
    .filter((transition) => (only === undefined ? leaves(transition, state) : transition.name === only))
    .map((transition) => {
      const refusals = [
        ...refusedRole(transition, roles),
        ...(leaves(transition, state)
          ? refusedGuards(transition, facts, { ...moment, roles }, only !== undefined)
          : [illegal(procedure, transition, state)]),
      ];
      return { transition, permitted: refusals.length === 0, refusals };
    });
}

function leaves<F extends CaseFacts, S extends string>(transition: Transition<F, S>, state: string): boolean {
  return transition.from.length === 0 ? state === '' : transition.from.some((from) => from === state);
}

function refusedRole<F extends CaseFacts, S extends string>(
  transition: Transition<F, S>,
  roles: ReadonlySet<RoleCode>,
): Refusal[] {
  if (transition.roles.some((role) => roles.has(role))) return [];
  const names = transition.roles.map((role) => ROLES[role]).join('或');
  return [
    { code: 'cases.role-required', detail: `“${transition.label}”应由${names}办理。`, article: transition.article },
  ];
}

function refusedGuards<F extends CaseFacts, S extends string>(
  transition: Transition<F, S>,
  facts: F,
  moment: Moment<object>,
  withInput: boolean,
): Refusal[] {
  return transition.guards
    .filter((guard) => (withInput || !guard.onInput) && !guard.holds(facts, moment))
    .map(({ code, detail, article }) => ({ code, detail, article }));
}

function illegal<F extends CaseFacts, S extends string>(
  procedure: Procedure<F, S>,
  transition: Transition<F, S>,
  state: string,
): Refusal {
  const names = transition.from.map((from) => `“${procedure.states[from].name}”`).join('、');
  const now = state === '' ? '立案前' : `“${nameOf(procedure, state)}”`;
  const when = transition.from.length === 0 ? '开启案件时' : `${names}状态下`;
  return {
    code: 'cases.illegal-transition',
    detail: `案件现处于${now}，“${transition.label}”只能在${when}办理。`,
    article: transition.article,
  };
}

function nameOf<F extends CaseFacts, S extends string>(procedure: Procedure<F, S>, state: string): string {
  return (procedure.states as Readonly<Record<string, { name: string } | undefined>>)[state]?.name ?? state;
}
