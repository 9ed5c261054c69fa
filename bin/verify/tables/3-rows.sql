-- The rows by what they are. From here on it is SQL as DuckDB and Athena both take it.

CREATE VIEW worker AS
SELECT worker_id, phone, item.province, sector, language, income, jht, member_since,
  covered_through, credit, province.zone, hours, government_paid, ended_on,
  NOT government_paid AND ended_on IS NULL AS is_reminded,
  cycle_month, cycle_began, cycle_since_day, cycle_origin, cycle_textable, cycle_held_out,
  cycle_holdout_percent,
  phone_failures, stopped, stopped_until, due_key, id_hash, drawn
FROM item
LEFT JOIN province ON province.province = item.province
WHERE sk = 'WRK' AND pk LIKE 'WRK#%' AND erased_at IS NULL;

-- Cycles that have ended; a voided one was opened again by a reversal.
CREATE VIEW ended_cycle AS
SELECT worker_id, item.province, province.zone, sector, language, income, jht, member_since,
  month, began, since, origin, textable, held_out, holdout_percent, end_on, end_by, end_payment,
  end_told, end_months, end_last_month, end_pays_own_month, drawn
FROM item
LEFT JOIN province ON province.province = item.province
WHERE sk LIKE 'CYC#%' AND NOT voided;

-- `run_day`: what names no run is of none that is long past.
CREATE VIEW reminder AS
SELECT worker_id, month, step, status, reason, run_id,
  COALESCE(SUBSTR(run_id, STRPOS(run_id, '_20') + 1, 10), '9999-12-31') AS run_day, noted_at,
  COALESCE(claimed_at, noted_at) AS claimed_at, message_id, parts, price_usd, plan_version, arm,
  cycle_since, left_on, item.province, sector, language, member_since,
  COALESCE(province.hours, 7) AS hours,
  COALESCE(province.zone, 'Asia/Jakarta') AS zone,
  status IN ('sent', 'delivered', 'undelivered') AS was_sent,
  status IN ('sent', 'delivered', 'undelivered', 'unknown') AS may_have_left,
  CAST(COALESCE(claimed_at, noted_at)
    + COALESCE(province.hours, 7) * INTERVAL '1' HOUR AS DATE) AS day
FROM item
LEFT JOIN province ON province.province = item.province
WHERE sk LIKE 'REM#%';

-- In a worker's timeline: what channels brought, and what credit bought (channel `credit`).
CREATE VIEW payment AS
SELECT worker_id, channel, reference, amount, recorded_at, status, bought, linked_months, price,
  covered_before, reversed_at, months_bought,
  is_of_leaver, 'pay_' || channel || '_' || reference AS id
FROM item
WHERE sk LIKE 'PAY#%' AND pk LIKE 'WRK#%';

-- The same money by its reference, of workers we do not know as well.
CREATE VIEW notice AS
SELECT pk, worker_id, channel, reference, amount, paid_at, recorded_at, status, price, bought,
  first_matched_at, reversed_at
FROM item
WHERE sk = 'PAY';

CREATE VIEW slice AS
SELECT pk, sk, zone, date, time, shard, step, month, plan_version, scheduled_at, state, holder,
  in_flight
FROM item
WHERE pk LIKE 'RUN#%' AND sk <> 'CLOSED';

-- Runs of which a slice is not closed yet.
CREATE VIEW open_run AS
SELECT DISTINCT 'run_' || abbreviation || '_' || date || '_' || SUBSTR(time, 1, 2)
  || SUBSTR(time, 4, 2) || '_' || step || '_' || month AS run_id
FROM slice
JOIN zone ON zone.zone = slice.zone
WHERE state <> 'closed';

-- Every day of a zone up to this one is closed.
CREATE VIEW watermark AS
SELECT zone, CAST(through AS DATE) AS through FROM item WHERE pk LIKE 'RUN#%' AND sk = 'CLOSED';

-- Samples that left or may have. They are no reminders, but cost money.
CREATE VIEW sample AS
SELECT phone, message_id, noted_at, parts FROM item WHERE pk = 'SAMPLE';

CREATE VIEW change AS
SELECT worker_id, noted_at, what, fields FROM item WHERE sk LIKE 'CHANGE#%';

-- Whose zone may have been another one before, or who may not have paid for themself.
CREATE VIEW moved_worker AS
SELECT worker_id, noted_at
FROM change CROSS JOIN UNNEST(fields) AS each(field)
WHERE field IN ('province', 'governmentPaid', 'ended');

CREATE VIEW attention AS
SELECT SUBSTR(pk, 11, STRPOS(SUBSTR(pk, 11), '#') - 1) AS kind, sk AS id, worker_id, run_id,
  COALESCE(SUBSTR(run_id, STRPOS(run_id, '_20') + 1, 10), '9999-12-31') AS run_day, noted_at, missed
FROM item
WHERE pk LIKE 'ATTENTION#%';

-- What a person took off the attention list.
CREATE VIEW resolved AS
SELECT UNNEST(COALESCE(trail_ids, [trail_id])) AS id FROM item
WHERE pk LIKE 'AUDIT#%' AND call = 'POST /api/attention/resolve' AND outcome = 'done';

-- Their tombstones, each in the place of its worker.
CREATE VIEW erased AS
SELECT CAST(CAST(erased_at + INTERVAL '7' HOUR AS DATE) AS VARCHAR) AS erased_on
FROM item WHERE erased_at IS NOT NULL;

-- What a month costs: JKK and JKM less the month's discount, rounded, and JHT.
CREATE VIEW price AS
SELECT income_from, income_below, sectors.sector, month.month, insured, jht,
  CAST(ROUND(insured * (100 - COALESCE(percent_off, 0)) / 100.0) AS BIGINT) AS insured_now
FROM tier
CROSS JOIN month
CROSS JOIN (SELECT 'transport' AS sector UNION ALL SELECT 'other') AS sectors
LEFT JOIN discount ON discount.sector = sectors.sector
  AND month.month BETWEEN first_month AND last_month;
