-- What the plan asked for and when, worked out anew from its versions and the calendar.

-- `held_until`: when the next version came into force. A proposal never did.
CREATE TABLE plan_version AS
SELECT version, held_from, quiet_from, quiet_to, sunday_is_quiet, holiday_is_quiet, catch_up_days,
  plan_holdout_percent AS holdout_percent,
  LEAD(held_from, 1, TIMESTAMP '9999-01-01 00:00:00') OVER (ORDER BY held_from, version)
    AS held_until
FROM (
  SELECT item.*, CASE WHEN needs_approval THEN approved_at ELSE saved_at END AS held_from
  FROM item WHERE pk = 'PLAN' AND sk LIKE 'V#%'
) AS saved
WHERE held_from IS NOT NULL;

-- Under each version: days on which no text leaves, and days on which people work.
CREATE TABLE plan_day AS
SELECT version, day,
  (weekday = 7 AND sunday_is_quiet) OR (is_national AND holiday_is_quiet) AS is_quiet,
  weekday <= 5 AND NOT is_national
    AND NOT (is_joint_leave AND joint_leave_moves_due_date) AS is_working_day
FROM (
  SELECT plan_version.version, sunday_is_quiet, holiday_is_quiet, day.day, weekday,
    COALESCE(corrected.is_added, holiday.kind = 'national', false) AS is_national,
    COALESCE(holiday.kind = 'joint-leave', false)
      AND COALESCE(corrected.is_added, true) AS is_joint_leave
  FROM plan_version
  CROSS JOIN day
  LEFT JOIN holiday ON holiday.day = day.day
  LEFT JOIN plan_holiday AS corrected
    ON corrected.version = plan_version.version AND corrected.day = day.day
) AS known
CROSS JOIN setting;

-- The 15th or the next working day; and the first day of lapsed membership.
CREATE TABLE plan_month AS
SELECT month.month, plan_day.version, MIN(plan_day.day) AS due_on,
  MIN(lapse.first_day) AS lapses_on
FROM month
CROSS JOIN setting
JOIN month AS lapse ON lapse.number = month.number + lapse_months
JOIN plan_day ON plan_day.is_working_day AND plan_day.day BETWEEN
  CAST(month.first_day + INTERVAL '14' DAY AS DATE)
  AND CAST(month.first_day + INTERVAL '44' DAY AS DATE)
GROUP BY month.month, plan_day.version;

-- The day of each step of each month: from a quiet one it moves away from its anchor.
CREATE TABLE step_day AS
SELECT planned.version, step, month, at_time, to_held_out,
  CASE WHEN is_after THEN MIN(day) FILTER (WHERE day >= planned_on)
    ELSE MAX(day) FILTER (WHERE day <= planned_on) END AS day
FROM (
  SELECT plan_step.version, step, month, at_time, to_held_out,
    CAST(CASE WHEN anchor = 'due' THEN due_on ELSE lapses_on END
      + offset_days * INTERVAL '1' DAY AS DATE) AS planned_on,
    CASE WHEN anchor = 'due' THEN offset_days > 0 ELSE offset_days >= 0 END AS is_after
  FROM plan_step JOIN plan_month ON plan_month.version = plan_step.version
  WHERE enabled
) AS planned
JOIN plan_day ON plan_day.version = planned.version AND NOT is_quiet
  AND day BETWEEN CAST(planned_on - INTERVAL '30' DAY AS DATE)
  AND CAST(planned_on + INTERVAL '30' DAY AS DATE)
GROUP BY planned.version, step, month, at_time, to_held_out, is_after;

-- What was to fire under the version in force at that moment, and what did fire (also what a
-- change of the plan had put into the past). `closes_at`: no text leaves after it.
CREATE TABLE firing AS
SELECT zone, step, month, day, moment, CASE WHEN quiet_from > quiet_to
    THEN CAST(CAST(CAST(day + catch_up_days * INTERVAL '1' DAY AS DATE) AS VARCHAR)
      || ' ' || quiet_from || ':00' AS TIMESTAMP)
    ELSE CAST(CAST(day + (catch_up_days + 1) * INTERVAL '1' DAY AS DATE) AS TIMESTAMP)
  END - hours * INTERVAL '1' HOUR AS closes_at
FROM (
  SELECT zone, hours, step, month, version, day,
    CAST(CAST(day AS VARCHAR) || ' ' || at_time || ':00' AS TIMESTAMP)
      - hours * INTERVAL '1' HOUR AS moment
  FROM step_day CROSS JOIN zone
) AS planned
JOIN plan_version USING (version)
WHERE moment >= held_from AND moment < held_until
UNION
SELECT slice.zone, step, month, CAST(date AS DATE), scheduled_at,
  CASE WHEN quiet_from > quiet_to
    THEN CAST(CAST(CAST(CAST(date AS DATE) + catch_up_days * INTERVAL '1' DAY AS DATE) AS VARCHAR)
      || ' ' || quiet_from || ':00' AS TIMESTAMP)
    ELSE CAST(CAST(CAST(date AS DATE) + (catch_up_days + 1) * INTERVAL '1' DAY AS DATE)
      AS TIMESTAMP)
  END - hours * INTERVAL '1' HOUR
FROM slice
JOIN zone ON zone.zone = slice.zone
JOIN plan_version ON version = plan_version
WHERE step <> 'paid';
