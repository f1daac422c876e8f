import { dayOf, type Id } from '@app/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { disputeRequest, type Body } from '../support/given.js';
import type { Fleet } from './fleet.js';
import type { Random } from './random.js';

/** Long enough for every restart. */
const PATIENCE_MS = 40_000;

interface Answer {
  status: number;
  body: Body;
}

/** What the load knows of the demo district. */
export interface District {
  tokens: Readonly<Record<string, string>>;
  respondentOrganId: Id;
  officers: readonly Id[];
  reviewerId: Id;
}

/** People at work while everything breaks. What was answered is kept, to be compared with what is there afterwards. */
export class Load {
  /** Key → the record it made, as answered. */
  readonly records = new Map<string, Id>();
  /** Disputes that were registered before the first day passed and then left alone. */
  readonly untouched = new Set<Id>();
  readonly faults: string[] = [];
  done = 0;
  private serial = 0;
  private running = false;
  private workers: Promise<void>[] = [];
  /** While the first day lasts. */
  firstDay = true;

  constructor(
    private readonly fleet: Fleet,
    private readonly random: Random,
    private readonly district: District,
  ) {}

  begin(people: number): void {
    this.running = true;
    this.workers = Array.from({ length: people }, async () => {
      while (this.running) {
        await this.one();
        this.done += 1;
      }
    });
  }

  /** What is in hand is brought to its end. */
  async end(): Promise<void> {
    this.running = false;
    await Promise.all(this.workers);
  }

  private async one(): Promise<void> {
    const firstDay = this.firstDay;
    const id = await this.register();
    if (id === undefined) return;
    const what = this.random.next();
    if (what < 0.4) {
      if (firstDay) this.untouched.add(id);
    } else if (what < 0.65) await this.reconsideration(id);
    else if (what < 0.9) await this.mediation(id);
    else await this.handOver(id);
  }

  private async register(): Promise<Id | undefined> {
    const serial = (this.serial += 1);
    const today = dayOf(this.fleet.now());
    const body = disputeRequest(this.district.respondentOrganId, serial, { receivedOn: today });
    return this.create('lian', '/disputes', body, `register-${serial}`);
  }

  private async reconsideration(disputeId: Id): Promise<void> {
    const input = { method: 'IN_PERSON', receivedOn: dayOf(this.fleet.now()) };
    const id = await this.create('lian', `/disputes/${disputeId}/cases`, { procedure: 'reconsideration', input }, `rc-${disputeId}`); // prettier-ignore
    if (id === undefined || this.random.chance(0.5)) return;
    const { reviewerId } = this.district;
    await this.call('lian', `/cases/${id}/actions/assign-reviewer`, { version: 2, input: { reviewerId } });
  }

  private async mediation(disputeId: Id): Promise<void> {
    const input = { stage: 'PRE_LITIGATION', source: 'PARTY', receivedOn: dayOf(this.fleet.now()), major: false, request: '协调' }; // prettier-ignore
    const id = await this.create('zhongxin', `/disputes/${disputeId}/cases`, { procedure: 'mediation', input }, `md-${disputeId}`); // prettier-ignore
    if (id === undefined) return;
    await this.call('zhongxin', `/cases/${id}/actions/review`, { version: 2 });
    if (this.random.chance(0.5)) await this.call('zhongxin', `/cases/${id}/actions/take-on`, { version: 3 });
  }

  /** To the one of the two officers who does not have it, if anybody has it by now. */
  private async handOver(disputeId: Id): Promise<void> {
    const personId = this.random.of(this.district.officers);
    for (const version of [1, 2]) {
      await this.call(
        'lian',
        `/disputes/${disputeId}/handler`,
        { version, personId, reason: '工作调整' },
        undefined,
        'PUT',
      );
    }
  }

  /** Creates a record under a key; now and then twice at once. Both must answer with the same record. */
  private async create(login: string, path: string, body: Body, key: string): Promise<Id | undefined> {
    const times = this.random.chance(0.3) ? 2 : 1;
    const answers = await Promise.all(Array.from({ length: times }, () => this.call(login, path, body, key)));
    const ids = answers.filter((a) => a?.status === 201).map((a) => a!.body['id'] as Id);
    for (const answer of answers) {
      if (answer && answer.status >= 400)
        this.faults.push(`${path} ${key}: ${answer.status} ${String(answer.body['code'])}`);
    }
    if (new Set(ids).size > 1) this.faults.push(`${key} made two records: ${ids.join(', ')}`);
    if (ids[0] !== undefined) this.records.set(key, ids[0]);
    return ids[0];
  }

  /** Asks until somebody answers; an error of the service's own is an answer only when patience ends. */
  private async call(
    login: string,
    path: string,
    body: Body,
    key?: string,
    method = 'POST',
  ): Promise<Answer | undefined> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(this.random.between(50, 250))) {
      const api = this.fleet.of('api');
      if (api.length === 0) continue;
      const answer = await fetch(`http://127.0.0.1:${this.random.of(api).port}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.district.tokens[login]}`,
          'content-type': 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      })
        .then(async (response): Promise<Answer> => ({ status: response.status, body: (await response.json()) as Body }))
        .catch(() => undefined);
      if (answer && answer.status < 500) return answer;
    }
    this.faults.push(`${path}: no answer in ${PATIENCE_MS} ms`);
    return undefined;
  }
}
