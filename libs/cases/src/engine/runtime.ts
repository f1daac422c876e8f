import type { Actor, CalendarDate, Id, RoleCode } from '@app/kernel';
import type { Tx } from '@app/platform';
import { ClockRules, type ClockRule } from '@app/deadlines';
import { Injectable } from '@nestjs/common';
import type { CaseFacts, Procedure, ProcedureCode, Transition } from './procedure.js';
import { HistorySentences } from '../registration/views/history.queries.js';
import { stepSentence } from './engine-sentences.js';
import { validateProcedure } from './validate-procedure.js';

/** What an effect is given: the transaction, who acts in which role, the facts the guards saw, the checked input. */
export interface EffectContext<F extends CaseFacts = CaseFacts, I extends object = object> {
  readonly actor: Actor;
  readonly role: RoleCode;
  readonly transition: Transition<F>;
  readonly facts: F;
  readonly input: I;
  readonly today: CalendarDate;
  /** The state after the transition. */
  readonly to: string;
}

/** A procedure at work: its table, its clock rules, and how its facts are read and its own rows written. */
export interface ProcedureRuntime<F extends CaseFacts = CaseFacts> {
  readonly procedure: Procedure<F>;
  readonly clockRules: readonly ClockRule[];
  /**
   * Facts for guards, under the case lock. A case that is being opened has no row of the procedure's own yet. `input` is
   * that of the step, checked; `{}` while actions are only listed. Of what it names only that need be read.
   */
  loadFacts(tx: Tx, base: CaseFacts, input: object): Promise<F>;
  /** Writes the procedure's own rows for a transition that is permitted; adds and ends participants. */
  effect(tx: Tx, context: EffectContext<F>): Promise<void>;
  /** Keeps what must be kept of a step that was refused, in a transaction of its own; the refusal stands. */
  refused?(tx: Tx, step: RefusedStep): Promise<void>;
  /** What the case page shows of this procedure to somebody with these roles, besides what every case has. */
  detail(tx: Tx, context: DetailContext): Promise<object>;
}

/** A step that somebody asked for and was refused. */
export interface RefusedStep {
  readonly actor: Actor;
  readonly caseId: Id;
  /** Of the transition. */
  readonly name: string;
  /** As it was sent. */
  readonly input: unknown;
  /** Code of the refusal. */
  readonly code: string;
}

export interface DetailContext {
  readonly caseId: Id;
  readonly disputeId: Id;
  readonly roles: ReadonlySet<RoleCode>;
  /** Who reads, if it is somebody in the directory. */
  readonly personId?: Id;
}

/** The procedures of this service. Each lib registers its own when it starts. */
@Injectable()
export class Procedures {
  private readonly runtimes = new Map<ProcedureCode, ProcedureRuntime>();

  constructor(
    private readonly clockRules: ClockRules,
    private readonly sentences: HistorySentences,
  ) {}

  /** @throws Error if the table is not sound (unknown or unreachable state, name used twice, …). */
  register<F extends CaseFacts>(runtime: ProcedureRuntime<F>): void {
    validateProcedure(runtime.procedure);
    this.clockRules.register(runtime.clockRules);
    const { code, transitions } = runtime.procedure;
    this.sentences.register(Object.fromEntries(transitions.map((t) => [`${code}.${t.name}`, stepSentence])));
    this.runtimes.set(runtime.procedure.code, runtime);
  }

  get(code: ProcedureCode): ProcedureRuntime {
    const runtime = this.runtimes.get(code);
    if (!runtime) throw new Error(`procedure ${code} is not part of this process`);
    return runtime;
  }

  all(): ProcedureRuntime[] {
    return [...this.runtimes.values()];
  }
}
