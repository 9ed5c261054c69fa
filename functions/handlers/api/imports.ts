import { createHash } from 'node:crypto';
import * as z from 'zod';
import { cleanText } from '#domain/clean-text';
import { type ImportKind, importKinds, mostBytes } from '#domain/imports/import';
import { problem } from '#domain/problem';
import { message } from '#domain/schema-issues';
import { applyImport } from '#flows/imports/apply-import';
import { beginImport, listImports } from '#flows/imports/begin-import';
import { bringers, notTheirs, showImport } from '#flows/imports/show-import';
import { page } from '#handlers/answer';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { parsed, type Request } from '#handlers/request';
import { addresses, clock, imports, once, pieces } from '#handlers/wiring';

const wired = once(async () => ({
  ...portsOf(environment('imports'), { imports, pieces, addresses }),
  clock,
}));

export const handler = api<'imports'>({
  'POST /api/imports': async (request) => {
    const asked = parsed(importSchema, request.text);
    if (!kindsOf(request).includes(asked.kind)) throw notTheirs(asked.kind);
    const { by, name: byName, requestId } = request;
    const beginner = { importId: idOf(requestId), by, byName };
    const begun = await beginImport(asked, beginner, await wired());
    const { kind, bytes, dryRun } = asked;
    const trail = { importId: begun.importId, kind, bytes, dryRun };
    logger.info('import begun', { ...trail, by });
    return { body: begun, trail };
  },
  'GET /api/imports': async (request) =>
    page(await listImports(kindsOf(request), request.query.cursor || null, await wired())),
  'GET /api/imports/{importId}': async (request) => ({
    body: await showImport(request.params.importId ?? '', kindsOf(request), await wired()),
  }),
  'POST /api/imports/{importId}/apply': async (request) => {
    const { by, name: byName } = request;
    const { importId = '' } = request.params;
    const applied = await applyImport({ importId, by, byName }, kindsOf(request), await wired());
    const trail = { importId, kind: applied.kind };
    logger.info('import applied', { ...trail, by });
    return { status: 202, body: applied, trail };
  },
});

/** The name of a file is shown in the console, and kept with the import. */
const longestName = 200;

export const importSchema = z.strictObject({
  kind: z.enum(importKinds),
  fileName: z.string().transform(cleanText).pipe(z.string().min(1).max(longestName)),
  bytes: z
    .int()
    .min(1)
    .max(mostBytes, message(problem('import-too-large', { most: mostBytes }))),
  dryRun: z.boolean(),
});

const kindsOf = ({ roles }: Request): readonly ImportKind[] =>
  importKinds.filter((kind) => roles.includes(bringers[kind]));

/** From the id of the call, which is its own: nothing is left to chance where it is repeated. */
const idOf = (requestId: string): string =>
  `imp_${createHash('sha256').update(requestId).digest('hex').slice(0, 20)}`;
