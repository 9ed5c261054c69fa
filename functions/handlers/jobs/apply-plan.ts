import { applyPlan } from '#flows/plan/apply-plan';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { clock, identity, once, plans, schedules } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('apply-plan');
  const options = { firstPlanPaused: env.FIRST_PLAN_PAUSED === 'true' };
  // A deployment with another layout than the table's fails here, before anything uses it.
  await identity(env);
  return { options, ports: { ...portsOf(env, { plans, schedules }), clock } };
});

export const handler = job(async () => {
  const { ports, options } = await wired();
  const applied = await applyPlan(ports, options);
  logger.info('plan applied', { ...applied });
  return applied;
});
