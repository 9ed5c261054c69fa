-- A worker who is held out in a month got no text about it but of steps that are meant for them.
SELECT worker_id AS broken, month, reminder.step, claimed_at
FROM reminder
LEFT JOIN plan_step ON version = plan_version AND plan_step.step = reminder.step
WHERE arm = 'held-out' AND may_have_left AND reminder.step <> 'paid'
  AND NOT COALESCE(to_held_out, false)
UNION ALL
SELECT worker.worker_id, month, reminder.step, claimed_at
FROM worker
JOIN reminder ON reminder.worker_id = worker.worker_id AND month = cycle_month
  AND claimed_at > cycle_began
LEFT JOIN plan_step ON version = plan_version AND plan_step.step = reminder.step
WHERE cycle_held_out AND may_have_left AND reminder.step <> 'paid' AND arm <> 'held-out'
  AND NOT COALESCE(to_held_out, false)
