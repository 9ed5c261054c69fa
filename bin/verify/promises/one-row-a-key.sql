-- Every row of the table is there once.
SELECT COALESCE(MAX(worker_id), pk) AS broken
FROM item
GROUP BY pk, sk
HAVING COUNT(*) > 1
