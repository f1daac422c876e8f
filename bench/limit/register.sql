\set office random(1, 200)
\set officer random(1, 2000)
\set kind random(1, 20)
\set days random(1, 90)
\set mark random(1, 999999)
BEGIN;
INSERT INTO matter (number, office, officer, kind, title, facts, words, next_due_at) VALUES ('争2027-' || nextval('lean_number'), :office, :officer, :kind, '赵国强不服良渚市场监管局行政处罚决定案' || :mark, '申请人赵国强因行政处罚决定申请复议，认为程序违法且事实不清。被申请人良渚市场监管局。', '赵国强不服良渚市场监管局行政处罚决定案' || :mark || ' 申请人赵国强因行政处罚决定申请复议，认为程序违法且事实不清。被申请人良渚市场监管局。', now() + :days * interval '1 day') RETURNING id AS matter \gset
INSERT INTO party (matter_id, role, name, id_number, phone) VALUES (:matter, 1, '赵国强', '330110198001010001', '13800000000'), (:matter, 2, '良渚市场监管局', NULL, NULL);
INSERT INTO deadline (matter_id, kind, due_at, remind_at) VALUES (:matter, 1, now() + :days * interval '1 day', now() + (:days - 3) * interval '1 day'), (:matter, 2, now() + (:days + 20) * interval '1 day', now() + (:days + 17) * interval '1 day'), (:matter, 3, now() + (:days + 40) * interval '1 day', now() + (:days + 37) * interval '1 day');
INSERT INTO event (matter_id, seq, actor, kind, to_state, detail) VALUES (:matter, 1, :officer, 1, 1, '{"channel":"api"}');
INSERT INTO job (kind, matter_id, run_at, detail) VALUES (1, :matter, now() + (:days - 3) * interval '1 day', '{"do":"remind"}');
COMMIT;
