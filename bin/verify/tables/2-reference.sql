-- The tables that rules refer to, straight from functions/domain/data, and the stage's settings.
-- Like 1-export.sql it is in DuckDB's dialect.

CREATE TABLE setting AS
SELECT
  {lapseMonths} AS lapse_months,
  {priceUsdPerPart} AS price_usd_per_part,
  {rupiahPerUsd} AS rupiah_per_usd,
  {jointLeaveMovesDueDate} AS joint_leave_moves_due_date,
  DATE '{from}' AS first_day,
  DATE '{to}' AS last_day,
  TIMESTAMP '{exportedAt}' AS exported_at,
  -- Texts and what they need attention for expire after 13 months: from here on all are there.
  CAST(TIMESTAMP '{exportedAt}' - INTERVAL '12' MONTH AS DATE) AS kept_from;

CREATE TABLE province AS
SELECT province, zone, abbreviation,
  CASE abbreviation WHEN 'WIB' THEN 7 WHEN 'WITA' THEN 8 ELSE 9 END AS hours
FROM read_csv('{reference}/provinces.csv', header = true, all_varchar = true);

CREATE TABLE zone AS SELECT DISTINCT zone, abbreviation, hours FROM province;

CREATE TABLE tier AS
SELECT income_from, jkk + jkm AS insured, jht,
  LEAD(income_from, 1, 1000000000000) OVER (ORDER BY income_from) AS income_below
FROM read_csv('{reference}/bpu-income-tiers.csv', header = true);

CREATE TABLE discount AS
SELECT sector, first_month, last_month, percent_off
FROM read_csv('{reference}/bpu-discounts.csv', header = true,
  types = {'first_month': 'VARCHAR', 'last_month': 'VARCHAR'});

CREATE TABLE holiday AS
SELECT CAST(date AS DATE) AS day, kind
FROM read_csv('{reference}/holidays.csv', header = true, all_varchar = true);

CREATE TABLE day AS
SELECT CAST(day AS DATE) AS day, isodow(day) AS weekday, strftime(day, '%Y-%m') AS month
FROM generate_series(DATE '2024-01-01', DATE '2032-12-31', INTERVAL 1 DAY) AS days(day);

CREATE TABLE month AS
SELECT month, MIN(day) AS first_day, ROW_NUMBER() OVER (ORDER BY month) AS number
FROM day GROUP BY month;
