import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Sent } from '../../stage/calls.ts';
import { json, signed } from '../../stage/calls.ts';
import type { TestStage } from '../../stage/stage.ts';
import { deadNumbers } from './cast.ts';

/** Something that was done: asked for at `from`, answered by `at`, by the stage's clock. */
export type Told = Readonly<{
  what: 'paid' | 'stopped' | 'texts again' | 'erased' | 'ended' | 'ahead' | 'paused' | 'resumed';
  who: number;
  from: string;
  at: string;
  /** Of a payment. */
  reference?: string;
  amount?: number;
}>;

/** A stage in the storm, and all that was told and injected. */
export type AtSea = Awaited<ReturnType<typeof putToSea>>;

/** Calls are repeated until they are answered for certain, as a channel and an office do. */
export async function putToSea(stage: TestStage) {
  const told: Told[] = [];
  const injected: Record<string, number> = {};
  const faults: string[] = [];
  /** Of this process of the stage. */
  let counted: Readonly<Record<string, number>> = {};
  let isDown = false;

  const count = (fault: string, times = 1): void => {
    injected[fault] = (injected[fault] ?? 0) + times;
  };

  /** The last answer; a fault of the stage or a cut connection is none. */
  async function persist(
    method: string,
    path: string,
    sent: Sent | (() => Promise<Sent>) = {},
  ): Promise<Answer> {
    for (;;) {
      const answer = await call(method, path, sent);
      if (answer && answer.status < 500 && answer.status !== 429) return answer;
      await sleep(20);
    }
  }

  async function call(
    method: string,
    path: string,
    sent: Sent | (() => Promise<Sent>),
  ): Promise<Answer | null> {
    try {
      return await stage.call(method, path, typeof sent === 'function' ? await sent() : sent);
    } catch (error) {
      if (!isDown && stage.hasEnded()) throw error;
      return null;
    }
  }

  const now = async (): Promise<string> =>
    ((await persist('GET', '/_local/clock')).body as { now: string }).now;

  async function tell(
    what: Told['what'],
    who: number,
    act: () => Promise<boolean>,
    more: Partial<Told> = {},
  ): Promise<void> {
    const from = await now();
    if (await act()) told.push({ what, who, from, at: await now(), ...more });
  }

  /** Faults are kept in memory: those of a stage that is killed are counted before. */
  async function countInjected(): Promise<void> {
    const answer = await call('POST', '/_local/faults', json({}));
    const counts = (answer?.body as { injected?: Record<string, number> })?.injected ?? {};
    for (const [fault, times] of Object.entries(counts))
      count(fault, times - (counted[fault] ?? 0));
    counted = counts;
  }

  const setCarrier = () =>
    persist('POST', '/_local/faults', json({ carrier: { deliveredPercent: 90, deadNumbers } }));

  let killing: Promise<unknown> = Promise.resolve();
  /** One death at a time. */
  function kill({ downFor = 0 } = {}): Promise<void> {
    const killed = killing.then(async () => {
      await countInjected();
      isDown = true;
      await stage.kill();
      await stage.restart({ downFor });
      counted = {};
      isDown = false;
      await setCarrier();
      count(downFor > 0 ? 'down for days' : 'kill -9');
    });
    killing = killed.catch(() => undefined);
    return killed;
  }

  /** Past it already: nothing to do. */
  async function clockTo(to: string): Promise<void> {
    while (Date.parse(await now()) < Date.parse(to))
      await call('POST', '/_local/clock', json({ to }));
  }

  await setCarrier();
  return {
    stage,
    told,
    injected,
    faults,
    count,
    countInjected,
    persist,
    /** Tried once, whatever comes of it. */
    once: async (method: string, path: string, sent: Sent): Promise<Answer> =>
      (await call(method, path, sent)) ?? { status: 503, body: null },
    tell,
    now,
    kill,
    clockTo,
    textsSince: async (since: string): Promise<number> =>
      (
        (await persist('GET', `/_local/outbox?since=${encodeURIComponent(since)}`)).body as {
          items: readonly unknown[];
        }
      ).items.length,
    /** Signed anew for each try: a signature is good for five minutes. */
    async notify(body: Readonly<Record<string, unknown>>): Promise<Answer> {
      for (;;) {
        const answer = await persist('POST', '/api/payments', async () => {
          const at = new Date(await now());
          const text = JSON.stringify(body);
          return signed(String(body.reference), text, { secret: stage.webhookSecret(), at });
        });
        if (answer.status !== 401) return answer;
      }
    },
  };
}

export const isOk = ({ status }: Pick<Answer, 'status'>): boolean => status < 300;
