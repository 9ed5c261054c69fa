type Makers<Env> = Readonly<Record<string, (env: Env) => unknown>>;
type Made<M> = { readonly [Name in keyof M]: M[Name] extends (env: never) => infer P ? P : never };

/** The ports that a function uses, each made from its environment; wiring.ts has the makers. */
export const portsOf = <Env, M extends Makers<Env>>(env: Env, makers: M): Made<M> =>
  Object.fromEntries(Object.entries(makers).map(([name, make]) => [name, make(env)])) as Made<M>;
