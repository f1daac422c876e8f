import { notShutOut } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { daysBetween, DomainError, personsOf, type Actor, type Id, type Page, type RoleCode } from '@app/kernel';
import { Database, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SESSION_MODES, type SessionMode } from '../domain/sittings/inputs.js';
import type { ListSessionsRequest, SessionListItem } from './sessions.dto.js';

const STATES = { PLANNED: '待举行', HELD: '已举行', CANCELLED: '已取消' } as const;
const LONGEST = 92;

interface Row extends Omit<SessionListItem, 'stateName' | 'modeName' | 'mediators'> {
  state: keyof typeof STATES;
  mode: SessionMode;
  mediatorIds: Id[];
}

/** The diary of sessions. */
@Injectable()
export class SessionQueries {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
  ) {}

  /**
   * A mediator's own; a chair's, those of his committee; a liaison's, those to which his organ is invited; the centre's,
   * all. Whoever decides elsewhere is told the result of a mediation; its days are no secret, but not his diary.
   * @throws DomainError request.invalid if the days are the wrong way round, or too many
   */
  async list(actor: Actor, request: ListSessionsRequest): Promise<Page<SessionListItem>> {
    mustBeShort(request);
    const scope = [request.from, request.to, ...scopeOf(actor)];
    const { page, size } = request;
    return this.database.transaction(async (tx) => {
      const [rows, [count]] = await Promise.all([
        sql<Row>(tx, `${SELECT} ${FROM} ${WHERE} ${ORDER} LIMIT $8 OFFSET $9`, [...scope, size, (page - 1) * size]),
        sql<{ n: number }>(tx, `SELECT count(*)::int AS n ${FROM} ${WHERE}`, scope),
      ]);
      const names = await this.directory.names([...new Set(rows.flatMap((row) => row.mediatorIds))], tx);
      return { items: rows.map((row) => itemOf(row, names)), page, size, total: count?.n ?? 0, totalIsCapped: false };
    });
  }
}

/** Person, whether all, organs whose chair, organs whose liaison he is, and for whom he stands; of the absent too. */
function scopeOf(actor: Actor): unknown[] {
  const posts = [...actor.posts, ...(actor.coveredPosts ?? [])];
  const organsAs = (role: RoleCode) => posts.filter((post) => post.role === role).map((post) => post.organId);
  const centre = actor.posts.some(({ role }) => role === 'centre_staff' || role === 'centre_manager');
  return [actor.personId, centre, organsAs('committee_chair'), organsAs('dept_liaison'), personsOf(actor)];
}

function itemOf({ mediatorIds, ...row }: Row, names: ReadonlyMap<Id, string>): SessionListItem {
  return {
    ...row,
    stateName: STATES[row.state],
    modeName: SESSION_MODES[row.mode],
    mediators: mediatorIds.map((id) => names.get(id) ?? ''),
  };
}

function mustBeShort({ from, to }: ListSessionsRequest): void {
  if (from <= to && daysBetween(from, to) <= LONGEST) return;
  const detail = `结束日期不能早于开始日期，也不能晚于其后${LONGEST}日。`;
  throw new DomainError('request.invalid', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: '#/to', code: 'outOfRange', detail }],
  });
}

const SELECT = `SELECT s.id, s.case_id AS "caseId", c.number AS "caseNumber", s.state, s.held_on AS "on", s.starts_at AS "from",
  s.ends_at AS "until", s.mode, s.place, s.online_link AS "onlineLink", s.note,
  ARRAY(SELECT i.invitee_id FROM mediation.session_invitee i WHERE i.session_id = s.id AND i.kind = 'MEDIATOR'
    ORDER BY i.invitee_id) AS "mediatorIds"`;
const FROM = 'FROM mediation.session s JOIN cases.case_file c ON c.id = s.case_id';
const WHERE = `WHERE s.held_on BETWEEN $1 AND $2 AND ${notShutOut('c.dispute_id', '$3')} AND ($4
  OR EXISTS (SELECT 1 FROM mediation.assigned_mediator m
    WHERE m.case_id = s.case_id AND m.person_id = ANY ($7::uuid[]) AND m.ended_on IS NULL)
  OR EXISTS (SELECT 1 FROM mediation.mediation m WHERE m.case_id = s.case_id AND m.committee_id = ANY ($5::uuid[]))
  OR EXISTS (SELECT 1 FROM mediation.session_invitee i
    WHERE i.session_id = s.id AND i.kind = 'PARTY' AND i.invitee_id = ANY ($6::uuid[])))`;
const ORDER = `ORDER BY s.held_on, s.starts_at NULLS FIRST, s.id`;
