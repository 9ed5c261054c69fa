import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { State } from '#local/state';

/** What the identity provider remembers, with the rest of the stage: who signed in stays so through a restart. */
export const signInStore =
  (state: State) =>
  (model: string): Adapter => {
    const read = (id: string): AdapterPayload | undefined =>
      JSON.parse(state.read(nameOf(model, id)) ?? 'null') ?? undefined;
    const write = (id: string, payload: AdapterPayload | null): void =>
      state.write(nameOf(model, id), JSON.stringify(payload));
    return {
      async upsert(id, payload) {
        write(id, payload);
        if (payload.uid) state.write(nameOf(`${model}.uid`, payload.uid), id);
      },
      find: async (id) => read(id),
      findByUid: async (uid) => read(state.read(nameOf(`${model}.uid`, uid)) ?? ''),
      findByUserCode: async () => undefined,
      consume: async (id) => write(id, { ...read(id), consumed: Math.floor(Date.now() / 1000) }),
      destroy: async (id) => write(id, null),
      // Grants are made anew at every sign-in; nothing hangs on an old one.
      revokeByGrantId: async () => undefined,
    };
  };

const nameOf = (model: string, id: string): string => `sign-in.${model}.${id}`;
