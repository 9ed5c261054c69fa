-- The export as tables, from the columns of its files, and the carrier's log. Like file-columns.sql
-- it is in DuckDB's dialect. {log}: a list of files.

CREATE VIEW item AS SELECT * FROM read_parquet('{rows}/item-*.parquet');
CREATE VIEW counter AS SELECT * FROM read_parquet('{rows}/counter-*.parquet');
CREATE VIEW revealing AS SELECT * FROM read_parquet('{rows}/revealing-*.parquet');

CREATE TABLE plan_step AS
SELECT version, step.M.id.S AS step, step.M.anchor.S AS anchor,
  CAST(step.M.offsetDays.N AS INTEGER) AS offset_days, step.M."at".S AS at_time,
  step.M.enabled.BOOL AS enabled, step.M.toHeldOut.BOOL AS to_held_out
FROM (SELECT version, UNNEST(steps) AS step FROM item WHERE pk = 'PLAN' AND sk LIKE 'V#%');

CREATE TABLE plan_holiday AS
SELECT version, CAST(day.S AS DATE) AS day, is_added FROM (
  SELECT version, UNNEST(holidays_added) AS day, true AS is_added
  FROM item WHERE pk = 'PLAN' AND sk LIKE 'V#%'
  UNION ALL
  SELECT version, UNNEST(holidays_removed), false FROM item WHERE pk = 'PLAN' AND sk LIKE 'V#%'
);

-- What a slice counted: a status and, of those without a text, a reason.
CREATE TABLE slice_count AS
SELECT pk, sk, status.key AS status, CAST(status.value.N AS BIGINT) AS n, '' AS reason
FROM (SELECT pk, sk, UNNEST(map_entries(counts)) AS status FROM item WHERE pk LIKE 'RUN#%')
WHERE status.value.N IS NOT NULL
UNION ALL
SELECT pk, sk, 'skipped', CAST(reason.value.N AS BIGINT), reason.key
FROM (SELECT pk, sk, UNNEST(map_entries(counts['skipped'].M)) AS reason
  FROM item WHERE pk LIKE 'RUN#%');

-- What the carrier's log says: one row a delivery receipt.
CREATE TABLE receipt AS
SELECT
  notification.messageId AS message_id,
  CAST(notification.timestamp AS TIMESTAMP) AS at,
  delivery.destination AS phone,
  delivery.numberOfMessageParts AS parts,
  status
FROM read_json({log}, format = 'newline_delimited', maximum_object_size = 1000000, columns = {
  notification: 'STRUCT(messageId VARCHAR, "timestamp" VARCHAR)',
  delivery: 'STRUCT(destination VARCHAR, numberOfMessageParts BIGINT)',
  status: 'VARCHAR'
});
