import { z } from 'zod';
import type { AuditEntry } from '#flows/audit/audit-store';
import type { Operations } from '#handlers/contract/operation';
import { exactly, instant, pageOf } from '#handlers/contract/schema';
import { roles } from '#triggers';

const auditEntry = exactly<AuditEntry>()(
  z.object({
    id: z.string(),
    at: instant,
    by: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    call: z.string(),
    on: z.record(z.string(), z.string()).meta({ description: 'The ids in the address.' }),
    fields: z.array(z.string()).meta({ description: 'What was sent, by name.' }),
    outcome: z.enum(['begun', 'done', 'refused', 'failed']),
    trail: z.record(z.string(), z.unknown()).nullable(),
  }),
);

export const access = {
  'GET /api/openapi.json': {
    operationId: 'getOpenApi',
    summary: 'This document.',
    answers: { 200: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }) },
  },
  'GET /api/me': {
    operationId: 'getMe',
    summary: 'Shows who is signed in, and the time of the server.',
    answers: { 200: z.object({ name: z.string(), roles: z.array(z.enum(roles)), now: instant }) },
  },
  'GET /api/audit': {
    operationId: 'listAudit',
    summary: 'Lists who did what on a day, looked at whom, was refused; the latest first.',
    parameters: ['date', 'cursor'],
    answers: { 200: pageOf(auditEntry) },
  },
} as const satisfies Operations;
