import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search by triples of characters instead of pairs: a long keyword of common pairs no longer goes through most of the
 * index. The terms are in the index alone, so that the rows gone through are small. The register of a principal is an index
 * range, as his queue is.
 */
export class Search1764000003000 implements MigrationInterface {
  name = 'Search1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // Overlapping triples of characters, none across a line end, the last ones shorter. The terms of "工伤认定" are 工伤认,
  // 伤认定, 认定, 定: every character begins a term, and a keyword of one or two characters is found by its prefix.
  // plpgsql, because it keeps its plan.
  `CREATE FUNCTION cases.trigrams(content text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE characters text[] := string_to_array(content, NULL);
    BEGIN
      RETURN array_to_tsvector((SELECT coalesce(array_agg(CASE
          WHEN b IS NULL OR b = E'\\n' THEN a WHEN c IS NULL OR c = E'\\n' THEN a || b ELSE a || b || c END), '{}')
        FROM unnest(characters, characters[2:], characters[3:]) AS triple(a, b, c) WHERE a <> E'\\n'));
    END $$`,
  // Every third triple, and the last one, cover the keyword; LIKE proves the rest. Keywords are folded to letters and
  // digits before, so that a term cannot end its quotation.
  `CREATE FUNCTION cases.trigram_query(keyword text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(keyword) < 3 THEN (quote_literal(keyword) || ':*')::tsquery
      ELSE (SELECT string_agg(quote_literal(substr(keyword, i, 3)), ' & ')::tsquery
            FROM generate_series(1, length(keyword) - 2) AS i WHERE i % 3 = 1 OR i = length(keyword) - 2) END $$`,
  'ALTER TABLE cases.dispute_search DROP COLUMN bigrams',
  'CREATE INDEX ix_dispute_search_trigrams ON cases.dispute_search USING gin (cases.trigrams(content))',
  'DROP FUNCTION cases.bigrams(text)',
  'DROP FUNCTION cases.bigram_query(text)',
  'DROP FUNCTION cases.search_terms(text)',
  'ALTER TABLE cases.access ADD COLUMN registered_on date',
  'UPDATE cases.access a SET registered_on = d.registered_on FROM cases.dispute d WHERE d.id = a.dispute_id',
  'ALTER TABLE cases.access ALTER COLUMN registered_on SET NOT NULL',
  'CREATE INDEX ix_access_registered ON cases.access (principal_id, registered_on, dispute_id)',
];

const DOWN = [
  'ALTER TABLE cases.access DROP COLUMN registered_on',
  `CREATE FUNCTION cases.search_terms(content text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE characters text[] := string_to_array(content, NULL);
    BEGIN
      RETURN (SELECT coalesce(array_agg(CASE WHEN b IS NULL OR b = E'\\n' THEN a ELSE a || b END), '{}')
        FROM unnest(characters, characters[2:]) AS pair(a, b) WHERE a <> E'\\n');
    END $$`,
  `CREATE FUNCTION cases.bigrams(content text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    BEGIN RETURN array_to_tsvector(cases.search_terms(content)); END $$`,
  `CREATE FUNCTION cases.bigram_query(keyword text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(keyword) = 1 THEN (quote_literal(keyword) || ':*')::tsquery
      ELSE (SELECT string_agg(quote_literal(substr(keyword, i, 2)), ' & ')::tsquery
            FROM generate_series(1, length(keyword) - 1) AS i WHERE i % 2 = 1 OR i = length(keyword) - 1) END $$`,
  'DROP INDEX cases.ix_dispute_search_trigrams',
  'ALTER TABLE cases.dispute_search ADD COLUMN bigrams tsvector',
  'UPDATE cases.dispute_search SET bigrams = cases.bigrams(content)',
  'CREATE INDEX ix_dispute_search_bigrams ON cases.dispute_search USING gin (bigrams)',
  'DROP FUNCTION cases.trigram_query(text)',
  'DROP FUNCTION cases.trigrams(text)',
];
