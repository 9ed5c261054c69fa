import { importJWK, SignJWT } from 'jose';
import type { Database } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { type Emulator, type EmulatorOptions, startEmulator } from '#local/emulator';
import { tableName } from '#local/environment';
import { clientId, issuer } from '#local/sign-in/access-token';
import { algorithm } from '#local/sign-in/tokens';
import type { UserId } from '#local/sign-in/users';
import { callsTo, type Sent } from '../../../stage/calls.ts';
import { talkTo } from '../../../stage/stage.ts';
import { loadApart } from '../recorder.ts';

export type Place = Awaited<ReturnType<typeof startPlace>>;

/** Ingat in this process, from Tuesday 10 November 2026, 08:00 in Jakarta, if the folder is new. */
export async function startPlace(dataDir: string, more: Partial<EmulatorOptions> = {}) {
  const emulator = await startEmulator({
    ...{ dataDir, port: 0, loadHandler: loadApart, everyRound: false },
    now: Date.parse('2026-11-10T08:00:00+07:00'),
    ...more,
  });
  const calls = callsTo({ url: () => emulator.url, said: () => '' });
  return {
    ...talkTo(calls, () => emulator.webhookSecret),
    as: async (id: UserId): Promise<Sent> => bearing(await emulator.signIn(id)),
    asNobody: async (): Promise<Sent> => bearing(await tokenOfNobody(emulator)),
    stop: emulator.stop,
  };
}

const bearing = (token: string): Sent => ({ headers: { authorization: `Bearer ${token}` } });

/** Of somebody who has signed in and is in no group. */
const tokenOfNobody = async ({ kept }: Emulator): Promise<string> =>
  new SignJWT({ sub: 'nobody', token_use: 'access', client_id: clientId })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setExpirationTime('1 day')
    .sign(await importJWK(JSON.parse(kept.read('secret.signing') ?? ''), algorithm));

/** The table itself, for what no way in leads to. */
export const tableOf = (): Database => ({ client: documentClient(), tableName });
