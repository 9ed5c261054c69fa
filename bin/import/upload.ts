import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Transform } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export type Upload = Readonly<{
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
}>;
type Sending = Readonly<{
  to: Upload;
  bytes: number;
  /** Told how far it is, from 0 to 1. */
  heard: (share: number) => void;
  /** Whether the import has begun: an answer can be lost, and the file be there. */
  hasArrived: () => Promise<boolean>;
}>;

/** Streams the file to where the API says. The address is signed: it needs no token. */
export async function upload(file: string, sending: Sending, attempt = 1): Promise<void> {
  const refused = await send(file, sending).catch((error: Error) => error);
  if (refused === null || (await sending.hasArrived())) return;
  if (typeof refused === 'string' || attempt === 3)
    throw new Error(
      `The file was not taken: ${refused instanceof Error ? refused.message : refused}`,
    );
  await sleep(1_000 * attempt);
  return upload(file, sending, attempt + 1);
}

const silenceSeconds = 300;

/** Taken now, or a lost answer ago: a file that is there is not replaced. */
const taken: readonly (number | undefined)[] = [200, 412];
/** Another sending of the same file is not over yet: a broken connection may look so. */
const atTheSameTime = 409;

/** Null where it was taken, else why not. Rejects where trying again may help. */
async function send(file: string, { to, bytes, heard }: Sending): Promise<string | null> {
  const { method, url, headers } = to;
  const begin = url.startsWith('https:') ? overHttps : overHttp;
  const sending = begin(url, { method, headers: { ...headers, 'content-length': bytes } });
  sending.setTimeout(silenceSeconds * 1_000, () => sending.destroy(new Error('No answer came')));
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  const sent = pipeline(createReadStream(file, { end: bytes - 1 }), counted(bytes, heard), sending);
  // A refusal can come before all of the file is sent, which then breaks off.
  sent.catch(() => undefined);
  const [answer] = await answered;
  const said = await text(answer);
  if (taken.includes(answer.statusCode)) return null;
  const why = /<Message>(.*)<\/Message>/s.exec(said)?.[1] ?? `it was answered ${answer.statusCode}`;
  if (answer.statusCode === atTheSameTime) throw new Error(why);
  return why;
}

function counted(bytes: number, heard: (share: number) => void): Transform {
  let sent = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length;
      heard(sent / bytes);
      done(null, chunk);
    },
  });
}
