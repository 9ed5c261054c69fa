import { useQueryClient } from '@tanstack/react-query';
import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { AuthProvider, useAuth } from 'react-oidc-context';
import { ApiProvider, apiWith } from '../shared/api.ts';
import { forgetDrafts } from '../shared/draft.ts';
import { rememberedLanguage, useTexts } from '../shared/language.tsx';
import { Failed } from '../shared/loading/failed.tsx';
import { Loading } from '../shared/loading/loading.tsx';
import { Centered } from '../shared/page/centered.tsx';
import type { ConsoleSettings } from './settings.ts';
import { frameTexts } from './texts.ts';

/** Authorization code with PKCE, with Cognito and locally. The token stays in this tab. */
export const managerFor = ({ authority, clientId }: ConsoleSettings): UserManager =>
  new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: `${location.origin}/`,
    scope: 'openid profile',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    loadUserInfo: false,
  });

/** Shows the console only to readers who are signed in, and brings them back to their page. */
export function Session({
  manager,
  children,
}: Readonly<{ manager: UserManager; children: ReactNode }>) {
  return (
    <AuthProvider userManager={manager} onSigninCallback={backToWhereOneWas}>
      <Gate>{children}</Gate>
    </AuthProvider>
  );
}

const backToWhereOneWas = (user: User | undefined): void =>
  history.replaceState(
    null,
    '',
    typeof user?.state === 'string' && user.state.startsWith('/') ? user.state : '/',
  );

const whereOneIs = (): string => location.pathname + location.search + location.hash;

function Gate({ children }: Readonly<{ children: ReactNode }>) {
  const auth = useAuth();
  const texts = useTexts(frameTexts).signIn;
  const goes = !auth.isLoading && !auth.isAuthenticated && !auth.activeNavigator && !auth.error;
  const signIn = useSignIn();
  useEffect(() => {
    if (goes) signIn();
  }, [goes, signIn]);
  const token = useRef<string>(undefined);
  token.current = auth.user?.access_token;
  const api = useMemo(() => apiWith(() => token.current, onceInAWhile(signIn)), [signIn]);
  if (auth.isAuthenticated) return <ApiProvider value={api}>{children}</ApiProvider>;
  if (!auth.error)
    return (
      <Centered>
        <Loading text={texts.going} />
      </Centered>
    );
  // The address still holds the issuer's code, which is used up.
  return (
    <Centered>
      <Failed
        title={texts.failed}
        error={auth.error}
        retry={() => void signIn('/')}
        retryText={texts.again}
      />
    </Centered>
  );
}

function useSignIn() {
  const auth = useAuth();
  const redirect = useRef(auth.signinRedirect);
  redirect.current = auth.signinRedirect;
  return useMemo(
    () =>
      (to: string = whereOneIs()): Promise<void> =>
        redirect.current({ state: to, ui_locales: rememberedLanguage() }),
    [],
  );
}

const lastLost = 'ingat.lost';

/** Says that it failed: signing in again after a refusal right after signing in would loop. */
const onceInAWhile = (signIn: () => Promise<void>) => (): void => {
  const last = Number(sessionStorage.getItem(lastLost) ?? 0);
  if (Date.now() - last < 20_000) return;
  sessionStorage.setItem(lastLost, String(Date.now()));
  void signIn();
};

/** Signs out here and at the issuer, and forgets drafts: another person may sit down. */
export function useSignOut({ signOutUrl, clientId }: ConsoleSettings): () => void {
  const client = useQueryClient();
  return () => {
    forgetDrafts();
    client.clear();
    // Not by the manager: it would sign in again before the issuer has ended its session.
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('oidc.')) sessionStorage.removeItem(key);
    const query = { client_id: clientId, logout_uri: `${location.origin}/` };
    location.assign(`${signOutUrl}?${new URLSearchParams(query)}`);
  };
}
