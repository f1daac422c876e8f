import { DirectoryService, isValidOn, type OrganRecord } from '@app/directory';
import type { CalendarDate, Id } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Finding } from './domain/finding.js';

const KEPT_MS = 5000;
const KEPT_MOST = 5000;

/** Small facts kept for some seconds: lists and registrations name the same few organs and officers again and again. */
class Recent<V> {
  private readonly entries = new Map<Id, { value: V; until: number }>();

  get(id: Id): V | undefined {
    const entry = this.entries.get(id);
    return entry && entry.until > performance.now() ? entry.value : undefined;
  }

  set(id: Id, value: V): void {
    if (this.entries.size >= KEPT_MOST) this.entries.clear();
    this.entries.set(id, { value, until: performance.now() + KEPT_MS });
  }
}

/** What registration asks about organs. */
@Injectable()
export class Organs {
  private readonly known = new Recent<string>();
  private readonly records = new Recent<OrganRecord>();

  constructor(private readonly directory: DirectoryService) {}

  /** Names of organs and persons, at most some seconds old. */
  async names(ids: readonly Id[]): Promise<Map<Id, string>> {
    const names = new Map<Id, string>();
    const unknown: Id[] = [];
    for (const id of new Set(ids)) {
      const name = this.known.get(id);
      if (name === undefined) unknown.push(id);
      else names.set(id, name);
    }
    for (const [id, name] of unknown.length === 0 ? [] : await this.directory.names(unknown)) {
      this.known.set(id, name);
      names.set(id, name);
    }
    return names;
  }

  async find(id: Id, tx?: Tx): Promise<OrganRecord | undefined> {
    const kept = this.records.get(id);
    if (kept) return kept;
    const organ = await this.directory.organ(id, tx);
    if (organ) this.records.set(id, organ);
    return organ;
  }

  /** An organ that must exist, of whatever time. */
  async checkKnown(id: Id | null, pointer: string, tx?: Tx): Promise<Finding[]> {
    return id === null || (await this.find(id, tx)) ? [] : [wrong(pointer, 'unknownOrgan', '没有这个单位')];
  }

  /**
   * The respondent must exist when the matter is received: if it has ended, its successor answers (复议法 2023 第19条第5款)
   * and is named. It must have existed when the act was made, or continue an organ that did.
   */
  async checkRespondent(
    id: Id | null,
    actOn: CalendarDate | null,
    receivedOn: CalendarDate,
    tx?: Tx,
  ): Promise<Finding[]> {
    if (id === null) return [];
    const pointer = '#/respondentOrganId';
    const organ = await this.find(id, tx);
    if (!organ) return [wrong(pointer, 'unknownOrgan', '没有这个单位')];
    if (organ.kind === 'MEDIATION_COMMITTEE' || organ.kind === 'MEDIATION_CENTRE')
      return [wrong(pointer, 'notAnOrgan', `${organ.name}不是行政机关，不能作为被申请人`)];
    if (organ.validUntil !== null && organ.validUntil <= receivedOn) {
      const successor = await this.directory.successorOf(id, receivedOn, tx);
      const instead = successor
        ? `请以继续行使其职权的${successor.name}为被申请人（复议法 2023 第19条第5款）`
        : '请核对继续行使其职权的机关';
      return [wrong(pointer, 'organEnded', `${organ.name}自 ${organ.validUntil} 起不再存在，${instead}`)];
    }
    if (actOn !== null && !isValidOn(organ, actOn) && !(await this.continues(organ.id, actOn, tx)))
      return [wrong(pointer, 'organNotYet', `${organ.name}在行政行为作出之日尚不存在，请核对被申请人或者日期`)];
    return [];
  }

  /** True if an organ of that day is continued by this one, directly or through others. */
  private async continues(id: Id, on: CalendarDate, tx?: Tx): Promise<boolean> {
    for (const organ of await this.directory.organsValidOn(on, {}, tx)) {
      const seen = new Set<Id>();
      for (let next = organ.successorId; next !== null && !seen.has(next);) {
        if (next === id) return true;
        seen.add(next);
        next = (await this.find(next, tx))?.successorId ?? null;
      }
    }
    return false;
  }
}

const wrong = (pointer: string, code: string, detail: string): Finding => ({
  severity: 'error',
  pointer,
  code,
  detail,
});
