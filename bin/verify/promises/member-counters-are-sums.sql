-- Every counter of members is the sum of the workers who are alike in all that decides about texts.
WITH alike AS (
  SELECT covered_through || '#' || zone || '#' || language || '#' || worker.sector || '#'
      || CASE WHEN cycle_held_out THEN 'held-out' ELSE 'reminded' END || '#'
      || CASE WHEN stopped THEN COALESCE(stopped_until, 'stopped')
        WHEN phone IS NULL THEN 'no-phone'
        WHEN phone_failures >= 2 THEN 'dead-number' ELSE 'text' END AS place,
    COUNT(*) AS n, SUM(insured) AS insured,
    SUM(CASE WHEN worker.jht THEN tier.jht ELSE 0 END) AS jht
  FROM worker
  JOIN tier ON income >= income_from AND income < income_below
  WHERE is_reminded
  GROUP BY 1
),
right_sum AS (
  SELECT place, 'n' AS name, n FROM alike
  UNION ALL
  SELECT place, 'full', insured FROM alike
  UNION ALL
  SELECT place, 'jht', jht FROM alike
),
stored AS (
  SELECT sk AS place, name, SUM(n) AS n FROM counter
  WHERE pk LIKE 'COUNT#members.%'
  GROUP BY 1, 2
)
SELECT COALESCE(stored.place, wanted.place) || ' ' || COALESCE(stored.name, wanted.name) AS broken,
  stored.n AS stored, wanted.n AS sum_of_rows
FROM stored
FULL JOIN (SELECT * FROM right_sum WHERE n <> 0) AS wanted
  ON wanted.place = stored.place AND wanted.name = stored.name
WHERE COALESCE(stored.n, 0) <> COALESCE(wanted.n, 0)
