-- One file of the export as columns: a row of `item` is a row of the table, one of `counter` is a
-- counter. Only what a promise asks for has a column. Each file is read for itself, into files of
-- columns, and stays on the disk. This is in DuckDB's dialect; docs/verify.md has it for Athena.

CREATE OR REPLACE MACRO instant(text) AS CAST(text AS TIMESTAMP);

COPY (
SELECT
  Item.pk.S AS pk,
  Item.sk.S AS sk,
  Item.workerId.S AS worker_id,
  Item.month.S AS month,
  -- A worker
  Item.phone.S AS phone,
  Item.province.S AS province,
  Item.sector.S AS sector,
  Item.language.S AS language,
  CAST(Item.income.N AS BIGINT) AS income,
  Item.jht.BOOL AS jht,
  Item.memberSince.S AS member_since,
  Item.governmentPaid.BOOL AS government_paid,
  Item.ended.M.on.S AS ended_on,
  Item.coveredThrough.S AS covered_through,
  Item.cycle.M.month.S AS cycle_month,
  instant(Item.cycle.M.began.S) AS cycle_began,
  Item.cycle.M.since.S AS cycle_since_day,
  Item.cycle.M.origin.S AS cycle_origin,
  Item.cycle.M.textable.BOOL AS cycle_textable,
  Item.cycle.M.heldOut.BOOL AS cycle_held_out,
  Item.cycle.M.holdoutPercent.N AS cycle_holdout_percent,
  CAST(Item.credit.N AS BIGINT) AS credit,
  CAST(Item.phoneFailures.N AS BIGINT) AS phone_failures,
  Item.stopped.M IS NOT NULL AS stopped,
  Item.stopped.M.until.S AS stopped_until,
  Item.dueKey.S AS due_key,
  -- The first 32 bits of the id, and of the hash by which the holdout is drawn (0 to below 1).
  CASE WHEN Item.sk.S = 'WRK'
    THEN TRY_CAST('0x' || SUBSTR(Item.workerId.S, 5, 8) AS BIGINT) END AS id_hash,
  CASE WHEN Item.sk.S = 'WRK' OR Item.sk.S LIKE 'CYC#%'
    THEN CAST('0x' || SUBSTR(sha256(Item.workerId.S || ' '
      || COALESCE(Item.month.S, Item.cycle.M.month.S)), 1, 8) AS BIGINT) / 4294967296.0
    END AS drawn,
  -- A tombstone in the place of a worker
  instant(Item.erasedAt.S) AS erased_at,
  -- A reminder
  Item.step.S AS step,
  Item.status.S AS status,
  Item.reason.S AS reason,
  Item.runId.S AS run_id,
  instant(Item.at.S) AS noted_at,
  instant(Item.claimedAt.S) AS claimed_at,
  Item.messageId.S AS message_id,
  CAST(Item.parts.N AS BIGINT) AS parts,
  CAST(Item.priceUsd.N AS DOUBLE) AS price_usd,
  CAST(Item.planVersion.N AS BIGINT) AS plan_version,
  Item.arm.S AS arm,
  Item.cycleSince.S AS cycle_since,
  Item.leftOn.S AS left_on,
  -- A cycle that has ended
  instant(Item.began.S) AS began,
  Item.since.S AS since,
  Item.origin.S AS origin,
  Item.textable.BOOL AS textable,
  Item.heldOut.BOOL AS held_out,
  Item.holdoutPercent.N AS holdout_percent,
  Item."end".M.on.S AS end_on,
  Item."end".M.by.S AS end_by,
  Item."end".M.payment.S AS end_payment,
  instant(Item."end".M.told.S) AS end_told,
  list_transform(Item."end".M.months.L, lambda month: month.S) AS end_months,
  Item."end".M.months.L[-1].S AS end_last_month,
  list_contains(list_transform(Item."end".M.months.L, lambda month: month.S), Item.month.S)
    AS end_pays_own_month,
  Item.voided.BOOL AS voided,
  -- A payment
  Item.channel.S AS channel,
  Item.reference.S AS reference,
  CAST(Item.amount.N AS BIGINT) AS amount,
  instant(Item.recordedAt.S) AS recorded_at,
  instant(Item.paidAt.S) AS paid_at,
  list_transform(Item.bought.L, lambda month: month.S) AS bought,
  len(Item.bought.L) AS months_bought,
  list_transform(Item.linked.M.months.L, lambda month: month.S) AS linked_months,
  CAST(Item.price.N AS BIGINT) AS price,
  Item.coveredBefore.S AS covered_before,
  instant(Item.reversed.M.at.S) AS reversed_at,
  instant(Item.matched.M.at.S) AS first_matched_at,
  -- The same in the list of its day
  Item.cameUnmatched.BOOL AS came_unmatched,
  instant(Item.matchedAt.S) AS matched_at,
  instant(Item.reversedAt.S) AS listed_reversed_at,
  list_contains(list_transform(Item.flags.L, lambda flag: flag.S), 'government-paid')
    OR list_contains(list_transform(Item.flags.L, lambda flag: flag.S), 'ended') AS is_of_leaver,
  -- A change of a worker, and an entry of the audit log
  Item.what.S AS what,
  list_transform(Item.fields.L, lambda field: field.S) AS fields,
  Item.call.S AS call,
  Item.outcome.S AS outcome,
  list_transform(Item.trail.M.ids.L, lambda id: id.S) AS trail_ids,
  Item.trail.M.id.S AS trail_id,
  -- A slice, and a month's budget
  Item.zone.S AS zone,
  Item.date.S AS date,
  Item.time.S AS time,
  CAST(Item.shard.N AS BIGINT) AS shard,
  instant(Item.scheduledAt.S) AS scheduled_at,
  Item.state.S AS state,
  Item.holder.S AS holder,
  len(Item.inFlight.L) AS in_flight,
  Item.counts.M AS counts,
  CAST(Item.spent.N AS BIGINT) AS spent,
  CAST(Item.count.N AS BIGINT) AS missed,
  Item.through.S AS through,
  CAST(Item.shards.N AS BIGINT) AS shards,
  -- A version of the plan
  instant(Item.savedAt.S) AS saved_at,
  Item.approval IS NOT NULL AS needs_approval,
  instant(Item.approval.M.at.S) AS approved_at,
  CAST(Item.plan.M.version.N AS BIGINT) AS version,
  Item.plan.M.quietHours.M."from".S AS quiet_from,
  Item.plan.M.quietHours.M."to".S AS quiet_to,
  list_contains(list_transform(Item.plan.M.quietDays.L, lambda day: day.S), 'sunday')
    AS sunday_is_quiet,
  list_contains(list_transform(Item.plan.M.quietDays.L, lambda day: day.S), 'national-holiday')
    AS holiday_is_quiet,
  CAST(Item.plan.M.catchUpDays.N AS INTEGER) AS catch_up_days,
  CAST(Item.plan.M.holdoutPercent.N AS DOUBLE) AS plan_holdout_percent,
  Item.plan.M.holidays.M."add".L AS holidays_added,
  Item.plan.M.holidays.M.remove.L AS holidays_removed,
  Item.plan.M.steps.L AS steps
FROM read_json('{file}', format = 'newline_delimited', maximum_object_size = 1000000,
columns = {Item: 'STRUCT(
  pk STRUCT(S VARCHAR), sk STRUCT(S VARCHAR), workerId STRUCT(S VARCHAR), month STRUCT(S VARCHAR),
  phone STRUCT(S VARCHAR), province STRUCT(S VARCHAR), sector STRUCT(S VARCHAR),
  language STRUCT(S VARCHAR), income STRUCT(N VARCHAR), jht STRUCT(BOOL BOOLEAN),
  memberSince STRUCT(S VARCHAR),
  governmentPaid STRUCT(BOOL BOOLEAN), ended STRUCT(M STRUCT("on" STRUCT(S VARCHAR))),
  coveredThrough STRUCT(S VARCHAR), cycle STRUCT(M STRUCT(month STRUCT(S VARCHAR),
  began STRUCT(S VARCHAR), since STRUCT(S VARCHAR), origin STRUCT(S VARCHAR),
  textable STRUCT(BOOL BOOLEAN), heldOut STRUCT(BOOL BOOLEAN),
  holdoutPercent STRUCT(N VARCHAR))), credit STRUCT(N VARCHAR),
  phoneFailures STRUCT(N VARCHAR), stopped STRUCT(M STRUCT(until STRUCT(S VARCHAR))),
  dueKey STRUCT(S VARCHAR), erasedAt STRUCT(S VARCHAR),
  step STRUCT(S VARCHAR), status STRUCT(S VARCHAR), reason STRUCT(S VARCHAR),
  runId STRUCT(S VARCHAR), "at" STRUCT(S VARCHAR), claimedAt STRUCT(S VARCHAR),
  messageId STRUCT(S VARCHAR), parts STRUCT(N VARCHAR), priceUsd STRUCT(N VARCHAR),
  planVersion STRUCT(N VARCHAR), arm STRUCT(S VARCHAR), cycleSince STRUCT(S VARCHAR),
  leftOn STRUCT(S VARCHAR),
  began STRUCT(S VARCHAR), since STRUCT(S VARCHAR), origin STRUCT(S VARCHAR),
  textable STRUCT(BOOL BOOLEAN), heldOut STRUCT(BOOL BOOLEAN), holdoutPercent STRUCT(N VARCHAR),
  "end" STRUCT(M STRUCT("on" STRUCT(S VARCHAR), "by" STRUCT(S VARCHAR),
  payment STRUCT(S VARCHAR), told STRUCT(S VARCHAR), months STRUCT(L STRUCT(S VARCHAR)[]))),
  voided STRUCT(BOOL BOOLEAN),
  channel STRUCT(S VARCHAR), reference STRUCT(S VARCHAR), amount STRUCT(N VARCHAR),
  recordedAt STRUCT(S VARCHAR), paidAt STRUCT(S VARCHAR), bought STRUCT(L STRUCT(S VARCHAR)[]),
  linked STRUCT(M STRUCT(months STRUCT(L STRUCT(S VARCHAR)[]))), price STRUCT(N VARCHAR),
  coveredBefore STRUCT(S VARCHAR), flags STRUCT(L STRUCT(S VARCHAR)[]),
  reversed STRUCT(M STRUCT("at" STRUCT(S VARCHAR))),
  matched STRUCT(M STRUCT("at" STRUCT(S VARCHAR))), cameUnmatched STRUCT(BOOL BOOLEAN),
  matchedAt STRUCT(S VARCHAR), reversedAt STRUCT(S VARCHAR),
  what STRUCT(S VARCHAR), fields STRUCT(L STRUCT(S VARCHAR)[]), call STRUCT(S VARCHAR),
  outcome STRUCT(S VARCHAR), trail STRUCT(M STRUCT(id STRUCT(S VARCHAR),
  ids STRUCT(L STRUCT(S VARCHAR)[]))),
  zone STRUCT(S VARCHAR), "date" STRUCT(S VARCHAR), "time" STRUCT(S VARCHAR),
  shard STRUCT(N VARCHAR), scheduledAt STRUCT(S VARCHAR), state STRUCT(S VARCHAR),
  holder STRUCT(S VARCHAR), inFlight STRUCT(L STRUCT(S VARCHAR)[]),
  counts STRUCT(M MAP(VARCHAR, STRUCT(N VARCHAR, M MAP(VARCHAR, STRUCT(N VARCHAR))))),
  spent STRUCT(N VARCHAR), "count" STRUCT(N VARCHAR), through STRUCT(S VARCHAR),
  shards STRUCT(N VARCHAR),
  savedAt STRUCT(S VARCHAR), approval STRUCT(M STRUCT("at" STRUCT(S VARCHAR)), "NULL" BOOLEAN),
  plan STRUCT(M STRUCT(version STRUCT(N VARCHAR), catchUpDays STRUCT(N VARCHAR),
  holdoutPercent STRUCT(N VARCHAR), paused STRUCT(BOOL BOOLEAN),
  quietHours STRUCT(M STRUCT("from" STRUCT(S VARCHAR), "to" STRUCT(S VARCHAR))),
  quietDays STRUCT(L STRUCT(S VARCHAR)[]),
  holidays STRUCT(M STRUCT("add" STRUCT(L STRUCT(S VARCHAR)[]),
  remove STRUCT(L STRUCT(S VARCHAR)[]))),
  steps STRUCT(L STRUCT(M STRUCT(id STRUCT(S VARCHAR), anchor STRUCT(S VARCHAR),
  offsetDays STRUCT(N VARCHAR), "at" STRUCT(S VARCHAR), enabled STRUCT(BOOL BOOLEAN),
  toHeldOut STRUCT(BOOL BOOLEAN)))[])))
)'})
) TO '{rows}/item-{number}.parquet' (ROW_GROUP_SIZE 8192);

-- Rows whose attributes are counters: `reminded.joined.n`.
COPY (
SELECT pk, sk, name.key AS name, CAST(name.value.N AS BIGINT) AS n
FROM (
  SELECT Item['pk'].S AS pk, Item['sk'].S AS sk, UNNEST(map_entries(Item)) AS name
  FROM read_json('{file}', format = 'newline_delimited', maximum_object_size = 1000000,
    columns = {Item: 'MAP(VARCHAR, STRUCT(S VARCHAR, N VARCHAR))'}, ignore_errors = true)
  WHERE Item['pk'].S LIKE 'COUNT#%'
)
WHERE name.value.N IS NOT NULL
) TO '{rows}/counter-{number}.parquet' (ROW_GROUP_SIZE 8192);

-- Rows that hold what must not be stored: a NIK (region, birthday, serial), or words of a text. A
-- channel's own reference and the reason that somebody typed are not ours; a worker id is a hash.
COPY (
SELECT pk, worker_id FROM (
  SELECT pk, worker_id, regexp_replace(content,
    '"(pk|sk|id|reference|payment|reason)":\{"S":"[^"]*"\}|wrk_[0-9a-f]{20}', '', 'g') AS content
  FROM (
    SELECT Item->>'$.pk.S' AS pk, Item->>'$.workerId.S' AS worker_id,
      CAST(Item AS VARCHAR) AS content
    FROM read_json('{file}', format = 'newline_delimited', maximum_object_size = 1000000,
      columns = {Item: 'JSON'})
  )
  WHERE pk <> 'PLAN' AND regexp_matches(content, '[0-9]{16}|BPJS|iuran|dues|Rp')
)
WHERE regexp_matches(content, '(BPJS|iuran|dues|Rp ?[0-9])')
  -- Not the decimals of a share: 0.7712010206000001 reads like one.
  OR regexp_matches(content, '(^|[^0-9.]|[^0-9]\.)[0-9]{6}'
    || '(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])'
    || '(0[1-9]|1[0-2])[0-9]{6}([^0-9]|$)')
) TO '{rows}/revealing-{number}.parquet' (ROW_GROUP_SIZE 8192);
