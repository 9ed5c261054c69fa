import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useAuth } from 'react-oidc-context';
import { forgetDrafts } from '../shared/draft.ts';
import { rememberedLanguage } from '../shared/language.tsx';
import type { ConsoleSettings } from './settings.ts';

const whereOneIs = (): string => location.pathname + location.search + location.hash;

export function useSignIn() {
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
export const onceInAWhile = (signIn: () => Promise<void>) => (): void => {
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
