-- Months kept: what was paid of the months from each cohort's own on, worker by worker, from all of
-- their cycles. A square grows by what a worker's number is now, less what it was before.
CREATE TABLE kept AS
WITH followed AS (
  SELECT worker_id, month, since, held_out, holdout_percent FROM ended_cycle
  WHERE end_by <> 'left' AND textable
  UNION ALL
  SELECT worker_id, cycle_month, cycle_since_day, cycle_held_out, cycle_holdout_percent
  FROM worker WHERE is_reminded AND cycle_textable
),
cohort AS (
  SELECT worker_id, followed.month, number,
    CASE WHEN held_out THEN 'held-out' ELSE 'reminded' END
      || COALESCE('@' || REPLACE(holdout_percent, '.', ','), '') AS arm,
    CASE WHEN since <= followed.month || '-15' THEN 'early' ELSE SUBSTR(since, 9, 2) END AS late
  FROM followed JOIN month ON month.month = followed.month
  WHERE since <= followed.month || '-31'
),
paid AS (
  SELECT worker_id, ended_cycle.month AS cycle_month, sector, number,
    SUBSTR(CASE WHEN end_on < since THEN since ELSE end_on END, 1, 7) AS paid_in
  FROM ended_cycle
  CROSS JOIN UNNEST(end_months) AS each(month_paid)
  JOIN month ON month.month = month_paid
  WHERE end_by <> 'left'
),
added AS (
  SELECT cohort.worker_id, cohort.month, arm, late, cycle_month, sector, paid_in,
    SUM(CASE WHEN paid.number - cohort.number < 3 THEN 1 ELSE 0 END) AS n3,
    SUM(CASE WHEN paid.number - cohort.number < 6 THEN 1 ELSE 0 END) AS n6,
    COUNT(*) AS n12
  FROM cohort
  JOIN paid ON paid.worker_id = cohort.worker_id AND paid.cycle_month >= cohort.month
    AND paid.number - cohort.number < 12
  GROUP BY 1, 2, 3, 4, 5, 6, 7
),
followed_on AS (
  SELECT month, arm, late, sector, paid_in, n3, n6, n12,
    SUM(n3) OVER (PARTITION BY worker_id, month ORDER BY cycle_month) AS so_far3,
    SUM(n6) OVER (PARTITION BY worker_id, month ORDER BY cycle_month) AS so_far6,
    SUM(n12) OVER (PARTITION BY worker_id, month ORDER BY cycle_month) AS so_far12
  FROM added
),
grown AS (
  SELECT month, arm, late, sector, paid_in, horizon,
    CASE horizon WHEN 3 THEN n3 WHEN 6 THEN n6 ELSE n12 END AS n,
    CASE horizon WHEN 3 THEN so_far3 WHEN 6 THEN so_far6 ELSE so_far12 END AS so_far
  FROM followed_on
  CROSS JOIN (SELECT 3 AS horizon UNION ALL SELECT 6 UNION ALL SELECT 12) AS each_horizon
)
SELECT grown.month || '#sector#' || sector || '#'
    || CAST(CAST(first_day + INTERVAL '1' MONTH - INTERVAL '1' DAY AS DATE) AS VARCHAR)
    || '#kept.' || late AS place,
  arm || '.' || CASE WHEN is_square THEN 'squares' ELSE 'months' END
    || CAST(horizon AS VARCHAR) AS name,
  SUM(CASE WHEN is_square THEN so_far * so_far - (so_far - n) * (so_far - n) ELSE n END) AS n
FROM grown
JOIN month ON month.month = paid_in
CROSS JOIN (SELECT true AS is_square UNION ALL SELECT false) AS each_measure
GROUP BY 1, 2;
