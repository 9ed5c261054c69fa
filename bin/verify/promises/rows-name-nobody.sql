-- No row holds a NIK, and none but the plan holds the words of a text.
SELECT COALESCE(worker_id, pk) AS broken FROM revealing
