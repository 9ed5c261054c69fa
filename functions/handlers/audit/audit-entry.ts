import { isMonth } from '#domain/calendar/dates';
import { isImportId } from '#domain/imports/import';
import { isWorkerId } from '#domain/people/worker-id';
import { parseRunId } from '#domain/sending/slice';
import type { AuditEntry } from '#flows/audit/audit-store';
import type { Call } from '#handlers/admit';
import { knownFields } from '#handlers/audit/known-fields';
import { mostCharacters } from '#handlers/request';
import type { RouteKey } from '#triggers';

/** Kept for good: nothing that somebody typed, which may be a name, a phone or a NIK. */
export function entryOf({ route: { method, path }, request }: Call, at: string): AuditEntry {
  const call = `${method} ${path}` as RouteKey;
  const sent = objectIn(request.text);
  return {
    id: request.requestId,
    at,
    by: request.by,
    name: request.name,
    roles: request.roles,
    call,
    on: { ...idsIn(request.params), ...workerIn(sent), ...monthIn(sent) },
    ...fieldsOf(sent, knownFields[call] ?? []),
    outcome: 'begun',
    trail: null,
  };
}

type ParameterIn<K> = K extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterIn<Rest>
  : never;

/** What an id looks like, by its name in a path. */
const isId: Readonly<Record<ParameterIn<RouteKey>, (text: string) => boolean>> = {
  id: isWorkerId,
  month: isMonth,
  importId: isImportId,
  // The name of a step could be made to hold a number.
  runId: (text) => parseRunId(text) !== null && !/\d{5}/.test(text),
};

const idsIn = (params: Readonly<Record<string, string>>): AuditEntry['on'] =>
  Object.fromEntries(
    Object.entries(params).map(([name, text]) => [
      name,
      (isId as Readonly<Record<string, (text: string) => boolean>>)[name]?.(text)
        ? text
        : '(no id)',
    ]),
  );

const workerIn = ({ workerId }: Readonly<Record<string, unknown>>): AuditEntry['on'] =>
  typeof workerId === 'string' && isWorkerId(workerId) ? { workerId } : {};

const monthIn = ({ month }: Readonly<Record<string, unknown>>): AuditEntry['on'] =>
  typeof month === 'string' && isMonth(month) ? { month } : {};

const mostFields = 20;

/** What was shown before a correction: it changes nothing. */
const shownBefore = 'was';

/** Names of fields alone, and of those only what the call knows. `more`: how many others. */
function fieldsOf(
  sent: Readonly<Record<string, unknown>>,
  known: readonly string[],
): Pick<AuditEntry, 'fields' | 'more'> {
  const names = Object.keys(sent).filter((name) => name !== shownBefore);
  const fields = names.filter((name) => known.includes(name)).slice(0, mostFields);
  return { fields: fields.sort(), more: names.length - fields.length };
}

/** Nothing of a body that is too large to be read, or no object. */
function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const sent: unknown = text.length > mostCharacters ? null : JSON.parse(text);
    return typeof sent === 'object' && sent !== null && !Array.isArray(sent)
      ? (sent as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
