-- What each row adds to the counters, by docs/definitions.md: `event` and `day`, the local day it
-- belongs to, are in the counter's key, `name` is that of the counter but for the measure.
CREATE TABLE counted AS
WITH cycle AS (
  SELECT cycle_month AS month, cycle_since_day AS since, cycle_origin AS origin,
    cycle_textable AS textable, cycle_held_out AS held_out,
    cycle_holdout_percent AS holdout_percent, province, sector, language,
    member_since, income, jht, NULL AS end_by, NULL AS end_on, NULL AS end_pays_own_month
  FROM worker WHERE is_reminded
  UNION ALL
  SELECT month, since, origin, textable, held_out, holdout_percent, province, sector, language,
    member_since, income, jht, end_by, end_on, end_pays_own_month
  FROM ended_cycle
),
priced AS (
  SELECT cycle.month, since, origin, province, cycle.sector, language, member_since, end_by,
    end_pays_own_month,
    CASE WHEN held_out THEN 'held-out' WHEN textable THEN 'reminded' ELSE 'neither' END
      || CASE WHEN textable THEN COALESCE('@' || REPLACE(holdout_percent, '.', ','), '')
        ELSE '' END AS arm,
    CASE WHEN since <= cycle.month || '-15' THEN 'early'
      WHEN SUBSTR(since, 1, 7) = cycle.month THEN SUBSTR(since, 9, 2) ELSE 'late' END AS late,
    CASE WHEN end_on < since THEN since ELSE end_on END AS ended_on,
    insured_now + CASE WHEN cycle.jht THEN price.jht ELSE 0 END AS amount,
    insured, CASE WHEN cycle.jht THEN price.jht ELSE 0 END AS jht_rupiah
  FROM cycle
  JOIN price ON price.sector = cycle.sector AND price.month = cycle.month
    AND income >= income_from AND income < income_below
),
text AS (
  SELECT month, province, sector, language, member_since, plan_version, step,
    status, CAST(day AS VARCHAR) AS day, left_on, arm,
    CASE WHEN status = 'skipped' THEN '.' || COALESCE(reason, '') ELSE '' END AS why,
    CASE WHEN cycle_since IS NULL OR cycle_since <= month || '-15' THEN 'early'
      WHEN SUBSTR(cycle_since, 1, 7) = month THEN SUBSTR(cycle_since, 9, 2) ELSE 'late' END AS late,
    CASE WHEN was_sent THEN parts ELSE 0 END AS parts,
    CASE WHEN was_sent THEN CAST(ROUND(price_usd * 1000000) AS BIGINT) ELSE 0 END AS micro_usd
  FROM reminder WHERE status <> 'claimed'
),
added AS (
  SELECT month, province, sector, language, member_since, since AS day, 'begun.' || late AS event,
    arm || '.' || origin AS name,
    1 AS n, amount, insured, jht_rupiah AS jht, 0 AS received, 0 AS parts, 0 AS micro_usd
  FROM priced
  UNION ALL
  SELECT month, province, sector, language, member_since, ended_on,
    CASE WHEN end_by = 'left' THEN 'left.' ELSE 'paid.' END || late, arm,
    1, amount, insured, jht_rupiah,
    CASE WHEN end_pays_own_month THEN amount ELSE 0 END, 0, 0
  FROM priced WHERE end_by IS NOT NULL
  UNION ALL
  SELECT month, province, sector, language, member_since, day,
    'text.' || step || '.' || plan_version, arm || '.' || status || why,
    1, 0, 0, 0, 0, parts, micro_usd
  FROM text
  UNION ALL
  SELECT month, province, sector, language, member_since, day,
    'late-text.' || late || '.' || step || '.' || plan_version, arm || '.' || status || why,
    1, 0, 0, 0, 0, parts, micro_usd
  FROM text WHERE late <> 'early'
  UNION ALL
  SELECT month, province, sector, language, member_since, GREATEST(left_on, day),
    'left-text.' || late || '.' || step || '.' || plan_version, arm || '.' || status || why,
    1, 0, 0, 0, 0, parts, micro_usd
  FROM text WHERE left_on IS NOT NULL
)
SELECT month, COALESCE(NULLIF(province, ''), 'unknown') AS province, sector, language,
  CASE WHEN member_since IS NULL THEN 'unknown' WHEN months_in < 3 THEN 'first-3'
    WHEN months_in < 12 THEN '4-12' ELSE 'later' END AS tenure,
  day, event, name, SUM(n) AS n, SUM(amount) AS amount, SUM(insured) AS insured, SUM(jht) AS jht,
  SUM(received) AS received, SUM(parts) AS parts, SUM(micro_usd) AS micro_usd
FROM (
  SELECT *, CAST(SUBSTR(month, 1, 4) AS INTEGER) * 12 + CAST(SUBSTR(month, 6, 2) AS INTEGER)
    - CAST(SUBSTR(member_since, 1, 4) AS INTEGER) * 12
    - CAST(SUBSTR(member_since, 6, 2) AS INTEGER) AS months_in
  FROM added
)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

-- Months that were paid, by the day on which they were.
CREATE TABLE collected AS
SELECT month_paid AS month, ended_cycle.sector,
  CASE WHEN end_on < since THEN since ELSE end_on END AS day,
  SUM(insured_now + CASE WHEN ended_cycle.jht THEN price.jht ELSE 0 END) AS rupiah
FROM ended_cycle
CROSS JOIN UNNEST(end_months) AS each(month_paid)
JOIN price ON price.sector = ended_cycle.sector AND price.month = month_paid
  AND income >= income_from AND income < income_below
WHERE end_by <> 'left'
GROUP BY 1, 2, 3;
