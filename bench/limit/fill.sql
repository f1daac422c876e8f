-- psql -v n=100000 -f fill.sql: invented matters, two parties and three deadlines each, spread over 200 offices.
SELECT setseed(0.17);
CREATE TEMP TABLE lists AS SELECT
  string_to_array('王,李,张,刘,陈,杨,赵,黄,周,吴,徐,孙,胡,朱,高,林,何,郭,马,罗', ',') AS surname,
  string_to_array('伟,芳,娜,敏,静,丽,强,磊,军,洋,勇,艳,杰,娟,涛,明,超,秀,霞,平,刚,桂,英,华,建,国,文,斌,玉,兰', ',') AS given,
  string_to_array('良渚,闲林,仓前,中泰,余杭,五常,瓶窑,径山,黄湖,鸬鸟,百丈,仁和', ',') AS place,
  string_to_array('自然资源局,市场监管局,公安局,人力社保局,住建局,综合执法局,生态环境局,交通运输局,卫生健康局,农业农村局', ',') AS bureau,
  string_to_array('行政处罚决定,房屋征收补偿决定,政府信息公开答复,工伤认定决定,强制拆除行为,不履行法定职责,不动产登记,行政许可决定,投诉举报处理答复,社会保险待遇核定', ',') AS act,
  string_to_array('认为程序违法且事实不清,主张送达程序不合法,认为处罚幅度明显不当,认为证据不足且适用依据错误,认为未听取陈述申辩', ',') AS ground;
INSERT INTO matter (id, number, office, officer, kind, state, title, facts, words, next_due_at, received_at, created_at, updated_at)
SELECT i, '争2026-' || i, 1 + (random() * 199)::int, 1 + (random() * 1999)::int, 1 + (random() * 19)::int,
  CASE WHEN random() < 0.4 THEN 1 + floor(random() * 6)::int ELSE 9 END, title, facts, title || ' ' || facts,
  now() + (random() * 90 - 10) * interval '1 day', at, at, at
FROM (
  SELECT i, name || '不服' || place || bureau || act || '案' AS title,
    '申请人' || name || '因' || act || '申请复议，' || ground || '。被申请人' || place || bureau || '。' AS facts, at
  FROM (
    SELECT i, surname[1 + floor(random() * 20)::int] || given[1 + floor(random() * 30)::int] || given[1 + floor(random() * 30)::int] AS name,
      place[1 + floor(random() * 12)::int] AS place, bureau[1 + floor(random() * 10)::int] AS bureau,
      act[1 + floor(random() * 10)::int] AS act, ground[1 + floor(random() * 5)::int] AS ground,
      now() - random() * 700 * interval '1 day' AS at
    FROM generate_series(1, :n) AS i, lists
  ) AS w
) AS t;
SELECT setval('lean_number', :n + 1), setval('matter_id_seq', :n + 1);
INSERT INTO party (matter_id, role, name, id_number, phone)
  SELECT id, 1, left(title, 3), '33011019800101' || lpad((id % 10000)::text, 4, '0'), '138' || lpad((id % 100000000)::text, 8, '0') FROM matter;
INSERT INTO party (matter_id, role, name) SELECT id, 2, substr(title, 6, 8) FROM matter;
INSERT INTO deadline (matter_id, kind, due_at, remind_at, done)
  SELECT id, k, next_due_at + (k - 1) * interval '20 days', next_due_at + (k - 1) * interval '20 days' - interval '3 days', (state = 9)::int
  FROM matter, generate_series(1, 3) AS k;
INSERT INTO event (matter_id, seq, actor, kind, to_state, detail) SELECT id, 1, officer, 1, 1, '{"channel":"window"}' FROM matter;
INSERT INTO job (kind, matter_id, run_at, detail) SELECT 1, id, next_due_at - interval '3 days', '{"do":"remind"}' FROM matter;
CREATE UNIQUE INDEX matter_number ON matter (number);
CREATE INDEX matter_queue ON matter (office, next_due_at, id) WHERE state < 9;
CREATE INDEX matter_received ON matter (received_at);
CREATE INDEX matter_words ON matter USING gin (words gin_trgm_ops);
CREATE INDEX party_matter ON party (matter_id);
CREATE INDEX deadline_matter ON deadline (matter_id);
CREATE INDEX deadline_remind ON deadline (remind_at) WHERE done = 0;
CREATE UNIQUE INDEX event_matter ON event (matter_id, seq);
CREATE INDEX job_due ON job (run_at, id) WHERE done = 0;
VACUUM ANALYZE;
