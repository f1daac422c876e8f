import { EARLIER_LOSS_TAG, MEDIA_TAG, type EntryRule } from '../domain/entry-rule.js';

/**
 * SQL: the parts of the rule that the dispute `d` fulfils, as text[]. The rule's values are the parameters from
 * {@link ruleValues}, the first of them number `first`.
 */
export function matchesSql(first: number): string {
  const $ = (n: number, type: string): string => `$${first + n}::${type}`;
  return `array_remove(ARRAY[
    CASE WHEN ${$(0, 'boolean')} AND (d.matter_code IN ('DAMAGES','COMPENSATION') OR 'ADMIN_COMPENSATION' = ANY(d.tags))
      THEN 'COMPENSATION' END,
    CASE WHEN ${$(1, 'boolean')} AND 'KEY_LITIGATION' = ANY(d.tags) THEN 'KEY_LITIGATION' END,
    CASE WHEN (SELECT count(*) FROM cases.party p WHERE p.dispute_id = d.id AND p.role = 'APPLICANT') >= ${$(2, 'int')}
      THEN 'GROUP' END,
    CASE WHEN d.amount >= ${$(3, 'numeric')} THEN 'AMOUNT' END,
    CASE WHEN ${$(4, 'boolean')} AND '${MEDIA_TAG}' = ANY(d.tags) THEN 'MEDIA' END,
    CASE WHEN ${$(5, 'boolean')} AND '${EARLIER_LOSS_TAG}' = ANY(d.tags) THEN 'EARLIER_LOSS' END,
    CASE WHEN d.tags && ${$(6, 'text[]')} THEN 'TAG' END], NULL)`;
}

/** The parameters of {@link matchesSql}. */
export function ruleValues(rule: EntryRule): unknown[] {
  return [
    rule.compensation,
    rule.keyLitigation,
    rule.minParties,
    rule.minAmount,
    rule.media,
    rule.earlierLoss,
    rule.tags,
  ];
}

/** SQL: the dispute `d` is registered and neither on the list nor proposed for it, nor ever was, but for refusals. */
export const MAY_ENTER = `d.status = 'REGISTERED' AND NOT EXISTS (SELECT 1 FROM cases.case_file f
  WHERE f.dispute_id = d.id AND f.procedure = 'ownership' AND f.state <> 'NOT_LISTED')`;
