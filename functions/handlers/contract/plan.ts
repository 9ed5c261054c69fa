import * as z from 'zod';
import { draftSchema } from '#domain/plan/checks/plan-check';
import type { Sampled } from '#flows/messages/send-sample';
import { versionSchema } from '#handlers/api/plan';
import { askedSchema } from '#handlers/api/plan-preview';
import { sampleSchema } from '#handlers/api/send-sample';
import type { Operations } from '#handlers/contract/operation';
import {
  changedPlan,
  planConflict,
  plan as planOf,
  planVersion,
  preview,
  settings,
} from '#handlers/contract/schemas/plan';
import { count, exactly, pageOf } from '#handlers/contract/schemas/schema';

const changed = { 200: changedPlan, 202: changedPlan, 409: planConflict };
const text = { text: z.string(), parts: count };
const sampled = exactly<Sampled>()(
  z.union([
    z.object({ status: z.literal('sent'), messageId: z.string(), ...text }),
    z.object({ status: z.enum(['refused', 'try-later', 'unknown']), reason: z.string(), ...text }),
  ]),
);

export const plan = {
  'GET /api/plan': {
    operationId: 'getPlan',
    summary: 'Shows the plan in force.',
    answers: { 200: planOf },
  },
  'PUT /api/plan': {
    operationId: 'replacePlan',
    summary: 'Replaces the plan; 202 where a second admin has to approve it.',
    parameters: ['if-match'],
    body: draftSchema,
    answers: changed,
  },
  'GET /api/settings': {
    operationId: 'getSettings',
    summary: 'Shows what is set at deployment and not by the plan.',
    answers: { 200: settings },
  },
  'GET /api/plan/versions': {
    operationId: 'listPlanVersions',
    summary: 'Lists all versions of the plan, newest first.',
    parameters: ['before', 'cursor'],
    answers: { 200: pageOf(planVersion) },
  },
  'POST /api/plan/restore': {
    operationId: 'restorePlan',
    summary: 'Restores an earlier version of the plan, as a new version.',
    body: versionSchema,
    answers: changed,
    refuses: [404],
  },
  'POST /api/plan/approve': {
    operationId: 'approvePlan',
    summary: 'Approves a version that another admin has proposed.',
    body: versionSchema,
    answers: changed,
    refuses: [404],
  },
  'POST /api/plan/pause': {
    operationId: 'pauseTexts',
    summary: 'Stops all texts: a minute later no text leaves.',
    answers: changed,
  },
  'POST /api/plan/resume': {
    operationId: 'resumeAllTexts',
    summary: 'Lets texts leave again.',
    answers: changed,
  },
  'POST /api/plan/test': {
    operationId: 'sendSample',
    summary: 'Sends one sample text, of the plan in force or of a draft, to one of its testPhones.',
    body: sampleSchema.extend({ plan: draftSchema.optional() }),
    fields: { plan: 'A draft: the text is taken from it instead of from the plan in force.' },
    answers: { 200: sampled },
    refuses: [409],
  },
  'POST /api/plan/preview': {
    operationId: 'previewPlan',
    summary: 'Shows what a draft would do, for at most 90 days; changes nothing.',
    body: askedSchema.extend({ plan: draftSchema }),
    fields: { workerId: 'Shows the days of this worker as well.' },
    answers: { 200: preview },
    refuses: [404],
  },
} as const satisfies Operations;
