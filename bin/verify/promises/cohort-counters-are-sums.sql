-- Every counter of a cohort is the sum of its rows: by province, sector, language and tenure, and
-- months kept by the sector of whoever paid.
-- Rows that expired or were erased are counted apart, under `KEPT`.
WITH dimension AS (
  SELECT 'province#' || province AS value, * FROM counted
  UNION ALL
  SELECT 'sector#' || sector, * FROM counted
  UNION ALL
  SELECT 'language#' || language, * FROM counted
  UNION ALL
  SELECT 'tenure#' || tenure, * FROM counted
),
place AS (
  SELECT month || '#' || value || '#' || day || '#' || event AS place, name,
    value LIKE 'sector#%' AS is_sector, SUM(n) AS n, SUM(amount) AS amount,
    SUM(insured) AS insured, SUM(jht) AS jht, SUM(received) AS received, SUM(parts) AS parts,
    SUM(micro_usd) AS micro_usd
  FROM dimension
  GROUP BY 1, 2, 3
),
right_sum AS (
  SELECT place, name || '.n' AS name, n FROM place
  UNION ALL
  SELECT place, name || '.amount', amount FROM place
  UNION ALL
  SELECT place, name || '.full', insured FROM place WHERE is_sector
  UNION ALL
  SELECT place, name || '.jht', jht FROM place WHERE is_sector
  UNION ALL
  SELECT place, name || '.received', received FROM place
  UNION ALL
  SELECT place, name || '.parts', parts FROM place
  UNION ALL
  SELECT place, name || '.microUsd', micro_usd FROM place
  UNION ALL
  SELECT month || '#sector#' || sector || '#' || day || '#collected', 'rupiah', rupiah
  FROM collected
  UNION ALL
  SELECT place, name, n FROM kept
),
stored AS (
  SELECT sk AS place, name, SUM(n) AS n
  FROM counter
  WHERE pk NOT LIKE 'COUNT#members.%' AND pk NOT LIKE 'COUNT#receipts.%'
  GROUP BY 1, 2
)
SELECT COALESCE(stored.place, wanted.place) || ' ' || COALESCE(stored.name, wanted.name) AS broken,
  stored.n AS stored, wanted.n AS sum_of_rows
FROM stored
FULL JOIN (SELECT * FROM right_sum WHERE n <> 0) AS wanted
  ON wanted.place = stored.place AND wanted.name = stored.name
WHERE COALESCE(stored.n, 0) <> COALESCE(wanted.n, 0)
