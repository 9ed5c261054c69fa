import * as z from 'zod';
import { settingsSchema } from '#domain/settings';
import { deadLetterQueues, type HandlerName } from '#triggers';

const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(schema);
const settings = { SETTINGS: json(settingsSchema) };
const table = { TABLE_NAME: z.string() };
const nikSecret = { NIK_SECRET_ARN: z.string() };
const imports = { IMPORT_FILES: z.string(), PIECES_QUEUE_URL: z.string() };
const schedules = {
  SCHEDULE_GROUP: z.string(),
  PLAN_RUN_ARN: z.string(),
  SCHEDULE_ROLE_ARN: z.string(),
  SCHEDULE_DEAD_LETTER_ARN: z.string(),
};

/** The environment of each function: lib/ gives exactly this, or it does not compile. */
const environments = {
  me: z.object({ ...table }),
  'import-workers': z.object({ ...table, ...settings, ...nikSecret }),
  workers: z.object({ ...table, ...settings, ...nikSecret }),
  plan: z.object({ ...table, ...settings, ...schedules }),
  'send-sample': z.object({ ...table, ...settings }),
  runs: z.object({ ...table, ...settings, SLICES_QUEUE_URL: z.string() }),
  /** The URLs of the dead-letter queues by name. */
  attention: z.object({
    ...table,
    ...settings,
    DEAD_LETTERS: json(z.partialRecord(z.enum(deadLetterQueues), z.string())),
  }),
  'receive-payment': z.object({
    ...table,
    ...settings,
    ...nikSecret,
    WEBHOOK_SECRET_ARN: z.string(),
  }),
  'import-payments': z.object({ ...table, ...settings, ...nikSecret }),
  payments: z.object({ ...table, ...settings }),
  imports: z.object({ ...table, ...imports }),
  renewals: z.object({ ...table, ...settings }),
  'plan-preview': z.object({ ...table, ...settings }),
  'audit-log': z.object({ ...table }),
  'apply-plan': z.object({
    ...table,
    ...settings,
    ...nikSecret,
    ...schedules,
    /** `true` in AWS, so that a first deployment texts nobody. */
    FIRST_PLAN_PAUSED: z.enum(['true', 'false']),
  }),
  'plan-run': z.object({ ...table, ...settings, SLICES_QUEUE_URL: z.string() }),
  'send-reminders': z.object({ ...table, ...settings, SLICES_QUEUE_URL: z.string() }),
  'record-delivery': z.object({ ...table, ...settings }),
  tally: z.object({ ...table }),
  'split-import': z.object({ ...table, PIECES_QUEUE_URL: z.string() }),
  'import-piece': z.object({ ...table, ...settings, ...nikSecret, ...imports }),
  'spend-credit': z.object({ ...table, ...settings }),
  watchdog: z.object({
    ...table,
    ...settings,
    SLICES_QUEUE_URL: z.string(),
    PIECES_QUEUE_URL: z.string(),
  }),
  'name-staff': z.object({}),
} as const satisfies Record<HandlerName, z.ZodType>;

/** The strings that lib/ writes, and what a handler reads from them. */
export type EnvironmentIn<H extends HandlerName> = z.input<(typeof environments)[H]>;
export type Environment<H extends HandlerName> = z.output<(typeof environments)[H]>;

export const environment = <H extends HandlerName>(handler: H): Environment<H> =>
  environments[handler].parse(process.env) as Environment<H>;

/** Lambda sets the header anew for each invocation. */
export const tracing = () => ({
  header: process.env._X_AMZN_TRACE_ID,
  daemon: process.env.AWS_XRAY_DAEMON_ADDRESS,
});

/** For the audit log, which every function behind the API writes. */
export const tableName = (): string => z.object(table).parse(process.env).TABLE_NAME;
