-- Every worker who owed a month at the moment of a step has a row for that step of that month.
-- Owed: their cycle began before the moment and was open until no text could leave any more. Only
-- closed days count. Left out is who paid, moved or left within a day of that end, and whose
-- payment was reversed since: what they owed then can no longer be told from the rows.
WITH cycle AS (
  SELECT worker_id, zone, cycle_month AS month, cycle_began AS began,
    TIMESTAMP '9999-01-01 00:00:00' AS ended_at
  FROM worker WHERE is_reminded
  UNION ALL
  SELECT ended_cycle.worker_id, ended_cycle.zone, month, began, LEAST(
    CAST(CAST(end_on AS DATE) AS TIMESTAMP) + CASE WHEN end_by = 'left' THEN 0 ELSE 400 END
      * INTERVAL '1' DAY,
    COALESCE(end_told, TIMESTAMP '9999-01-01 00:00:00'),
    COALESCE(payment.recorded_at, TIMESTAMP '9999-01-01 00:00:00'),
    COALESCE(LEAD(began) OVER (PARTITION BY ended_cycle.worker_id ORDER BY began),
      cycle_began, TIMESTAMP '9999-01-01 00:00:00'))
  FROM ended_cycle
  LEFT JOIN payment ON payment.worker_id = ended_cycle.worker_id
    AND end_payment = payment.id
  LEFT JOIN worker ON worker.worker_id = ended_cycle.worker_id AND cycle_began > began
),
owed AS (
  SELECT cycle.worker_id, cycle.month, step, moment, closes_at
  FROM cycle
  JOIN firing ON firing.zone = cycle.zone AND firing.month = cycle.month
    AND began < moment AND ended_at > closes_at + INTERVAL '1' DAY
  JOIN watermark ON watermark.zone = firing.zone AND firing.day <= through
  CROSS JOIN setting
  WHERE firing.day BETWEEN first_day AND last_day
)
SELECT owed.worker_id AS broken, owed.month, owed.step, moment
FROM owed
LEFT JOIN reminder ON reminder.worker_id = owed.worker_id AND reminder.month = owed.month
  AND reminder.step = owed.step
WHERE reminder.worker_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM payment WHERE payment.worker_id = owed.worker_id
    AND reversed_at > moment AND recorded_at <= closes_at + INTERVAL '1' DAY)
  AND NOT EXISTS (SELECT 1 FROM moved_worker WHERE moved_worker.worker_id = owed.worker_id
    AND noted_at > moment)
