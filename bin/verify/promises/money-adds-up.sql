-- All money that came in is the price of months or a worker's credit, to the rupiah. A price is
-- what the tables of tariffs and discounts say it is.
WITH booked AS (
  SELECT worker_id, SUM(CASE WHEN status = 'recorded' THEN amount - price ELSE 0 END) AS remaining,
    MAX(CASE WHEN status = 'reversed' THEN 1 ELSE 0 END) AS has_reversal
  FROM payment GROUP BY worker_id
),
bought_month AS (
  SELECT ended_cycle.worker_id, end_payment, end_by, began,
    insured_now + CASE WHEN ended_cycle.jht THEN price.jht ELSE 0 END AS rupiah
  FROM ended_cycle
  CROSS JOIN UNNEST(end_months) AS each(month_paid)
  JOIN price ON price.sector = ended_cycle.sector AND price.month = month_paid
    AND income >= income_from AND income < income_below
)
SELECT worker.worker_id AS broken
FROM worker
LEFT JOIN booked ON booked.worker_id = worker.worker_id
WHERE credit <> COALESCE(remaining, 0) AND COALESCE(has_reversal, 0) = 0
UNION ALL
SELECT payment.worker_id
FROM payment
JOIN booked ON booked.worker_id = payment.worker_id AND has_reversal = 0
JOIN (SELECT worker_id, end_payment, SUM(rupiah) AS rupiah FROM bought_month
  WHERE end_by = 'payment' GROUP BY worker_id, end_payment) AS paid
  ON paid.worker_id = payment.worker_id AND end_payment = payment.id
WHERE payment.price <> paid.rupiah
UNION ALL
SELECT notice.worker_id
FROM notice
LEFT JOIN payment ON payment.worker_id = notice.worker_id AND payment.channel = notice.channel
  AND payment.reference = notice.reference
WHERE notice.worker_id IS NOT NULL AND (payment.id IS NULL OR payment.amount <> notice.amount
  OR payment.status <> notice.status OR payment.price <> notice.price
  OR payment.bought <> notice.bought)
UNION ALL
SELECT payment.worker_id
FROM payment
LEFT JOIN notice ON notice.channel = payment.channel AND notice.reference = payment.reference
WHERE payment.channel <> 'credit'
  AND (notice.worker_id IS NULL OR notice.worker_id <> payment.worker_id)
