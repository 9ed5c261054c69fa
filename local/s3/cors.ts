import type { IncomingHttpHeaders } from 'node:http';
import { denied } from '#local/s3/refusal';
import { uploads } from '#triggers';

/** What a page of this origin may do, as the bucket's rules say; the origin itself is checked. */
export function preflightAnswer(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const { origin } = headers;
  const method = String(headers['access-control-request-method'] ?? '');
  const asked = String(headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const methods: readonly string[] = uploads.cors.methods;
  const allowed: readonly string[] = uploads.cors.headers;
  if (!origin || !methods.includes(method) || asked.some((name) => !allowed.includes(name)))
    throw denied('CORSResponse: This CORS request is not allowed.');
  return { ...allowing(origin), 'access-control-allow-headers': asked.join(', ') };
}

export const corsHeaders = ({ origin }: IncomingHttpHeaders): Readonly<Record<string, string>> =>
  origin ? allowing(origin) : {};

const allowing = (origin: string) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': uploads.cors.methods.join(', '),
  'access-control-max-age': String(uploads.cors.maxAgeSeconds),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
});
