-- What a month's budget says is spent is the cost of its rows that may have left. Where people
-- were erased, whose rows are gone, it is not less.
SELECT month AS broken, spent, rupiah
FROM (
  SELECT SUBSTR(pk, 8, 7) AS month, SUM(spent) AS spent
  FROM item WHERE pk LIKE 'BUDGET#%' GROUP BY SUBSTR(pk, 8, 7)
) AS budget
FULL JOIN (
  SELECT budget_month, SUM(CAST(ROUND(parts * price_usd_per_part * rupiah_per_usd) AS BIGINT))
    AS rupiah
  FROM (
    SELECT parts, CASE WHEN step = 'paid'
      THEN SUBSTR(CAST(claimed_at + INTERVAL '7' HOUR AS VARCHAR), 1, 7)
      ELSE SUBSTR(SUBSTR(run_id, STRPOS(run_id, '_20') + 1), 1, 7) END AS budget_month
    FROM reminder WHERE may_have_left
  ) AS text
  CROSS JOIN setting
  GROUP BY budget_month
) AS cost ON budget_month = month
WHERE COALESCE(spent, 0) < COALESCE(rupiah, 0)
  OR (COALESCE(spent, 0) > COALESCE(rupiah, 0) AND NOT EXISTS (SELECT 1 FROM erased))
