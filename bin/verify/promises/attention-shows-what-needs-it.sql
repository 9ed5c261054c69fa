-- Whoever has to look is shown what needs them: a text that is unknown, failed or undelivered, how
-- many a slice missed, a payment that is unmatched or flagged. Nothing else stands there.
-- What a person took off is not shown any more. What is about texts expires as they do: of these it
-- is about the last 12 months. A payment stays.
WITH needed AS (
  SELECT status AS kind, worker_id || '#' || month || '#' || step AS what, worker_id,
    noted_at
  FROM reminder WHERE status IN ('unknown', 'failed', 'undelivered')
  UNION ALL
  SELECT 'unmatched', channel || '#' || reference, worker_id, recorded_at
  FROM notice WHERE status = 'unmatched'
),
shown AS (
  SELECT kind, SUBSTR(id, STRPOS(id, '#') + 1) AS what, worker_id, noted_at
  FROM attention WHERE kind NOT IN ('missed', 'flagged')
),
taken_off AS (SELECT SUBSTR(id, STRPOS(id, '#') + 1) AS what FROM resolved),
missed_row AS (
  SELECT run_id, run_day, COUNT(*) AS missed FROM reminder
  WHERE status = 'missed' AND COALESCE(reason, '') NOT IN ('paused', 'rescheduled')
  GROUP BY run_id, run_day
),
missed_shown AS (
  SELECT run_id, run_day, SUM(missed) AS missed
  FROM attention WHERE kind = 'missed' GROUP BY run_id, run_day
)
SELECT COALESCE(needed.worker_id, shown.worker_id, 'a payment of nobody known') AS broken
FROM needed
FULL JOIN shown ON shown.kind = needed.kind AND shown.what = needed.what
WHERE ((shown.kind IS NULL AND needed.what NOT IN (SELECT what FROM taken_off))
    OR needed.kind IS NULL)
  AND (COALESCE(needed.kind, shown.kind) = 'unmatched'
    OR COALESCE(needed.noted_at, shown.noted_at, TIMESTAMP '9999-12-31 00:00:00')
      >= (SELECT kept_from FROM setting))
UNION ALL
SELECT COALESCE(missed_row.run_id, missed_shown.run_id)
FROM missed_row
FULL JOIN missed_shown ON missed_shown.run_id = missed_row.run_id
WHERE COALESCE(missed_row.run_day, missed_shown.run_day)
    >= (SELECT CAST(kept_from AS VARCHAR) FROM setting)
  AND (COALESCE(missed_shown.missed, 0) > COALESCE(missed_row.missed, 0)
      + (SELECT COUNT(*) FROM erased
        WHERE erased_on >= COALESCE(missed_row.run_day, missed_shown.run_day))
    OR (COALESCE(missed_shown.missed, 0) < missed_row.missed
    AND missed_row.run_id NOT IN (SELECT SUBSTR(what, 1, STRPOS(what, '#') - 1) FROM taken_off
      WHERE what LIKE 'run_%')
    AND missed_row.run_id NOT IN (SELECT run_id FROM open_run)))
