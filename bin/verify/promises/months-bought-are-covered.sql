-- Months covered follow from the roster and from what was bought: a cycle begins with the month
-- after the one before it, the last one after the worker's cover. No month is bought twice, and
-- each payment ended a cycle with what it bought.
WITH chain AS (
  SELECT worker_id, month, began, end_by, SUBSTR(CAST(
    CAST(end_last_month || '-01' AS DATE) + INTERVAL '1' MONTH AS VARCHAR), 1, 7) AS next_month
  FROM ended_cycle
  UNION ALL
  SELECT worker_id, cycle_month, cycle_began, 'open', NULL FROM worker
),
purchase AS (
  SELECT payment.worker_id, id, bought, channel, is_of_leaver
  FROM payment
  JOIN worker ON worker.worker_id = payment.worker_id
  WHERE status = 'recorded' AND months_bought > 0 AND payment.worker_id NOT IN (
    SELECT worker_id FROM payment WHERE status = 'reversed' AND worker_id IS NOT NULL)
)
SELECT worker_id AS broken
FROM (
  SELECT worker_id, end_by, month, next_month,
    LEAD(month) OVER (PARTITION BY worker_id ORDER BY month, began) AS following
  FROM chain
) AS linked
WHERE (end_by NOT IN ('open', 'left') AND COALESCE(following, '') <> next_month)
  OR (end_by = 'left' AND following < month)
UNION ALL
SELECT worker_id FROM worker
WHERE cycle_month <> SUBSTR(CAST(
  CAST(covered_through || '-01' AS DATE) + INTERVAL '1' MONTH AS VARCHAR), 1, 7)
UNION ALL
SELECT worker_id FROM purchase CROSS JOIN UNNEST(bought) AS each(bought_month)
GROUP BY worker_id, bought_month HAVING COUNT(*) > 1
UNION ALL
SELECT purchase.worker_id
FROM purchase
LEFT JOIN ended_cycle ON ended_cycle.worker_id = purchase.worker_id AND end_payment = purchase.id
WHERE channel <> 'credit' AND NOT is_of_leaver
  AND (end_months IS NULL OR end_months <> bought)
