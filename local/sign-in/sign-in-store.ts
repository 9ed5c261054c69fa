import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { State } from '#local/state';

/** The memory of the identity provider: users stay signed in through a restart. */
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
      // Each sign-in makes its own grant, so an old one can stay.
      revokeByGrantId: async () => undefined,
    };
  };

const nameOf = (model: string, id: string): string => `identity.${model}.${id}`;
