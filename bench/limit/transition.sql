\set id random(1, :n)
\set actor random(1, 2000)
\set next random(1, 6)
BEGIN;
SELECT state AS was, version AS seen FROM matter WHERE id = :id FOR UPDATE \gset
UPDATE matter SET state = :next, version = version + 1, updated_at = now() WHERE id = :id AND version = :seen;
INSERT INTO event (matter_id, seq, actor, kind, from_state, to_state, detail) VALUES (:id, :seen + 1, :actor, 2, :was, :next, '{"reason":"accept"}');
UPDATE deadline SET done = 1 - done WHERE id = (SELECT min(id) FROM deadline WHERE matter_id = :id);
COMMIT;
