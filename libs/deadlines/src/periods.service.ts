import { DomainError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CalendarStore, type Basis } from './calendar.store.js';
import { nameOfResponsible } from './clock-line.js';
import { ClockRules } from './clock-rules.js';
import type { ClockRuleView, PreviewPeriodRequest, PreviewPeriodView } from './deadlines.dto.js';
import { computeBackward, computePeriod, refusal, type ClockRule, type PeriodResult } from './domain/index.js';
import { badField } from './errors.js';

/** A period to be counted, from a rule or bare. */
type Length = Pick<ClockRule, 'amount' | 'unit' | 'roll'> & { backward: boolean; article?: string };

/** Counts periods for whoever asks; nothing is stored. */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly rules: ClockRules,
  ) {}

  /** The rule book, with the district's lengths. */
  async list(): Promise<ClockRuleView[]> {
    return this.rules.list(await this.calendars.current()).map(ruleView);
  }

  /**
   * Counts a period by rule or by a bare length.
   * @throws DomainError request.invalid (neither or both, or facts that do not fit), deadlines.unknown-rule,
   *   .not-extendable, .extension-too-long, .out-of-range
   */
  async preview(request: PreviewPeriodRequest): Promise<PreviewPeriodView> {
    const basis = await this.calendars.current();
    const rule = request.rule === undefined ? undefined : this.rule(request, request.rule, basis);
    const length = rule ? ruleLength(rule, request) : bareLength(request);
    const result = count(request, length, basis);
    return {
      dueOn: result.due,
      rawDueOn: result.rawDue,
      provisional: result.provisional,
      excludedDays: result.excludedDays,
      steps: [...result.steps],
      article: rule?.article ?? result.steps.find((step) => step.kind === 'count' || step.kind === 'backward')!.article,
      effect: rule?.effect ?? null,
      calendarVersion: basis.version,
    };
  }

  private rule(request: PreviewPeriodRequest, code: string, basis: Basis): ClockRule {
    for (const field of ['unit', 'roll', 'backward'] as const) {
      if (request[field] !== undefined) throw badField(`#/${field}`, 'notWithRule', '期限规则已经规定，不能另行指定');
    }
    if (request.amount === 0) throw badField('#/amount', 'min', '期限长度不得小于 1');
    try {
      return this.rules.find(code, { on: request.from, variant: request.variant }, basis);
    } catch (error) {
      // A rule that does not exist is a wrong field here, not a missing page.
      if (!(error instanceof DomainError) || error.code !== 'deadlines.unknown-rule') throw error;
      const { code: name, detail, params } = error;
      const errors = [{ pointer: '#/rule', code: 'unknownRule', detail }];
      throw new DomainError(name, { kind: 'invalid', detail, params, errors });
    }
  }
}

function ruleLength(rule: ClockRule, { amount, extensionDays = 0 }: PreviewPeriodRequest): Length {
  if (extensionDays > 0) {
    const { article, maxExtensions = 0, maxExtensionDays = extensionDays } = rule;
    if (maxExtensions === 0 || rule.backward) throw refusal('not-extendable', { article });
    if (extensionDays > maxExtensionDays)
      throw refusal('extension-too-long', { article, params: { most: maxExtensionDays } });
  }
  return { ...rule, amount: amount ?? rule.amount, backward: rule.backward ?? false };
}

function bareLength({ amount, unit, roll = true, backward = false, variant }: PreviewPeriodRequest): Length {
  if (variant !== undefined) throw badField('#/variant', 'onlyWithRule', '只有按期限规则计算时才能指定');
  if (amount === undefined) throw badField('#/amount', 'isDefined', '请填写期限规则，或者期限的长度和单位');
  if (unit === undefined) throw badField('#/unit', 'isDefined', '请填写期限规则，或者期限的长度和单位');
  return { amount, unit, roll, backward };
}

function count(request: PreviewPeriodRequest, length: Length, { calendar }: Basis): PeriodResult {
  const { from, excluded = [], extensionDays = 0, strict } = request;
  const { amount, unit, roll, backward, article } = length;
  if (!backward) {
    if (strict !== undefined) throw badField('#/strict', 'onlyBackward', '只有向前倒算时才能指定');
    const articles = article === undefined ? {} : { articles: { count: article, extension: article } };
    return computePeriod(calendar, { from, amount, unit, roll, excluded, extension: extensionDays, ...articles });
  }
  if (unit !== 'working-day' && unit !== 'calendar-day') {
    throw badField('#/unit', 'notBackward', '向前倒算只能以工作日或者日为单位');
  }
  if (excluded.length > 0) throw badField('#/excluded', 'notBackward', '向前倒算没有不计入的时间');
  if (extensionDays > 0) throw badField('#/extensionDays', 'notBackward', '向前倒算的期限不能延长');
  const articles = article === undefined ? {} : { articles: { backward: article } };
  return computeBackward(calendar, {
    event: from,
    amount,
    unit,
    reading: strict === false ? 'lenient' : 'strict',
    ...articles,
  });
}

function ruleView(rule: ClockRule): ClockRuleView {
  return {
    code: rule.code,
    variant: rule.variant ?? null,
    name: rule.name,
    amount: rule.amount,
    unit: rule.unit,
    roll: rule.roll,
    backward: rule.backward ?? false,
    startsOn: rule.startsOn,
    responsible: rule.responsible,
    responsibleName: nameOfResponsible(rule.responsible),
    article: rule.article,
    effect: rule.effect,
    from: rule.from ?? null,
    until: rule.until ?? null,
    setting: rule.setting ?? null,
    maxExtensions: rule.maxExtensions ?? 0,
    maxExtensionDays: rule.maxExtensionDays ?? null,
  };
}
