import * as z from 'zod';
import type { AuditEntry } from '#flows/audit/audit-store';
import type { Operations } from '#handlers/contract/operation';
import { each, exactly, instant, pageOf } from '#handlers/contract/schemas/schema';
import { roles } from '#triggers';

const auditEntry = exactly<AuditEntry>()(
  z.object({
    ...each(z.string(), 'id', 'by', 'name', 'call'),
    at: instant,
    roles: z.array(z.string()),
    on: z.record(z.string(), z.string()).describe('The ids of what the call is about.'),
    fields: z.array(z.string()).describe('The names of the fields that were sent and are known.'),
    more: z.int().describe('How many other fields were sent.'),
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
    summary: 'Lists who changed what, looked at whom or was refused on a day, newest first.',
    parameters: ['date', 'cursor'],
    answers: { 200: pageOf(auditEntry) },
  },
} as const satisfies Operations;
