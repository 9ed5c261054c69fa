import { Button } from '@cloudscape-design/components';
import { useQueryClient } from '@tanstack/react-query';
import type { AttentionKind } from '#flows/attention/attention-store';
import type { DoneItem } from '#flows/attention/resolve-items';
import type { ApiError } from '../shared/api.ts';
import { useApi } from '../shared/api-context.ts';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { useNotify } from '../shared/notices.tsx';
import { useFormats } from '../shared/words/format.ts';
import { resolveTexts } from './resolve-texts.ts';

type Done = Readonly<{ items: readonly DoneItem[] }>;

/** The API takes a hundred at once. */
const atOnce = 100;

/** The lists and their totals, and the page of a worker, where it is noted. */
const isChanged = ({ queryKey: [path] }: Readonly<{ queryKey: readonly unknown[] }>): boolean =>
  /^\/api\/(attention|workers\/)/.test(String(path));

/** Takes items off the list for everybody, says so, and offers to put them back. */
export function useSeenTo(kind: AttentionKind) {
  const texts = useTexts(resolveTexts);
  const { number } = useFormats();
  const notify = useNotify();
  const api = useApi();
  const client = useQueryClient();
  const fails = (error: ApiError) =>
    notify({ type: 'error', header: texts.failed, content: <Problem error={error} /> });
  /** What was done of them, also where a later call failed. */
  async function send(act: 'resolve' | 'restore', ids: readonly string[], note?: string) {
    const done: DoneItem[] = [];
    for (let at = 0; at < ids.length; at += atOnce) {
      const json = { kind, ids: ids.slice(at, at + atOnce), ...(note && { note }) };
      const path = `/api/attention/${act}`;
      const answer = await api.call<Done>({ method: 'POST', path, json }).catch(fails);
      if (!answer) break;
      done.push(...answer.items);
    }
    void client.invalidateQueries({ predicate: isChanged });
    return done;
  }
  const saidOf = (items: readonly DoneItem[], done: (count: string) => string): string =>
    [
      done(number(items.filter((item) => item.done).length)),
      ...reasons.flatMap((code) => {
        const others = items.filter((item) => item.code === code).length;
        return others > 0 ? [texts.others[code](number(others))] : [];
      }),
    ].join(' ');
  async function putBack(ids: readonly string[]): Promise<void> {
    const items = await send('restore', ids);
    if (items.length > 0) notify({ type: 'info', content: saidOf(items, texts.putBack) });
  }
  return async (ids: readonly string[], note?: string): Promise<void> => {
    const items = await send('resolve', ids, note);
    const done = items.filter((item) => item.done).map(({ id }) => id);
    if (items.length === 0) return;
    notify({
      type: done.length > 0 ? 'success' : 'info',
      content: saidOf(items, texts.done),
      ...(done.length > 0 && {
        action: <Button onClick={() => void putBack(done)}>{texts.undo}</Button>,
      }),
    });
  };
}

const reasons = ['no-such-item', 'busy'] as const;
