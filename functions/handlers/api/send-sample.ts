import * as z from 'zod';
import { phone } from '#domain/people/correction';
import { languages } from '#domain/people/worker';
import { sendSample } from '#flows/messages/send-sample';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { parsed } from '#handlers/request';
import { clock, once, plans, rateLimit, samples, sms } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('send-sample');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { plans, rateLimit, samples, sms }), clock },
  };
});

export const handler = api<'send-sample'>({
  'POST /api/plan/test': async ({ text, by, requestId }) => {
    const sample = parsed(sampleSchema, text);
    const { ports, settings } = await wired();
    const sampled = await sendSample(sample, requestId, ports, settings);
    logger.info('sample sent', {
      step: sample.step,
      isDraft: sample.plan !== undefined,
      language: sample.language,
      status: sampled.status,
      parts: sampled.parts,
      by,
    });
    return { body: sampled };
  },
});

export const sampleSchema = z.strictObject({
  step: z.string(),
  language: z.enum(languages),
  phone,
  plan: z.unknown().optional(),
});
