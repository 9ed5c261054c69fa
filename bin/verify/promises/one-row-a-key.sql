-- Every row of the table is there once.
SELECT COALESCE(item.worker_id, item.pk) AS broken
FROM item
JOIN (SELECT pk, sk FROM item GROUP BY pk, sk HAVING COUNT(*) > 1) AS twice
  ON twice.pk = item.pk AND twice.sk = item.sk
