import middy from '@middy/core';
import { applyPlan } from '#flows/apply-plan';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { clock, once, schedules, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('apply-plan');
  return { firstPlanPaused: env.FIRST_PLAN_PAUSED === 'true', ports: { ...stores(env), schedules: schedules(env), clock } };
});

export const handler = middy().handler(async () => {
  const { ports, firstPlanPaused } = await wired();
  const applied = await applyPlan(ports, { firstPlanPaused });
  logger.info('plan applied', { ...applied });
  return applied;
});
