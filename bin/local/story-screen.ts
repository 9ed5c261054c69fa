import type { WorkerView } from '#domain/worker-view';
import type { RunView } from '#flows/show-runs';
import type { Stage } from '#local/stage';
import { call, cast } from '#local/story';

/** One screen for somebody who has just typed `npm start` for the first time: what happened today, to whom, and what to try. */
export async function storyScreen(stage: Stage): Promise<string> {
  const { items: runs } = await call<{ items: readonly RunView[] }>(stage, '/api/runs?date=2026-11-11', { method: 'GET' });
  const [siti, sri, yohana, marsudi] = await Promise.all([cast.siti, cast.sri, cast.yohana, cast.marsudi].map((nik) => find(stage, nik)));
  const texts = stage.outbox('2026-11-10T17:00:00.000Z');
  const text = texts.find(({ to }) => to === siti?.phone);
  const hers = texts.find(({ to }) => to === yohana?.phone);
  const beside = [
    'Contributions for November are due on Monday the 16th (the 15th is a Sunday).',
    'Five days before, at 09:00 of their own clock, workers who have not paid were',
    'reminded:',
    '',
    ...tableOf(runs),
    '',
    `${sri?.name} paid at 08:40 this morning: no text.`,
    `${yohana?.name} in Jayapura got hers at ${jakartaTime(hers?.at)} by the clock in Jakarta.`,
    `${marsudi?.name} had asked for no texts: skipped. One phone number is missing.`,
    'One text was taken by the carrier, whose answer never came: it is "unknown",',
    'waits for a person at /api/attention?kind=unknown, and is not sent again.',
  ];
  return [
    '',
    `  Ingat runs at ${stage.url}. Its clock says Wednesday 11 November 2026, ${jakartaTime(new Date().toISOString())} in Jakarta.`,
    '',
    ...sideBySide(phone(text?.text ?? '', jakartaTime(text?.at)), beside),
    '',
    '  Try:',
    `    npm run pay -- ${cast.siti}                       Siti pays …`,
    `    curl ${stage.url}/_local/clock -d '{"by": "P3D"}'      … three days pass: on the 14th the others are reminded,`,
    `    curl '${stage.url}/_local/outbox?phone=${siti?.phone.replace('+62', '0')}'    and she is not`,
    `    kill -9 ${process.pid}; npm start                             nothing is lost, nobody is texted twice`,
    '',
  ].join('\n');
}

async function find(stage: Stage, nik: string): Promise<(WorkerView & { phone: string }) | undefined> {
  const { items } = await call<{ items: readonly (WorkerView & { phone: string })[] }>(stage, '/api/workers/find', {
    body: JSON.stringify({ nik }),
  });
  return items[0];
}

function tableOf(runs: readonly RunView[]): readonly string[] {
  const rows = runs
    .filter(({ step }) => step === 'before')
    .map(({ zone, counts }) => {
      const { skipped = {}, ...others } = counts;
      const notSent = Object.entries({ ...skipped, ...others }).filter(([kind]) => kind !== 'sent');
      const due =
        Object.values(skipped).reduce((sum, count) => sum + count, 0) + Object.values(others).reduce((sum, count) => sum + count, 0);
      return [
        zone.replace('Asia/', ''),
        String(due),
        String(counts.sent ?? 0),
        notSent.map(([kind, count]) => `${count} ${kind}`).join(', ') || '-',
      ];
    });
  return [['zone', 'due', 'sent', 'not sent, and why'], ...rows].map(
    ([zone = '', due = '', sent = '', why = '']) => `  ${zone.padEnd(10)}${due.padStart(5)}${sent.padStart(6)}   ${why}`,
  );
}

const frameWidth = 28;

function phone(text: string, time: string): readonly string[] {
  const line = (content: string): string => `│ ${content.padEnd(frameWidth)} │`;
  const bar = '─'.repeat(frameWidth + 2);
  return [
    `╭${bar}╮`,
    line(`INGAT${time.padStart(frameWidth - 5)}`),
    `├${bar}┤`,
    ...wrapped(text).map(line),
    line(''),
    line('+62 870…0100'),
    `╰${bar}╯`,
  ];
}

function wrapped(text: string): readonly string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= frameWidth) return [...lines.slice(0, -1), `${last} ${word}`];
    return [...lines, word];
  }, []);
}

function sideBySide(left: readonly string[], right: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    `  ${(left[at] ?? '').padEnd(frameWidth + 4)}   ${right[at] ?? ''}`.trimEnd(),
  );
}

const jakartaTime = (instant: string | undefined): string =>
  instant === undefined ? '--:--' : new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16);
