-- Every payment is in the list of its day in Jakarta once, with its amount and what became of it
-- when.
SELECT COALESCE(notice.worker_id, 'a payment of nobody known') AS broken, notice.amount,
  listed.amount AS listed_amount
FROM notice
FULL JOIN (
  SELECT SUBSTR(pk, 10, 10) AS day, channel, reference, amount, status, paid_at, matched_at,
    listed_reversed_at
  FROM item WHERE pk LIKE 'RECORDED#%'
) AS listed ON listed.channel = notice.channel AND listed.reference = notice.reference
WHERE listed.channel IS NULL OR notice.channel IS NULL OR listed.amount <> notice.amount
  OR listed.status <> notice.status OR listed.paid_at <> notice.paid_at
  OR COALESCE(listed.matched_at <> notice.first_matched_at, listed.matched_at IS NOT NULL
    OR notice.first_matched_at IS NOT NULL)
  OR COALESCE(listed.listed_reversed_at <> notice.reversed_at, listed.listed_reversed_at IS NOT NULL
    OR notice.reversed_at IS NOT NULL)
  OR listed.day <> SUBSTR(CAST(recorded_at + INTERVAL '7' HOUR AS VARCHAR), 1, 10)
UNION ALL
SELECT 'a payment listed twice', MIN(amount), MAX(amount)
FROM item WHERE pk LIKE 'RECORDED#%'
GROUP BY channel, reference HAVING COUNT(*) > 1
