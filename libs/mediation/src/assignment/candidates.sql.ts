import { DEFAULT_CAP } from '../network/domain/codes.js';
import { weightSql } from './domain/case-weight.js';

/** Of each committee: itself and what it sits in, up to the first organ that is no committee. `$1` is the day. */
const SEATS = `seat AS (
    SELECT o.id AS committee_id, o.id AS organ_id, o.kind, o.parent_id FROM directory.organ o
    WHERE o.kind = 'MEDIATION_COMMITTEE' AND o.valid_from <= $1 AND (o.valid_until IS NULL OR $1 < o.valid_until)
    UNION ALL
    SELECT s.committee_id, o.id, o.kind, o.parent_id FROM seat s JOIN directory.organ o ON o.id = s.parent_id
    WHERE s.kind = 'MEDIATION_COMMITTEE'),
  seats AS (SELECT committee_id, array_agg(organ_id ORDER BY organ_id) AS organ_ids FROM seat GROUP BY committee_id)`;

/** Disputes of the same parties, and linked ones. `$2` is the dispute. */
const RELATED = `related AS (
    SELECT b_id AS id FROM cases.dispute_link WHERE a_id = $2 UNION SELECT a_id FROM cases.dispute_link WHERE b_id = $2
    UNION SELECT o.dispute_id FROM cases.party p JOIN cases.party o ON o.id_hash = p.id_hash AND o.dispute_id <> $2
      WHERE p.dispute_id = $2 AND p.role <> 'AGENT'
    UNION SELECT $2::uuid),
  same_party AS (
    SELECT p.id FROM cases.party p WHERE p.dispute_id = $2
    UNION SELECT o.id FROM cases.party p JOIN cases.party o ON o.id_hash = p.id_hash WHERE p.dispute_id = $2)`;

/** Open mediations but the case `$3` itself, with their weight. */
const OPEN = `open AS (
    SELECT f.id, x.committee_id, ${weightSql('f', 'x')} AS weight
    FROM cases.case_file f JOIN mediation.mediation x ON x.case_id = f.id WHERE f.open AND f.id <> $3)`;

const HELD = (post: string): string =>
  `${post}.valid_from <= $1 AND (${post}.valid_until IS NULL OR $1 < ${post}.valid_until)`;
const CONTRACT_OVER = `(c.contract_from > $1 OR c.contract_until <= $1)`;
/** Of villages, stations and industries: people's mediation, for civil disputes. */
const PEOPLES = `coalesce(c.kind IN ('VILLAGE', 'STATION', 'INDUSTRY'), false)`;
const ABSENT = `EXISTS (SELECT 1 FROM directory.absence a WHERE a.person_id = m.person_id AND a.cancelled_at IS NULL
      AND a.from_on <= $1 AND $1 < a.until_on)`;

/** Mediators of the day `$1`, by their posts in committees and in the centre. */
const MEDIATORS = `m AS (
    SELECT p.person_id,
      coalesce(array_agg(DISTINCT o.id) FILTER (WHERE o.kind = 'MEDIATION_COMMITTEE'), '{}') AS committee_ids,
      bool_or(o.kind = 'MEDIATION_CENTRE') AS centre, bool_and(${PEOPLES}) AS peoples,
      bool_and(coalesce(${CONTRACT_OVER}, false)) AS contract_over,
      max(c.contract_until) AS contract_until,
      array_agg(DISTINCT area) FILTER (WHERE area IS NOT NULL) AS areas,
      bool_or(c.committee_id IS NULL OR c.areas = '{}') AS everywhere
    FROM directory.post p JOIN directory.organ o ON o.id = p.organ_id
    LEFT JOIN mediation.committee_profile c ON c.committee_id = o.id
    LEFT JOIN LATERAL unnest(c.areas) AS area ON true
    WHERE p.role = 'mediator' AND ${HELD('p')} AND o.kind IN ('MEDIATION_CENTRE', 'MEDIATION_COMMITTEE')
    GROUP BY p.person_id),
  mine AS (
    SELECT a.person_id, count(o.id)::int AS open_cases, coalesce(sum(o.weight), 0)::int AS load
    FROM mediation.assigned_mediator a JOIN open o ON o.id = a.case_id WHERE a.ended_on IS NULL GROUP BY a.person_id),
  past AS (
    SELECT a.person_id, max(a.assigned_on) FILTER (WHERE a.case_id <> $3) AS last_on,
      (count(*) FILTER (WHERE a.case_id <> $3 AND a.ended_on IS NULL AND f.dispute_id IN (SELECT id FROM related)))::int AS before
    FROM mediation.assigned_mediator a JOIN cases.case_file f ON f.id = a.case_id GROUP BY a.person_id)`;

