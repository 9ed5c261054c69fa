/** Written at deployment (or by the local server): one build serves every stage. */
export type ConsoleSettings = Readonly<{
  /** The issuer, whose `/.well-known/openid-configuration` holds the rest. */
  authority: string;
  clientId: string;
  /** Ends the issuer's session; takes `client_id` and `logout_uri` like Cognito's `/logout`. */
  signOutUrl: string;
}>;

export async function readSettings(): Promise<ConsoleSettings> {
  const answer = await fetch('/settings.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`/settings.json answered ${answer.status}`);
  return answer.json();
}
