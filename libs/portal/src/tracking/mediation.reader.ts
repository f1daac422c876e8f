import { AuditQueries } from '@app/audit';
import { disputeFacts, Procedures } from '@app/cases';
import { dayOf, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mediationToldOf, mediationWords } from '../domain/mediation-words.js';
import type { MediationView, ToldView } from './track.dto.js';

/** What the detail of a mediation answers to an applicant: his own side of the wall. */
interface Seen {
  sessions: {
    state: string;
    heldOn: CalendarDate;
    startsAt: string | null;
    endsAt: string | null;
    mode: string;
    place: string;
    onlineLink: string | null;
  }[];
  proposals: {
    bySide: string;
    offer: string;
    amountFen: number | null;
    madeOn: CalendarDate;
    putOn: CalendarDate | null;
  }[];
}

const SESSION_STATES: Readonly<Record<string, string>> = { PLANNED: '待举行', HELD: '已举行', CANCELLED: '已取消' };
const PROPOSERS: Readonly<Record<string, string>> = {
  APPLICANT: '申请人一方',
  RESPONDENT: '被申请人一方',
  THIRD_PARTY: '第三人',
  MEDIATOR: '调解员',
};

/** The mediation of a dispute, as its applicant may know it: the procedure itself decides what that is. */
@Injectable()
export class MediationReader {
  constructor(
    private readonly procedures: Procedures,
    private readonly audit: AuditQueries,
  ) {}

  /** The last one; null if there was none. */
  async of(tx: Tx, disputeId: Id): Promise<MediationView | null> {
    const file = (await disputeFacts(tx, disputeId)).cases.filter((each) => each.procedure === 'mediation').at(-1);
    if (!file) return null;
    const roles = new Set(['applicant'] as const);
    const seen = (await this.procedures.get('mediation').detail(tx, { caseId: file.id, disputeId, roles })) as Seen;
    const [row] = await sql<{ number: string }>(tx, 'SELECT number FROM cases.case_file WHERE id = $1', [file.id]);
    return {
      number: row!.number,
      state: file.state,
      ...mediationWords(file.state),
      sessions: seen.sessions.map(sessionView),
      proposals: seen.proposals.map(({ bySide, offer, amountFen, madeOn, putOn }) => ({
        by: PROPOSERS[bySide] ?? bySide,
        offer,
        amountFen,
        on: putOn ?? madeOn,
      })),
      history: await this.history(tx, disputeId, file.id),
    };
  }

  private async history(tx: Tx, disputeId: Id, caseId: Id): Promise<ToldView[]> {
    const trail = await this.audit.trail(tx, disputeId);
    return trail
      .filter((entry) => entry.subjectId === caseId)
      .flatMap(({ at, action }) => {
        const sentence = mediationToldOf(action);
        return sentence === undefined ? [] : [{ on: dayOf(at), sentence }];
      });
  }
}

function sessionView({ state, heldOn, startsAt, endsAt, mode, place, onlineLink }: Seen['sessions'][number]) {
  return {
    stateName: SESSION_STATES[state] ?? state,
    on: heldOn,
    from: startsAt,
    until: endsAt,
    isOnline: mode === 'ONLINE',
    place,
    onlineLink: state === 'PLANNED' ? onlineLink : null,
  };
}
