\set office random(1, 200)
SELECT id, number, title, state, kind, officer, next_due_at, version FROM matter WHERE office = :office AND state < 9 ORDER BY next_due_at, id LIMIT 20;
