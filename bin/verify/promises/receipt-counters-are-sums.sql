-- Every counter of receipts is the sum of the payments: by the day on which they were recorded, as
-- they are now, and by the month in which they were paid, whatever became of them on its own day.
WITH listed AS (
  SELECT channel, amount, status,
    CASE WHEN came_unmatched THEN 'unmatched' ELSE 'recorded' END AS first,
    CASE WHEN came_unmatched AND matched_at IS NULL THEN 'unmatched' ELSE 'recorded' END AS stood,
    SUBSTR(CAST(paid_at + INTERVAL '7' HOUR AS VARCHAR), 1, 7) AS paid_in,
    SUBSTR(CAST(recorded_at + INTERVAL '7' HOUR AS VARCHAR), 1, 10) AS recorded_on,
    SUBSTR(CAST(matched_at + INTERVAL '7' HOUR AS VARCHAR), 1, 10) AS matched_on,
    SUBSTR(CAST(listed_reversed_at + INTERVAL '7' HOUR AS VARCHAR), 1, 10) AS reversed_on
  FROM item WHERE pk LIKE 'RECORDED#%'
),
booking AS (
  SELECT 'recorded#' || SUBSTR(recorded_on, 1, 7) || '#' || recorded_on AS day, channel, status,
    1 AS sign, amount
  FROM listed
  UNION ALL
  SELECT 'paid#' || paid_in || '#' || recorded_on, channel, first, 1, amount FROM listed
  UNION ALL
  SELECT 'paid#' || paid_in || '#' || matched_on, channel, 'recorded', 1, amount
  FROM listed WHERE matched_on IS NOT NULL
  UNION ALL
  SELECT 'paid#' || paid_in || '#' || matched_on, channel, first, -1, amount
  FROM listed WHERE matched_on IS NOT NULL
  UNION ALL
  SELECT 'paid#' || paid_in || '#' || reversed_on, channel, 'reversed', 1, amount
  FROM listed WHERE reversed_on IS NOT NULL
  UNION ALL
  SELECT 'paid#' || paid_in || '#' || reversed_on, channel, stood, -1, amount
  FROM listed WHERE reversed_on IS NOT NULL
),
place AS (
  SELECT day || '#' || channel AS place, status, SUM(sign) AS n, SUM(sign * amount) AS rupiah
  FROM booking
  GROUP BY 1, 2
),
right_sum AS (
  SELECT place, status || '.n' AS name, n FROM place
  UNION ALL
  SELECT place, status || '.rupiah', rupiah FROM place
),
stored AS (
  SELECT sk AS place, name, SUM(n) AS n FROM counter
  WHERE pk LIKE 'COUNT#receipts.%'
  GROUP BY 1, 2
)
SELECT COALESCE(stored.place, wanted.place) || ' ' || COALESCE(stored.name, wanted.name) AS broken,
  stored.n AS stored, wanted.n AS sum_of_rows
FROM stored
FULL JOIN (SELECT * FROM right_sum WHERE n <> 0) AS wanted
  ON wanted.place = stored.place AND wanted.name = stored.name
WHERE COALESCE(stored.n, 0) <> COALESCE(wanted.n, 0)
