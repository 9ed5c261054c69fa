-- Whoever pays for themself is found among those who owe their month: a run reads nobody else.
SELECT worker_id AS broken, due_key
FROM worker
CROSS JOIN (SELECT shards FROM item WHERE pk = 'LAYOUT') AS layout
WHERE COALESCE(due_key, '') <> CASE WHEN is_reminded
  THEN zone || '#' || cycle_month || '#' || CAST(id_hash % shards AS VARCHAR) ELSE '' END