/** Parties of the dispute, and the same persons in others. */
const RELATIONS = `ARRAY(SELECT DISTINCT r.kind FROM mediation.relation r WHERE r.person_id = m.person_id AND r.withdrawn_at IS NULL
      AND r.from_on <= $1 AND (r.until_on IS NULL OR $1 < r.until_on)
      AND (r.organ_id = ANY ($4::uuid[]) OR r.party_id IN (SELECT id FROM same_party))
      ORDER BY r.kind)`;
const FORMER = `ARRAY(SELECT x FROM (
      SELECT unnest(q.former_organ_ids) AS x
      UNION SELECT e.organ_id FROM directory.post e WHERE e.person_id = m.person_id AND e.valid_until <= $1
        AND e.valid_until > $1::date - interval '3 years') AS e ORDER BY x)`;
const ORGANS = `ARRAY(SELECT DISTINCT x FROM (
      SELECT e.organ_id AS x FROM directory.post e WHERE e.person_id = m.person_id AND ${HELD('e')}
      UNION SELECT unnest(s.organ_ids) FROM seats s WHERE s.committee_id = ANY (m.committee_ids)) AS e ORDER BY x)`;

/**
 * `$1` day, `$2` dispute, `$3` case, `$4` the respondent's family, `$5` officers of the reconsideration, `$6` the only
 * persons to look at, or null for all.
 */
export const MEDIATOR_CANDIDATES = `WITH RECURSIVE ${SEATS}, ${RELATED}, ${OPEN}, ${MEDIATORS}
  SELECT m.person_id AS id, ${ORGANS} AS "organIds", ${FORMER} AS "formerOrganIds", m.committee_ids AS "committeeIds",
    m.centre, m.peoples, coalesce(q.expertise, '{}') AS subjects, false AS "allSubjects",
    CASE WHEN m.everywhere THEN '{}' ELSE coalesce(m.areas, '{}') END AS areas,
    coalesce(q.languages, '{PUTONGHUA}') AS languages, coalesce(q.cap, ${DEFAULT_CAP}) AS cap,
    coalesce(mine.open_cases, 0) AS "openCases", coalesce(mine.load, 0) AS load, past.last_on AS "lastAssignedOn",
    coalesce(past.before, 0) AS "handledBefore", least(q.term_until, m.contract_until) AS "endsOn",
    coalesce(q.term_from > $1 OR q.term_until <= $1, false) AS "termOver", m.contract_over AS "contractOver",
    ${ABSENT} AS absent, false AS "nobodyFree", m.person_id = ANY ($5::uuid[]) AS reconsiders,
    EXISTS (SELECT 1 FROM mediation.assigned_mediator a WHERE a.case_id = $3 AND a.person_id = m.person_id AND a.ended_on IS NOT NULL) AS replaced,
    EXISTS (SELECT 1 FROM mediation.assigned_mediator a WHERE a.case_id = $3 AND a.person_id = m.person_id AND a.ended_on IS NULL) AS serving,
    EXISTS (SELECT 1 FROM cases.exclusion x WHERE x.dispute_id = $2 AND x.person_id = m.person_id) AS "shutOut",
    EXISTS (SELECT 1 FROM mediation.party_exclusion x WHERE x.case_id = $3 AND x.person_id = m.person_id
      AND x.withdrawn_at IS NULL) AS "excludedByParty",
    ${RELATIONS} AS relations
  FROM m LEFT JOIN mediation.mediator_profile q ON q.person_id = m.person_id
  LEFT JOIN mine ON mine.person_id = m.person_id LEFT JOIN past ON past.person_id = m.person_id
  WHERE $6::uuid[] IS NULL OR m.person_id = ANY ($6) ORDER BY m.person_id`;

