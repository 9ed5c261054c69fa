-- No text about a month left after the payment of that month was recorded.
-- A payment is recorded as of its arrival and stored some seconds later: half a minute is allowed.
SELECT reminder.worker_id AS broken, reminder.month, step, claimed_at, recorded_at
FROM reminder
JOIN (
  SELECT worker_id, recorded_at, bought_month
  FROM payment CROSS JOIN UNNEST(bought) AS each(bought_month)
  WHERE status = 'recorded'
  UNION ALL
  SELECT worker_id, end_told, bought_month
  FROM ended_cycle CROSS JOIN UNNEST(end_months) AS each(bought_month)
  WHERE end_told IS NOT NULL
) AS paid ON paid.worker_id = reminder.worker_id AND bought_month = reminder.month
WHERE may_have_left AND step <> 'paid' AND claimed_at > recorded_at + INTERVAL '30' SECOND
