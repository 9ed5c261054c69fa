-- Who is held out follows from worker and month alone: their hash is below the share of the plan
-- that was in force, which the cycle has kept. Any version of the plan within half a minute of the
-- draw may have been the one that was read. A month that a reversal opened again keeps its first
-- draw.
SELECT cycle.worker_id AS broken, month
FROM (
  SELECT worker_id, cycle_month AS month, cycle_began AS began, cycle_textable AS textable, drawn,
    cycle_held_out AS held_out, CAST(cycle_holdout_percent AS DOUBLE) AS kept_percent FROM worker
  UNION ALL
  SELECT worker_id, month, began, textable, drawn, held_out, CAST(holdout_percent AS DOUBLE)
  FROM ended_cycle
) AS cycle
JOIN plan_version ON began >= held_from - INTERVAL '30' SECOND
  AND began < held_until + INTERVAL '30' SECOND
LEFT JOIN (SELECT DISTINCT worker_id FROM payment WHERE status = 'reversed') AS again
  ON again.worker_id = cycle.worker_id
WHERE again.worker_id IS NULL
GROUP BY cycle.worker_id, month, began
HAVING NOT BOOL_OR(held_out = (textable AND drawn < holdout_percent / 100)
  AND COALESCE(kept_percent, holdout_percent) = holdout_percent)