/** The same parameters; `$6` are committees. What a committee can do is what its free mediators can. */
export const COMMITTEE_CANDIDATES = `WITH RECURSIVE ${SEATS}, ${RELATED}, ${OPEN}, ${MEDIATORS},
  body AS (
    SELECT committee_id, sum(coalesce(q.cap, ${DEFAULT_CAP}))::int AS cap, bool_or(NOT ${ABSENT} AND NOT coalesce(q.term_from > $1 OR q.term_until <= $1, false)
        AND coalesce(mine.open_cases, 0) < coalesce(q.cap, ${DEFAULT_CAP})) AS free
    FROM m CROSS JOIN LATERAL unnest(m.committee_ids) AS committee_id
    LEFT JOIN mediation.mediator_profile q ON q.person_id = m.person_id LEFT JOIN mine ON mine.person_id = m.person_id
    GROUP BY committee_id),
  spoken AS (
    SELECT committee_id, array_agg(DISTINCT language ORDER BY language) AS languages
    FROM m CROSS JOIN LATERAL unnest(m.committee_ids) AS committee_id
    LEFT JOIN mediation.mediator_profile q ON q.person_id = m.person_id
    CROSS JOIN LATERAL unnest(coalesce(q.languages, '{PUTONGHUA}')) AS language GROUP BY committee_id),
  its AS (SELECT committee_id, count(*)::int AS open_cases, sum(weight)::int AS load FROM open GROUP BY committee_id),
  had AS (
    SELECT x.committee_id, max(f.opened_on) AS last_on,
      (count(*) FILTER (WHERE f.dispute_id IN (SELECT id FROM related)))::int AS before
    FROM mediation.mediation x JOIN cases.case_file f ON f.id = x.case_id
    WHERE x.committee_id IS NOT NULL AND x.case_id <> $3 GROUP BY x.committee_id)
  SELECT s.committee_id AS id, s.organ_ids AS "organIds", '{}'::uuid[] AS "formerOrganIds",
    ARRAY[s.committee_id] AS "committeeIds", false AS centre, ${PEOPLES} AS peoples, coalesce(c.matters, '{}') AS subjects,
    coalesce(c.matters = '{}', true) AS "allSubjects", coalesce(c.areas, '{}') AS areas,
    coalesce(spoken.languages, '{}') AS languages, coalesce(body.cap, 0) AS cap,
    coalesce(its.open_cases, 0) AS "openCases", coalesce(its.load, 0) AS load, had.last_on AS "lastAssignedOn",
    coalesce(had.before, 0) AS "handledBefore", c.contract_until AS "endsOn", false AS "termOver",
    coalesce(${CONTRACT_OVER}, false) AS "contractOver", false AS absent, NOT coalesce(body.free, false) AS "nobodyFree",
    false AS reconsiders, false AS replaced,
    EXISTS (SELECT 1 FROM mediation.mediation x WHERE x.case_id = $3 AND x.committee_id = s.committee_id) AS serving,
    false AS "shutOut", false AS "excludedByParty", '{}'::text[] AS relations
  FROM seats s LEFT JOIN mediation.committee_profile c ON c.committee_id = s.committee_id
  LEFT JOIN body ON body.committee_id = s.committee_id LEFT JOIN its ON its.committee_id = s.committee_id
  LEFT JOIN had ON had.committee_id = s.committee_id LEFT JOIN spoken ON spoken.committee_id = s.committee_id
  WHERE ($4::uuid[] IS NOT NULL AND $5::uuid[] IS NOT NULL) AND ($6::uuid[] IS NULL OR s.committee_id = ANY ($6))
  ORDER BY s.committee_id`;

/** What is to be ranked for: `$1` dispute. The family is the respondent, what is right below it, and what is right above
 * it; the government is above everybody and is not counted as such. */
export const SUBJECT = `SELECT d.field_code AS "fieldCode", d.matter_code AS "matterCode",
    ARRAY(SELECT DISTINCT x FROM (
      SELECT r.region_code AS x FROM directory.organ r WHERE r.id = d.respondent_organ_id AND r.kind <> 'GOVERNMENT'
      UNION SELECT o.region_code FROM cases.party p JOIN directory.organ o ON o.kind IN ('TOWN', 'SUBDISTRICT')
        AND o.valid_until IS NULL AND position(o.short_name IN p.address) > 0
      WHERE p.dispute_id = d.id AND p.role <> 'AGENT') AS e WHERE x IS NOT NULL ORDER BY x) AS areas,
    ARRAY(SELECT o.id FROM directory.organ r JOIN directory.organ o ON o.id = r.id
        OR (o.id = r.parent_id AND o.kind <> 'GOVERNMENT') OR (o.parent_id = r.id AND o.kind <> 'MEDIATION_COMMITTEE')
      WHERE r.id = d.respondent_organ_id ORDER BY o.id) AS "respondentFamily"
  FROM cases.dispute d WHERE d.id = $1`;
