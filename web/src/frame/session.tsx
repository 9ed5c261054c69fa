import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { AuthProvider, useAuth } from 'react-oidc-context';
import { apiWith } from '../shared/api.ts';
import { ApiProvider } from '../shared/api-context.ts';
import { useTexts } from '../shared/language.tsx';
import { Failed } from '../shared/loading/failed.tsx';
import { Loading } from '../shared/loading/loading.tsx';
import { Centered } from '../shared/page/centered.tsx';
import type { ConsoleSettings } from './settings.ts';
import { onceInAWhile, useSignIn } from './sign-in.ts';
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
