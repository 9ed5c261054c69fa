-- A worker who has stopped their texts has got none since.
SELECT worker.worker_id AS broken, month, step, claimed_at
FROM worker
JOIN (
  SELECT worker_id, MAX(noted_at) AS stopped_at FROM change WHERE what = 'stopped'
  GROUP BY worker_id
) AS stop ON stop.worker_id = worker.worker_id
JOIN reminder ON reminder.worker_id = worker.worker_id
WHERE stopped AND may_have_left AND claimed_at > stopped_at + INTERVAL '30' SECOND
  AND (stopped_until IS NULL OR reminder.day < CAST(stopped_until AS DATE))
