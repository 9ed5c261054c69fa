-- Every counter of a cohort is the sum of its rows: in total and by province, sector and language.
-- Rows that expired or were erased are counted apart, in the bucket `kept`.
WITH dimension AS (
  SELECT month, day, name, 'total#' AS place, n, amount, insured, jht, received, parts, micro_usd
  FROM counted
  UNION ALL
  SELECT month, day, name, 'province#' || province, n, amount, insured, jht, received, parts,
    micro_usd
  FROM counted
  UNION ALL
  SELECT month, day, name, 'sector#' || sector, n, amount, insured, jht, received, parts, micro_usd
  FROM counted
  UNION ALL
  SELECT month, day, name, 'language#' || language, n, amount, insured, jht, received, parts,
    micro_usd
  FROM counted
),
place AS (
  SELECT month, place || '#' || SUBSTR(day, 1, 7) AS place, name, place LIKE 'sector#%' AS is_sector,
    SUM(n) AS n, SUM(amount) AS amount, SUM(insured) AS insured, SUM(jht) AS jht,
    SUM(received) AS received, SUM(parts) AS parts, SUM(micro_usd) AS micro_usd
  FROM dimension
  GROUP BY 1, 2, 3, 4
),
right_sum AS (
  SELECT month, place, name || '.n' AS name, n FROM place
  UNION ALL
  SELECT month, place, name || '.amount', amount FROM place
  UNION ALL
  SELECT month, place, name || '.full', insured FROM place WHERE is_sector
  UNION ALL
  SELECT month, place, name || '.jht', jht FROM place WHERE is_sector
  UNION ALL
  SELECT month, place, name || '.received', received FROM place
  UNION ALL
  SELECT month, place, name || '.parts', parts FROM place
  UNION ALL
  SELECT month, place, name || '.microUsd', micro_usd FROM place
  UNION ALL
  SELECT month, 'total##' || SUBSTR(day, 1, 7), 'collected.' || SUBSTR(day, 9, 2), rupiah
  FROM collected
),
stored AS (
  SELECT SUBSTR(pk, 8, 7) AS month, sk AS place, name, SUM(n) AS n
  FROM counter
  WHERE pk LIKE 'COHORT#%' AND pk NOT LIKE '%#kept'
  GROUP BY 1, 2, 3
)
SELECT COALESCE(stored.month, wanted.month) || ' ' || COALESCE(stored.place, wanted.place) || ' '
  || COALESCE(stored.name, wanted.name) AS broken, stored.n AS stored, wanted.n AS sum_of_rows
FROM stored
FULL JOIN (SELECT * FROM right_sum WHERE n <> 0) AS wanted
  ON wanted.month = stored.month AND wanted.place = stored.place AND wanted.name = stored.name
WHERE COALESCE(stored.n, 0) <> COALESCE(wanted.n, 0)
