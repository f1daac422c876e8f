-- Fills a migrated database with invented disputes, for measuring:
--   psql -v n=1000000 -f bench/fill-disputes.sql <url>
-- Needs organs and people in the directory, and rights to drop indexes. Run it on a database made for it.
\set ON_ERROR_STOP on
\if :{?n}
\else
  \set n 100000
\endif
SET maintenance_work_mem = '1GB';
SET work_mem = '256MB';
SET synchronous_commit = off;
SET session_replication_role = replica;
SET jit = off;
SELECT setseed(0.42);

DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM directory.organ) OR NOT EXISTS (SELECT 1 FROM directory.person) THEN
    RAISE EXCEPTION 'the directory is empty: load the demo district first';
  END IF;
END $$;

-- Indexes are faster built once than kept. Constraints keep theirs.
CREATE TEMP TABLE dropped_index AS
  SELECT schemaname AS schema, indexname AS name, indexdef AS definition FROM pg_indexes i
  WHERE (schemaname, tablename) IN (('cases', 'dispute'), ('cases', 'party'), ('cases', 'case_file'),
      ('cases', 'participant'), ('cases', 'access'), ('cases', 'dispute_search'), ('deadlines', 'clock'))
    AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname);
SELECT format('DROP INDEX %I.%I', schema, name) FROM dropped_index \gexec

CREATE TEMP TABLE given AS SELECT
  (SELECT array_agg(id ORDER BY id) FROM directory.organ) AS organs,
  (SELECT array_agg(short ORDER BY id) FROM (
    SELECT id, regexp_replace(coalesce(nullif(short_name, ''), name), '[^[:alnum:]]', '', 'g') AS short FROM directory.organ) o) AS organ_names,
  coalesce((SELECT array_agg(DISTINCT organ_id) FROM directory.post WHERE role IN ('intake_officer', 'centre_staff')),
           (SELECT array_agg(id) FROM directory.organ)) AS offices,
  coalesce((SELECT array_agg(DISTINCT person_id) FROM directory.post WHERE role IN ('intake_officer', 'centre_staff')),
           (SELECT array_agg(id) FROM directory.person)) AS officers,
  coalesce((SELECT max(last) FROM documents.counter WHERE series = 'dispute'), 0) AS offset_no,
  (SELECT prefix FROM documents.series WHERE code = 'dispute') AS prefix;

CREATE TEMP TABLE word AS SELECT
  string_to_array('王,李,张,刘,陈,杨,赵,黄,周,吴,徐,孙,胡,朱,高,林,何,郭,马,罗,梁,宋,郑,谢,韩,唐,冯,于,董,萧', ',') AS surname,
  string_to_array('伟,芳,娜,敏,静,丽,强,磊,军,洋,勇,艳,杰,娟,涛,明,超,秀,霞,平,刚,桂,英,华,建,国,文,斌,玉,兰,志,新,春,海,燕,红,梅,玲,辉,鹏,飞,云,波,宁,龙,凯,博,浩,宇,轩', ',') AS given_name,
  string_to_array('行政处罚决定,房屋征收补偿决定,政府信息公开答复,工伤认定决定,强制拆除行为,不履行法定职责,不动产登记,行政许可决定,投诉举报处理答复,社会保险待遇核定,土地权属处理决定,吊销营业执照决定,责令限期改正通知,行政强制措施,违法建设查处,退休审批,补偿安置协议,交通事故责任认定,养老金核算,户口登记', ',') AS act,
  string_to_array('申请人认为程序违法且事实不清,申请人主张送达程序不合法,被申请人未在法定期限内答复,处罚幅度明显不当,证据不足且适用依据错误,未听取陈述申辩,超越职权作出决定,滥用职权侵害合法权益,双方均有调解意愿,涉及集体土地上房屋的安置', ',') AS ground,
  string_to_array('沿街商铺的招牌设置,小区地下车位的权属,农贸市场摊位的续租,工地夜间施工的噪声,餐饮门店的油烟排放,宅基地上附属用房的建造,货运车辆的超限运输,网约车的营运资格,幼儿园的办学许可,电动自行车的停放充电,河道边养殖场的关停,老旧住宅加装电梯,预付式消费的退款,药店的经营许可,林地的承包经营', ',') AS matter,
  string_to_array('请求撤销并责令重新作出,请求确认违法并赔偿损失,请求责令限期履行职责,请求变更处罚数额,请求依法答复并公开信息', ',') AS claim,
  string_to_array('PUBLIC_SECURITY,MARKET,NATURAL_RESOURCES,EXPROPRIATION,HOUSING,HUMAN_RESOURCES,URBAN_MANAGEMENT,TRANSPORT,ENVIRONMENT,TOWN', ',') AS field,
  string_to_array('PENALTY,COMPLAINT,GOVERNMENT_INFORMATION,CONFIRMATION,COERCION,OMISSION,TITLE,LICENSING,COMPENSATION,OTHER', ',') AS kind,
  string_to_array('WINDOW,LETTER,HOTLINE,TRANSFER,ONLINE', ',') AS channel;

