import { Injectable } from '@nestjs/common';
import type { Basis } from './calendar.store.js';
import { ClockRuleBook, type ClockRule, type RuleChoice } from './domain/index.js';

/** The clock rules of every lib of this process. Each registers its tables in its module's `onModuleInit`. */
@Injectable()
export class ClockRules {
  private readonly book = new ClockRuleBook();

  /** @throws Error if a rule is malformed, or is there already */
  register(table: readonly ClockRule[]): void {
    this.book.register(table);
  }

  /**
   * The rule for a clock that starts on a day, with the district's length if it has set one.
   * @throws DomainError deadlines.unknown-rule
   */
  find(code: string, choice: RuleChoice, basis: Basis): ClockRule {
    return withSetting(this.book.find(code, choice), basis);
  }

  /** Every rule, with the district's lengths. */
  list(basis: Basis): ClockRule[] {
    return this.book.list().map((rule) => withSetting(rule, basis));
  }

  /** Every rule as registered. */
  registered(): readonly ClockRule[] {
    return this.book.list();
  }
}

function withSetting(rule: ClockRule, basis: Basis): ClockRule {
  const amount = rule.setting === undefined ? undefined : basis.amounts.get(rule.setting);
  return amount === undefined ? rule : { ...rule, amount };
}
