/** Written at deployment (or by the stage): one build serves every stage. */
export type ConsoleSettings = Readonly<{
  /** The issuer's address: `<authority>/.well-known/openid-configuration` says the rest. */
  authority: string;
  clientId: string;
  /** Ends the session at the issuer: takes `client_id` and `logout_uri`, as Cognito's `/logout` does. */
  signOutUrl: string;
}>;

export async function readSettings(): Promise<ConsoleSettings> {
  const answer = await fetch('/settings.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`/settings.json answered ${answer.status}`);
  return answer.json();
}
