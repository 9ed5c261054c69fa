-- What the slices of a run counted is what its rows say. Texts that left or may have are one
-- number: a delivery receipt can tell later which. People erased since are counted and have no
-- rows. Rows expire: it is about runs of the last 12 months.
WITH counted AS (
  SELECT 'run_' || abbreviation || '_' || date || '_' || SUBSTR(time, 1, 2) || SUBSTR(time, 4, 2)
      || '_' || step || '_' || month AS run_id, date AS run_day,
    CASE WHEN status IN ('sent', 'unknown') THEN 'left' ELSE status END AS status, reason,
    SUM(n) AS n
  FROM slice
  JOIN zone ON zone.zone = slice.zone
  JOIN slice_count ON slice_count.pk = slice.pk AND slice_count.sk = slice.sk
  WHERE step <> 'paid'
  GROUP BY 1, 2, 3, 4
),
present AS (
  SELECT run_id, run_day, CASE WHEN may_have_left THEN 'left' ELSE status END AS status,
    CASE WHEN status = 'skipped' THEN COALESCE(reason, '') ELSE '' END AS reason, COUNT(*) AS n
  FROM reminder WHERE status <> 'claimed' AND step <> 'paid'
  GROUP BY 1, 2, 3, 4
),
under_way AS (
  SELECT DISTINCT step, month, date FROM slice WHERE holder IS NOT NULL OR in_flight > 0
)
SELECT COALESCE(counted.run_id, present.run_id) AS broken,
  COALESCE(counted.status, present.status) AS status,
  COALESCE(counted.reason, present.reason) AS reason, counted.n AS counted, present.n AS rows_there
FROM counted
FULL JOIN present ON present.run_id = counted.run_id AND present.status = counted.status
  AND present.reason = counted.reason
WHERE (COALESCE(present.n, 0) > COALESCE(counted.n, 0)
    OR COALESCE(counted.n, 0) > COALESCE(present.n, 0) + (SELECT COUNT(*) FROM erased
      WHERE erased_on >= COALESCE(counted.run_day, present.run_day)))
  AND COALESCE(counted.run_day, present.run_day)
    >= (SELECT CAST(kept_from AS VARCHAR) FROM setting)
  AND NOT EXISTS (SELECT 1 FROM under_way
    WHERE COALESCE(counted.run_id, present.run_id) LIKE '%' || date || '%' || step || '_' || month)
