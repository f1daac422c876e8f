import { DISTRICT, maySee, principalsOf } from '@app/cases';
import { holdsRole, type Actor, type Id } from '@app/kernel';
import { CHECKS } from './checks/index.js';

/** What of the findings an actor sees, as the first four parameters of a statement. */
export function sightOf(actor: Actor): [principals: Id[], personId: Id, all: boolean, technical: string[]] {
  const principals = principalsOf(actor);
  const technical = CHECKS.filter(
    ({ owner }) => typeof owner === 'string' && owner === 'sysadmin' && holdsRole(actor, owner),
  );
  return [principals, actor.personId, principals.includes(DISTRICT), technical.map((check) => check.code)];
}

/** SQL: he may see the dispute, or the person, that the finding `f` is about: what it is called may be shown. */
export const KNOWS = `(CASE WHEN f.dispute_id IS NULL THEN $3::boolean ELSE ${maySee('f.dispute_id', '$1', '$2')} END)`;

/**
 * SQL: he sees the finding `f`: he may see what it is about, or it is for the operators of the machinery, who see that it
 * is there and its ids.
 */
export const SEES = `(f.check_code = ANY($4::text[]) OR ${KNOWS})`;
