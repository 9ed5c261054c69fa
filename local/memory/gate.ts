/** Passed before and after each call of a port: a test lets others go first here, or crashes. */
export type Gate = (operation: string, when: 'before' | 'after') => Promise<void>;

type Effects = Readonly<Record<string, (...given: never[]) => unknown>>;
/** A port whose methods do at once what the port does some time later. */
export type AtOnce<Port> = {
  [M in keyof Port]: Port[M] extends (...given: infer Given) => Promise<infer Answer>
    ? (...given: Given) => Answer
    : never;
};
type Gated<E> = {
  [M in keyof E]: E[M] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Answer>
    : never;
};

/** `gated('rateLimit', effects)` is the port: its methods pass the gate as `rateLimit.take`. */
export const gatedBy =
  (gate: Gate = open) =>
  <E extends Effects>(port: string, effects: E): Gated<E> =>
    Object.fromEntries(
      Object.entries(effects).map(([method, effect]) => [
        method,
        async (...given: never[]) => {
          await gate(`${port}.${method}`, 'before');
          const answer = effect(...given);
          await gate(`${port}.${method}`, 'after');
          return answer;
        },
      ]),
    ) as Gated<E>;

const open: Gate = async () => undefined;
