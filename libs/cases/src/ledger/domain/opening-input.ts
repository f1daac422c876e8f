import type { CalendarDate } from '@app/kernel';
import type { ProcedureCode } from '../../engine/procedure.js';
import type { Route } from './read-row.js';

/** The opening step of a row that says how its dispute is handled; the procedure's guards judge it. */
export function openingOf(
  route: Exclude<Route, 'REGISTER'>,
  dispute: { receivedOn: CalendarDate; channel: string; claims: string },
): { procedure: ProcedureCode; input: Record<string, unknown> } {
  const { receivedOn } = dispute;
  if (route === 'RECONSIDERATION') {
    const online = dispute.channel === 'ONLINE';
    const byPost = dispute.channel === 'LETTER';
    const method = online ? 'ONLINE' : byPost ? 'POST' : 'IN_PERSON';
    return {
      procedure: 'reconsideration',
      input: { method, receivedOn, ...(byPost ? { postmarkedOn: receivedOn } : {}) },
    };
  }
  return {
    procedure: 'mediation',
    input: { stage: 'DEPARTMENT', source: 'PARTY', receivedOn, major: false, request: dispute.claims.slice(0, 1000) },
  };
}
