import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { signInCallback } from '#triggers';
import { listenAt } from './loopback.ts';

type ConsoleSettings = Readonly<{ authority: string; clientId: string }>;

/**
 * Signs in as the console at this address does (authorization code with PKCE), and answers the
 * access token. `tell` gets the address that somebody has to open in a browser of this machine.
 */
export async function signInAt(
  consoleUrl: string,
  tell: (address: string) => void,
): Promise<string> {
  const client = clientFor(await settingsAt(consoleUrl));
  const { url, state } = await client.createSigninRequest({});
  const loopback = await listenAt(
    signInCallback,
    ({ searchParams }) => searchParams.get('state') === state.id,
  );
  try {
    tell(url);
    const { access_token } = await client.processSigninResponse(await loopback.called);
    return access_token;
  } finally {
    loopback.close();
  }
}

const clientFor = ({ authority, clientId }: ConsoleSettings): OidcClient =>
  new OidcClient({
    authority,
    client_id: clientId,
    redirect_uri: signInCallback,
    scope: 'openid profile',
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    loadUserInfo: false,
  });

async function settingsAt(consoleUrl: string): Promise<ConsoleSettings> {
  const address = new URL('/settings.json', consoleUrl);
  const answer = await fetch(address).catch(() => {
    throw new Error(`Nothing answers at ${address.origin}`);
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: is it Ingat's console?`);
  return (await answer.json()) as ConsoleSettings;
}
