import { createHash } from 'node:crypto';
import type middy from '@middy/core';
import { problem } from '#domain/problem';
import type { Call, Called } from '#handlers/admit';
import type { Answered, HttpAnswer } from '#handlers/answer';
import { inQuery } from '#handlers/query';

type Listed = middy.Request<unknown, Answered | HttpAnswer, Error, Called>;

/**
 * A `next` leaves with a checksum over its list and place: a made-up cursor, or that of another
 * list, would begin anywhere. It is no lock: a cursor opens nothing that its list would not show.
 */
export const cursors = {
  before({ context }: Listed): void {
    const { route, request } = context.call;
    const { query } = request;
    if (!query.cursor) return;
    const cursor = Buffer.from(query.cursor.split('.', 1).join(), 'base64url').toString();
    if (query.cursor !== cursorTo(cursor, context.call))
      throw inQuery('cursor', query.cursor, problem('not-a-cursor'));
    context.call = { route, request: { ...request, query: { ...query, cursor } } };
  },

  after(called: Listed): void {
    const { response } = called;
    if (!response || 'statusCode' in response) return;
    if ('csv' in response) {
      if (response.next)
        called.response = { ...response, next: addressOf(response.next, called.context.call) };
      return;
    }
    const { body } = response;
    if (!isPage(body)) return;
    const next = cursorTo(body.next, called.context.call);
    called.response = { ...response, body: { ...body, next } };
  },
};

const isPage = (body: unknown): body is Readonly<{ next: string }> =>
  typeof body === 'object' && body !== null && 'next' in body && typeof body.next === 'string';

/** What was asked for, from there on. */
function addressOf(place: string, call: Call): string {
  const asked = { ...call.request.query, cursor: cursorTo(place, call) };
  const search = new URLSearchParams();
  for (const [name, text] of Object.entries(asked)) if (text) search.set(name, text);
  return `?${search}`;
}

/** The route and what is asked of it say which list it is. */
function cursorTo(place: string, { route, request: { params, query } }: Call): string {
  const { cursor: _, ...filters } = query;
  const asked = Object.entries({ ...filters, ...params }).sort();
  const checksum = createHash('sha256').update(JSON.stringify([route.path, asked, place]));
  const encoded = Buffer.from(place).toString('base64url');
  return `${encoded}.${checksum.digest('base64url').slice(0, 11)}`;
}
