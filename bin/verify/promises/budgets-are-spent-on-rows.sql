-- What a month's budget says is spent is the cost of its rows and samples that may have left.
-- A slice under way books what it has spent when its turn ends. Where people were erased since,
-- whose rows are gone, more is spent than they cost. Rows expire: it is about the last 12 months.
SELECT month AS broken, spent, rupiah
FROM (
  SELECT month, SUM(spent) AS spent
  FROM (
    SELECT SUBSTR(pk, 8, 7) AS month, spent FROM item WHERE pk LIKE 'BUDGET#%'
    UNION ALL
    SELECT SUBSTR(date, 1, 7), spent FROM item WHERE pk LIKE 'RUN#%' AND spent > 0
  ) AS booked
  GROUP BY month
) AS budget
FULL JOIN (
  SELECT budget_month, SUM(CAST(ROUND(parts * price_usd_per_part * rupiah_per_usd) AS BIGINT))
    AS rupiah
  FROM (
    SELECT parts, CASE WHEN run_id LIKE 'run_%' THEN SUBSTR(run_day, 1, 7)
      ELSE SUBSTR(CAST(claimed_at + INTERVAL '7' HOUR AS VARCHAR), 1, 7) END AS budget_month
    FROM reminder WHERE may_have_left
    UNION ALL
    SELECT parts, SUBSTR(CAST(noted_at + INTERVAL '7' HOUR AS VARCHAR), 1, 7) FROM sample
  ) AS text
  CROSS JOIN setting
  GROUP BY budget_month
) AS cost ON budget_month = month
WHERE COALESCE(month, budget_month)
    > (SELECT SUBSTR(CAST(kept_from AS VARCHAR), 1, 7) FROM setting)
  AND (COALESCE(spent, 0) < COALESCE(rupiah, 0)
    OR (COALESCE(spent, 0) > COALESCE(rupiah, 0)
      AND COALESCE(month, budget_month)
        > (SELECT COALESCE(MAX(SUBSTR(erased_on, 1, 7)), '') FROM erased)))
