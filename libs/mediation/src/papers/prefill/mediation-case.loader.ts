import { clockOf, PaperMatterLoader, type LoadedMatter, type Prefill } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { Clock, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CITIZEN_CLOCK_RULES } from '../../domain/facts.js';
import type { MediationCase } from './mediation-case.js';
import { prefill } from './prefill.js';

interface OwnRow extends Pick<
  MediationCase,
  'stage' | 'source' | 'receivedOn' | 'letterNumber' | 'courtCaseNumber' | 'request' | 'pause'
> {
  committeeId: Id | null;
  ending: MediationCase['ending'] | null;
}

interface RecusalRow extends Omit<NonNullable<MediationCase['recusal']>, 'mediator'> {
  mediatorId: Id;
}

interface AgreementRow extends NonNullable<MediationCase['agreement']> {
  effectiveOn: MediationCase['effectiveOn'];
}

interface ObligationRow extends Omit<MediationCase['obligations'][number], 'obligor'> {
  obligorId: Id;
}

/** Reads what papers about a mediation are prefilled from. Who may see the case is its caller's question. */
@Injectable()
export class MediationPaperCases {
  constructor(
    private readonly matters: PaperMatterLoader,
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  /** Data and addressees with which a paper of this kind begins. @throws DomainError cases.case.not-found */
  async prefill(kindCode: string, tx: Tx, caseId: Id): Promise<Prefill> {
    return prefill(kindCode, await this.load(tx, caseId));
  }

  /** @throws DomainError cases.case.not-found */
  async load(tx: Tx, caseId: Id): Promise<MediationCase> {
    const matter = await this.matters.load(tx, caseId, 'mediation');
    const [[own], mediators, [recusal], [agreement], [confirmation], obligations, [session], [held], centres] =
      await Promise.all([
        sql<OwnRow>(tx, OWN, [caseId]),
        sql<{ personId: Id }>(tx, MEDIATORS, [caseId]),
        sql<RecusalRow>(tx, RECUSAL, [caseId]),
        sql<AgreementRow>(tx, AGREEMENT, [caseId]),
        sql<NonNullable<MediationCase['confirmation']>>(tx, CONFIRMATION, [caseId]),
        sql<ObligationRow>(tx, OBLIGATIONS, [caseId]),
        sql<NonNullable<MediationCase['session']>>(tx, LAST_SESSION, [caseId]),
        sql<{ minutes: string }>(tx, MINUTES, [caseId]),
        this.directory.organsValidOn(this.clock.today(), { kinds: ['MEDIATION_CENTRE'] }, tx),
      ]);
    const { committeeId, ending, ...rest } = own!;
    const persons = mediators.map(({ personId }) => personId);
    const ids = [...persons, ...[committeeId, recusal?.mediatorId].flatMap((id) => id ?? [])];
    const names = await this.directory.names(ids, tx);
    return {
      ...matter,
      ...rest,
      centre: centres[0]?.name ?? null,
      acceptedOn: clockOf(matter, 'MD_CHOOSE')?.startsOn ?? null,
      committee: committeeId === null ? null : { id: committeeId, name: names.get(committeeId) ?? '' },
      mediators: persons.flatMap((id) => names.get(id) ?? []),
      ending: ending ?? {},
      recusal: recusal ? { ...recusal, mediator: names.get(recusal.mediatorId) } : null,
      agreement: agreement ?? null,
      obligations: obligations.map((each) => ({ ...each, obligor: partyName(matter, each.obligorId) })),
      filingClocks: matter.clocksOfDispute.filter(isFiling),
      effectiveOn: agreement?.effectiveOn ?? null,
      confirmation: confirmation ?? null,
      session: session ?? null,
      minutes: held?.minutes ?? null,
    };
  }
}

const isFiling = ({ rule, state }: MediationCase['filingClocks'][number]): boolean =>
  state === 'RUNNING' && (CITIZEN_CLOCK_RULES as readonly string[]).includes(rule);

const partyName = ({ parties, respondent }: LoadedMatter, id: Id): string =>
  [...parties, ...(respondent ? [respondent] : [])].find((each) => each.id === id)?.name ?? '';

const OWN = `SELECT stage, source, received_on AS "receivedOn", letter_number AS "letterNumber",
  court_case_number AS "courtCaseNumber", request, committee_id AS "committeeId", ending,
  jsonb_build_object('reason', pause_reason, 'from', paused_from) AS pause
  FROM mediation.mediation WHERE case_id = $1`;
const MEDIATORS = `SELECT person_id AS "personId" FROM mediation.assigned_mediator
  WHERE case_id = $1 AND ended_on IS NULL ORDER BY presiding DESC, person_id`;
const RECUSAL = `SELECT mediator_id AS "mediatorId", raised_by AS "raisedBy", ground, explanation, state, decision
  FROM mediation.recusal WHERE case_id = $1 ORDER BY id DESC LIMIT 1`;
const AGREEMENT = `SELECT agreed_on AS "agreedOn", coalesce(facts, matter) AS matter, terms, effective_on AS "effectiveOn"
  FROM mediation.agreement WHERE case_id = $1 AND superseded_on IS NULL`;
const CONFIRMATION = `SELECT c.court, CASE WHEN c.outcome = 'CONFIRMED' THEN c.paper_number END AS paper
  FROM mediation.confirmation c JOIN mediation.agreement a ON a.id = c.agreement_id
  WHERE a.case_id = $1 AND a.superseded_on IS NULL ORDER BY c.id DESC LIMIT 1`;
const OBLIGATIONS = `SELECT obligor_id AS "obligorId", content, due_on AS "dueOn", amount_fen::float8 AS "amountFen",
  performed_on AS "performedOn" FROM mediation.obligation
  WHERE case_id = $1 AND state <> 'SUPERSEDED' ORDER BY due_on, id`;
const LAST_SESSION = `SELECT held_on AS "heldOn", starts_at AS "startsAt", mode, place, state, note
  FROM mediation.session WHERE case_id = $1 ORDER BY held_on DESC, id DESC LIMIT 1`;
const MINUTES = `SELECT minutes FROM mediation.session WHERE case_id = $1 AND state = 'HELD'
  ORDER BY held_on DESC, id DESC LIMIT 1`;