-- One row a dispute, in the order of registration.
CREATE TEMP TABLE raw AS
  SELECT i, date '2024-01-02' + ((date '2026-11-20' - date '2024-01-02') * i / :n)::int AS day,
    random() AS r1, random() AS r2, random() AS r3, random() AS r4, random() AS r5, random() AS r6, random() AS r7, random() AS r8
  FROM generate_series(1, :n) AS i;

CREATE UNLOGGED TABLE cases.bench_row AS
SELECT i, day,
  (lpad(to_hex((extract(epoch FROM day) * 1000)::bigint + i), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid AS id,
  g.prefix || '〔' || extract(year FROM day) || '〕' || (g.offset_no + row_number() OVER (PARTITION BY extract(year FROM day) ORDER BY i)) || '号' AS number,
  CASE WHEN r1 < 0.40 THEN 'REGISTERED' WHEN r1 < 0.99 THEN 'CLOSED' ELSE 'VOID' END AS status,
  CASE WHEN r1 < 0.40 THEN date '2026-11-24' + (r2 * 90 - 5)::int END AS due_on,
  w.surname[1 + floor(r3 * 30)::int] || w.given_name[1 + floor(r4 * 50)::int] || w.given_name[1 + floor(r5 * 50)::int] AS applicant,
  floor(r6 * array_length(g.organs, 1))::int + 1 AS respondent,
  g.offices[floor(r7 * array_length(g.offices, 1))::int + 1] AS office,
  g.officers[floor(r8 * array_length(g.officers, 1))::int + 1] AS officer,
  w.act[1 + (i * 7 % 20)] AS act,
  w.ground[1 + (i * 3 % 10)] || '，涉及' || w.matter[1 + floor(r5 * 15)::int] AS ground,
  w.claim[1 + floor(r4 * 5)::int] AS claim,
  w.field[1 + floor(r3 * 10)::int] AS field_code,
  w.kind[1 + floor(r2 * 10)::int] AS matter_code,
  w.channel[1 + floor(r6 * 5)::int] AS channel
FROM raw, given g, word w;

INSERT INTO cases.dispute (id, number, status, channel, received_on, registered_on, title, facts, claims, field_code,
    matter_code, respondent_organ_id, act_name, act_document_no, act_on, act_known_on, organ_id, handler_id, next_due_on,
    created_by, created_at, updated_at)
  SELECT b.id, b.number, b.status, b.channel, b.day, b.day, '不服' || g.organ_names[b.respondent] || b.act,
    '申请人' || b.applicant || '因' || b.act || '提出争议。' || b.ground || '。被申请人' || g.organ_names[b.respondent] || '。',
    b.claim || '。', b.field_code, b.matter_code, g.organs[b.respondent], b.act,
    '余' || left(g.organ_names[b.respondent], 4) || '字〔' || extract(year FROM b.day) || '〕' || (1 + b.i % 5000) || '号',
    b.day - 20, b.day - 15, b.office, b.officer, b.due_on, b.officer, b.day, b.day
  FROM cases.bench_row b, given g;

INSERT INTO cases.party (id, dispute_id, sort_order, role, kind, name, id_type, id_hash, id_masked, phone, address)
  SELECT (left(b.id::text, 24) || 'a' || substr(b.id::text, 26))::uuid, b.id, 0, 'APPLICANT', 'PERSON', b.applicant, 'ID_CARD',
    sha256(convert_to(b.applicant || b.i % 3, 'UTF8')), '330110********' || lpad((b.i % 10000)::text, 4, '0'),
    '138' || lpad((b.i % 100000000)::text, 8, '0'), '余杭区测试街道' || b.i % 300 || '号'
  FROM cases.bench_row b;
INSERT INTO cases.party (id, dispute_id, sort_order, role, kind, name)
  SELECT (left(b.id::text, 24) || 'b' || substr(b.id::text, 26))::uuid, b.id, 1, 'THIRD_PARTY', 'ORGANISATION',
    '杭州测试' || b.i % 5000 || '号有限公司'
  FROM cases.bench_row b WHERE b.i % 4 = 0;

INSERT INTO cases.case_file (id, dispute_id, procedure, number, state, open, handler_id, opened_on, closed_on)
  SELECT (left(b.id::text, 24) || 'c' || substr(b.id::text, 26))::uuid, b.id,
    CASE WHEN b.i % 2 = 0 THEN 'reconsideration' ELSE 'mediation' END,
    CASE WHEN b.i % 2 = 0 THEN '余政复' ELSE '余行调' END || '〔' || extract(year FROM b.day) || '〕' || (9000000 + b.i) || '号',
    CASE WHEN b.status = 'REGISTERED' THEN CASE WHEN b.i % 2 = 0 THEN 'UNDER_REVIEW' ELSE 'IN_SESSION' END
      WHEN b.i % 2 = 0 THEN 'NOT_ACCEPTED' ELSE 'RETURNED' END,
    b.status = 'REGISTERED', b.officer, b.day, CASE WHEN b.status = 'REGISTERED' THEN NULL ELSE b.day + 40 END
  FROM cases.bench_row b WHERE b.i % 5 < 3 AND b.status <> 'VOID';

INSERT INTO cases.participant (id, dispute_id, role, person_id, organ_id, since)
  SELECT (left(b.id::text, 24) || p.mark || substr(b.id::text, 26))::uuid, b.id, p.role, p.person, p.organ, b.day
  FROM cases.bench_row b, given g, LATERAL (VALUES ('d', 'intake_officer', b.officer, NULL::uuid),
    ('e', 'intake_officer', NULL, b.office), ('f', 'dept_liaison', NULL, g.organs[b.respondent])) AS p(mark, role, person, organ);

SELECT to_regclass('deadlines.clock') IS NOT NULL AS clocks \gset
\if :clocks
INSERT INTO deadlines.clock (id, subject_id, scope_id, rule, rule_name, article, responsible, starts_on, amount, unit, roll,
    backward, raw_due_on, due_on, excluded_days, provisional, calendar_version, state, closed_on, expired_at)
  SELECT (left(b.id::text, 24) || c.mark || substr(b.id::text, 26))::uuid, b.id, b.id, c.rule, c.name, c.article, 'applicant',
    due.on_day - c.days, c.days, 'calendar-day', true, false, due.on_day, due.on_day, 0, false, 1,
    CASE WHEN b.due_on IS NULL THEN 'MET' ELSE 'RUNNING' END, CASE WHEN b.due_on IS NULL THEN b.day + 30 END,
    CASE WHEN due.on_day < date '2026-11-24' THEN timestamptz '2026-11-24' END
  FROM cases.bench_row b, LATERAL (VALUES ('1', 'RC_APPLY', '行政复议申请期限', '复议法 2023 第20条第1款', 60, 0),
      ('2', 'LT_FILE', '行政诉讼起诉期限', '行诉法 2017 第46条第1款', 180, 30),
      ('3', 'RC_APPLY_ABS', '行政复议最长保护期限', '复议法 2023 第21条', 1826, 900)) AS c(mark, rule, name, article, days, later),
    LATERAL (SELECT coalesce(b.due_on, b.day + 60) + c.later AS on_day) AS due;
\endif

-- The first principal is the district: see DISTRICT in libs/cases/src/engine/scope.ts.
INSERT INTO cases.access (principal_id, dispute_id, open, due_on, registered_on)
  SELECT DISTINCT p, b.id, b.status = 'REGISTERED', coalesce(b.due_on, 'infinity'), b.day
  FROM cases.bench_row b, given g,
    unnest(ARRAY['00000000-0000-7000-8000-00000000d157', b.officer, b.office, g.organs[b.respondent]]) AS p
  ORDER BY p, b.id;

-- The same folding as searchContent() makes: letters and digits, one field a line.
INSERT INTO cases.dispute_search (dispute_id, content)
  SELECT b.id, regexp_replace(d.title || E'\n' || d.facts || E'\n' || d.claims || E'\n' ||
      d.act_name || E'\n' || d.act_document_no || E'\n' || b.applicant, '[，。〔〕（）]', '', 'g')
    FROM cases.bench_row b JOIN cases.dispute d ON d.id = b.id;

INSERT INTO documents.counter (series, year, last)
  SELECT 'dispute', extract(year FROM day)::smallint, g.offset_no + count(*)
  FROM cases.bench_row, given g GROUP BY extract(year FROM day), g.offset_no
  ON CONFLICT (series, year) DO UPDATE SET last = excluded.last;

DROP TABLE cases.bench_row;
SELECT definition FROM dropped_index \gexec
VACUUM ANALYZE cases.dispute, cases.party, cases.case_file, cases.participant, cases.access, cases.dispute_search;
\if :clocks
VACUUM ANALYZE deadlines.clock;
\endif
