-- No text left in the plan's quiet hours, or on one of its quiet days, where the worker lives.
-- Any version of the plan within half a minute of it may have been the one that was read.
SELECT worker_id AS broken, month, step, claimed_at
FROM (
  SELECT worker_id, month, step, claimed_at, day,
    SUBSTR(CAST(claimed_at + hours * INTERVAL '1' HOUR AS VARCHAR), 12, 5) AS local_time
  FROM reminder
  WHERE may_have_left
) AS text
JOIN plan_version ON claimed_at >= held_from - INTERVAL '30' SECOND
  AND claimed_at < held_until + INTERVAL '30' SECOND
JOIN plan_day ON plan_day.version = plan_version.version AND plan_day.day = text.day
GROUP BY worker_id, month, step, claimed_at
HAVING BOOL_AND(is_quiet OR CASE WHEN quiet_from > quiet_to
  THEN local_time >= quiet_from OR local_time < quiet_to
  ELSE local_time >= quiet_from AND local_time < quiet_to END)
