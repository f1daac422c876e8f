import { ROLES } from '@app/kernel';
import type { CaseFacts, Procedure, StateInfo, Transition } from './procedure.js';

type AnyTransition<F extends CaseFacts, S extends string> = Transition<F, S>;

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const CODE = /^[A-Z]{2}-\d{2}[a-z]?$/;
const GUARD_CODE = /^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The boot check of a procedure's table: what the type of the table cannot say.
 * @throws Error listing every fault: names used twice, unknown or unreachable states, malformed codes, empty words
 */
export function validateProcedure<F extends CaseFacts, S extends string>(procedure: Procedure<F, S>): void {
  const faults = [
    ...faultsOfStates(procedure),
    ...faultsOfNames(procedure.transitions),
    ...procedure.transitions.flatMap((transition) => faultsOfTransition(procedure, transition)),
  ];
  if (faults.length > 0) throw new Error(`procedure ${procedure.code} is not sound:\n  ${faults.join('\n  ')}`);
}

/** The states a transition may lead to; its own `from` states if it stays. */
export function targetsOf<F extends CaseFacts, S extends string>(transition: AnyTransition<F, S>): readonly S[] {
  const { to } = transition;
  if (to === null) return transition.from;
  return typeof to === 'object' ? to.among : [to];
}

function stateTable<F extends CaseFacts, S extends string>(procedure: Procedure<F, S>): Map<string, StateInfo> {
  return new Map(Object.entries<StateInfo>(procedure.states));
}

function faultsOfStates<F extends CaseFacts, S extends string>(procedure: Procedure<F, S>): string[] {
  const states = stateTable(procedure);
  if (!states.has(procedure.initial)) return [`initial state ${procedure.initial} is unknown`];
  const reached = reachable(procedure);
  const faults: string[] = [];
  for (const [state, info] of states) {
    if (!reached.has(state)) faults.push(`state ${state} is unreachable`);
    if (!info?.name) faults.push(`state ${state} has no name`);
  }
  return faults;
}

function reachable<F extends CaseFacts, S extends string>(procedure: Procedure<F, S>): Set<string> {
  const reached = new Set<string>([procedure.initial]);
  const add = (transition: AnyTransition<F, S>): void => {
    for (const target of targetsOf(transition)) reached.add(target);
  };
  procedure.transitions.filter((transition) => transition.from.length === 0).forEach(add);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    procedure.transitions.filter((transition) => transition.from.some((from) => reached.has(from))).forEach(add);
  }
  return reached;
}

function faultsOfNames<F extends CaseFacts, S extends string>(transitions: readonly AnyTransition<F, S>[]): string[] {
  const names = transitions.map((transition) => transition.name);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const opening = transitions.some((transition) => transition.from.length === 0);
  return [
    ...[...twice].map((name) => `transition name ${name} is used twice`),
    ...(opening ? [] : ['no transition opens the case']),
  ];
}

function faultsOfTransition<F extends CaseFacts, S extends string>(
  procedure: Procedure<F, S>,
  transition: AnyTransition<F, S>,
): string[] {
  const states = stateTable(procedure);
  const roles = [...transition.roles, ...(transition.proposal?.by ?? []), ...(transition.proposal?.reviewers ?? [])];
  const checks: [fault: boolean, words: string][] = [
    [!NAME.test(transition.name), 'name is not kebab-case'],
    [!CODE.test(transition.code), `code ${transition.code} is malformed`],
    [!transition.label.trim(), 'label is empty'],
    [!transition.article.trim(), 'article is empty'],
    [transition.roles.length === 0, 'nobody may perform it'],
    [transition.proposal?.by.length === 0, 'nobody may propose it'],
    [transition.from.length === 0 && transition.to === null, 'it opens a case without a state'],
    [transition.onExpiryOf !== undefined && !transition.roles.includes('system'), 'its timer may not perform it'],
    ...roles.map((role): [boolean, string] => [!(role in ROLES), `role ${role} is unknown`]),
    ...[...transition.from, ...targetsOf(transition)].map((state): [boolean, string] => [
      !states.has(state),
      `state ${state} is unknown`,
    ]),
    ...faultsOfGuards(transition),
  ];
  return checks.filter(([fault]) => fault).map(([, words]) => `${transition.name}: ${words}`);
}

function faultsOfGuards<F extends CaseFacts, S extends string>(transition: AnyTransition<F, S>): [boolean, string][] {
  return transition.guards.flatMap((guard): [boolean, string][] => [
    [!GUARD_CODE.test(guard.code), `guard code ${guard.code} is malformed`],
    [!guard.detail.trim(), `guard ${guard.code} has no detail`],
    [!guard.article.trim(), `guard ${guard.code} has no article`],
  ]);
}
