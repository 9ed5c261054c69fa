-- Every text that the carrier knows of is that of one row or sample, and no row has two.
-- A text whose sender died or timed out has a row that says `unknown`, without the text's id: then
-- the phone tells. Texts to a phone that no worker has any more count only if nobody was erased.
WITH unexplained AS (
  SELECT phone, COUNT(*) AS texts
  FROM (
    SELECT DISTINCT receipt.message_id, receipt.phone, receipt.at
    FROM receipt
    LEFT JOIN reminder ON reminder.message_id = receipt.message_id
    LEFT JOIN sample ON sample.message_id = receipt.message_id
    CROSS JOIN setting
    WHERE reminder.worker_id IS NULL AND sample.message_id IS NULL
      AND CAST(receipt.at AS DATE) BETWEEN first_day AND last_day
      AND receipt.at < exported_at - INTERVAL '5' MINUTE
  ) AS unknown_text
  WHERE phone NOT IN (SELECT phone FROM sample WHERE message_id IS NULL)
  GROUP BY phone
),
may_be AS (
  SELECT phone, MIN(worker.worker_id) AS worker_id, COUNT(reminder.worker_id) AS texts
  FROM worker
  LEFT JOIN reminder ON reminder.worker_id = worker.worker_id AND message_id IS NULL
    AND may_have_left
  WHERE phone IS NOT NULL
  GROUP BY phone
)
SELECT COALESCE(may_be.worker_id, 'a phone of no worker') AS broken, unexplained.texts
FROM unexplained
LEFT JOIN may_be ON may_be.phone = unexplained.phone
WHERE unexplained.texts > COALESCE(may_be.texts, 0)
  AND (may_be.phone IS NOT NULL OR NOT EXISTS (SELECT 1 FROM erased))
UNION ALL
SELECT MIN(worker_id), COUNT(*) FROM reminder WHERE message_id IS NOT NULL
GROUP BY message_id HAVING COUNT(*) > 1
