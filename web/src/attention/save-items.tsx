import { Button } from '@cloudscape-design/components';
import { useState } from 'react';
import { type ApiError, saveFile } from '../shared/api.ts';
import { useApi } from '../shared/api-context.ts';
import { csvBlob } from '../shared/csv/csv-file.ts';
import { useTexts } from '../shared/language.tsx';
import { Problem } from '../shared/loading/failed.tsx';
import { useToday } from '../shared/me.tsx';
import { useNotify } from '../shared/notices.tsx';
import { withCursor } from '../shared/reading.ts';
import { sharedTexts } from '../shared/texts.ts';
import { type Asked, itemsQuery } from './asked.ts';
import type { Item } from './columns.tsx';
import { itemRows } from './items-csv.ts';
import type { ReminderKind } from './kind-texts.ts';
import { attentionTexts } from './texts.ts';

type Page = Readonly<{ items: readonly Item[]; next?: string }>;

/** Of a hundred items. Each says in the audit log who was looked at. */
const mostCalls = 50;

/** All items that were asked for, shown or not, as a file to call their workers by. */
export function SaveItems({ kind, asked }: Readonly<{ kind: ReminderKind; asked: Asked }>) {
  const texts = useTexts(attentionTexts);
  const { failed, fileCut } = useTexts(sharedTexts);
  const today = useToday();
  const api = useApi();
  const notify = useNotify();
  const [isLoading, setIsLoading] = useState(false);
  const path = `/api/attention?${itemsQuery(kind, asked)}`;
  async function save(): Promise<void> {
    const items: Item[] = [];
    let next: string | undefined = '';
    for (let calls = 0; next !== undefined && calls < mostCalls; calls++) {
      const page: Page = await api.call({ method: 'GET', path: withCursor(path, next) });
      items.push(...page.items);
      next = page.next;
    }
    const rows = itemRows(items);
    saveFile(`attention-${kind}-${today}.csv`, csvBlob(next ? [...rows, [texts.cut]] : rows));
    if (next) notify({ type: 'warning', header: fileCut.title, content: texts.cut });
  }
  const start = () => {
    setIsLoading(true);
    void save()
      .catch((error: ApiError) =>
        notify({ type: 'error', header: failed, content: <Problem error={error} /> }),
      )
      .finally(() => setIsLoading(false));
  };
  return (
    <Button iconName="download" loading={isLoading} onClick={start}>
      {texts.callList}
    </Button>
  );
}
