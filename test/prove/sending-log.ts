import { trialState } from '#domain/sending/trial';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { actorNow } from './interleave.ts';
import { sariElsewhere, siti, sri } from './sending-people.ts';

export type Event = Readonly<{
  what: 'readFresh' | 'claim' | 'text' | 'sent' | 'change';
  workerId: string;
  by: string;
  at: string;
  /** At that moment. */
  trial: ReturnType<typeof trialState>;
}>;

/**
 * Logs fresh reads, claims and changes in the order of their effect, and when each text was sent.
 */
export function logged(memory: InMemoryPorts): Event[] {
  const log: Event[] = [];
  /** A text of another version is tried anew. */
  const trialNow = (workerId: string): Event['trial'] => {
    const row = [...memory.state.reminders.values()].find((each) => each.workerId === workerId);
    const [trial] = memory.state.trials.values();
    return trial && trial.planVersion === row?.planVersion ? trialState(trial) : 'passed';
  };
  const note = (what: Event['what'], workerId: string): number =>
    log.push({
      ...{ what, workerId, by: actorNow() ?? 'recovery' },
      ...{ at: memory.state.now, trial: trialNow(workerId) },
    });
  const { readFresh, write, record: settle } = memory.reminders;
  const { replace, erase } = memory.workers;
  const { record } = memory.payments;
  const { send } = memory.sms;
  const changed =
    <A extends unknown[]>(
      act: (...given: A) => Promise<boolean>,
      workerOf: (...given: A) => string,
    ) =>
    async (...given: A): Promise<boolean> => {
      const done = await act(...given);
      if (done) note('change', workerOf(...given));
      return done;
    };
  Object.assign(memory.workers, {
    replace: changed(replace, ({ workerId }) => workerId),
    erase: changed(erase, (workerId) => workerId),
  });
  Object.assign(memory.payments, {
    record: async (...given: Parameters<typeof record>) => {
      const answer = await record(...given);
      if (answer === 'recorded' && given[1]) note('change', given[1].worker.workerId);
      return answer;
    },
  });
  Object.assign(memory.reminders, {
    readFresh: async (...given: Parameters<typeof readFresh>) => {
      const answer = await readFresh(...given);
      for (const workerId of given[0]) note('readFresh', workerId);
      return answer;
    },
    write: async (...given: Parameters<typeof write>) => {
      const answer = await write(...given);
      if (answer === 'written' && given[0].status === 'claimed') note('claim', given[0].workerId);
      return answer;
    },
  });
  Object.assign(memory.reminders, {
    record: async (...given: Parameters<typeof settle>) => {
      const done = await settle(...given);
      if (done && given[2].status === 'sent') note('sent', given[0].workerId);
      return done;
    },
  });
  Object.assign(memory.sms, {
    send: (text: Parameters<typeof send>[0]) => {
      const whose = [siti, sri, sariElsewhere].find(({ phone }) => phone === text.phone) ?? siti;
      note('text', whose.workerId);
      return send(text);
    },
  });
  return log;
}

/**
 * No claim may follow a payment, stop or erasure, or a correction without a fresh read, and no text
 * may leave more than 5 s after its fresh read.
 */
export function staleActs(log: readonly Event[], workerId: string): readonly string[] {
  const own = log.filter((event) => event.workerId === workerId);
  return own.flatMap((event, index) => {
    const before = own.slice(0, index);
    if (
      event.what === 'claim' &&
      before.some(({ what, by }) => what === 'change' && by !== 'correction')
    )
      return [`${workerId} was claimed by ${event.by} after they had paid, stopped or gone`];
    if (
      event.what === 'claim' &&
      before.findLast(({ what }) => what === 'readFresh' || what === 'change')?.what === 'change'
    )
      return [`${workerId} was claimed by ${event.by} as they were before a change`];
    const readFresh = before.findLast(({ what, by }) => what === 'readFresh' && by === event.by);
    const seconds = (Date.parse(event.at) - Date.parse(readFresh?.at ?? '')) / 1_000;
    return event.what === 'text' && !(seconds <= 5)
      ? [`${workerId} was texted by ${event.by} ${seconds} s after the look`]
      : [];
  });
}
