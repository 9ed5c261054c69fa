import type { IncomingMessage, ServerResponse } from 'node:http';
import type { default as Provider } from 'oidc-provider';
import { readBody } from '#local/http/aws-protocols';
import { startProvider } from '#local/sign-in/provider';
import { signInPage, signInPageHeaders } from '#local/sign-in/sign-in-page';
import type { Tokens } from '#local/sign-in/tokens';
import { isUser, users } from '#local/sign-in/users';
import type { State } from '#local/state';

/** Where it is mounted on the emulator's port. */
export const signInPath = '/oidc';
const choosePath = `${signInPath}/choose/`;

type Parts = Readonly<{ state: State; tokens: Tokens; port: number }>;
type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Cognito's hosted sign-in: authorization code with PKCE, and a page to choose who to be. */
export function startSignIn(parts: Parts): Listener {
  let started: Promise<Provider> | null = null;
  return async (request, response) => {
    started ??= startProvider({ ...parts, choosePath });
    const provider = await started;
    const { pathname } = new URL(request.url ?? '', 'http://local');
    if (pathname === `${signInPath}/logout`) return signOut(request, response);
    if (pathname.startsWith(choosePath)) return choose(provider, request, response);
    // As Express does for what is mounted below it, so that the provider knows its own address.
    const mounted = Object.assign(request, {
      originalUrl: request.url,
      url: request.url?.slice(signInPath.length) || '/',
    });
    await provider.callback()(mounted, response);
  };
}

/** Shows the users, and continues as the one who was chosen. */
async function choose(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await provider.interactionDetails(request, response).catch(() => null);
  // The sign-in is too old, or from before a restart: the console begins another.
  if (!asked) return redirect(response, '/');
  if (request.method !== 'POST') {
    const language = String(asked.params.ui_locales ?? 'id').startsWith('en') ? 'en' : 'id';
    return void response.writeHead(200, signInPageHeaders).end(signInPage(language));
  }
  const form = new URLSearchParams((await readBody(request, 10_000)).toString());
  const chosen = form.get('user') ?? '';
  if (!isUser(chosen)) return redirect(response, request.url ?? '/');
  const signedIn = { login: { accountId: users[chosen].sub } };
  const options = { mergeWithLastSubmission: false };
  await provider.interactionFinished(request, response, signedIn, options);
}

const redirect = (response: ServerResponse, location: string, headers = {}): void =>
  void response.writeHead(303, { location, ...headers }).end();

/** Like Cognito's: forgets who is signed in, and returns to the console. */
function signOut({ headers }: IncomingMessage, response: ServerResponse): void {
  const cookies = (headers.cookie ?? '').split(/; */).map((cookie) => cookie.split('=')[0] ?? '');
  const gone = cookies
    .filter((name) => name.startsWith('_session'))
    .map((name) => `${name}=; Path=/; Max-Age=0`);
  redirect(response, '/', { 'set-cookie': gone });
}
