import { type Api, saveFile } from '../shared/api.ts';
import { useApi } from '../shared/api-context.ts';
import { csvBlob } from '../shared/csv/csv-file.ts';
import { MakeCsv } from '../shared/csv/save-csv.tsx';
import { useTexts } from '../shared/language.tsx';
import { useToday } from '../shared/me.tsx';
import { useNotify } from '../shared/notices.tsx';
import { withCursor } from '../shared/reading.ts';
import { sharedTexts } from '../shared/texts.ts';
import { type Asked, itemsQuery } from './asked.ts';
import type { Item } from './items.ts';
import { itemRows } from './items-csv.ts';
import { kindTexts, type ReminderKind } from './kind-texts.ts';
import { attentionTexts } from './texts.ts';

type SaveItemsProps = Readonly<{ kind: ReminderKind; asked: Asked }>;

/** All items that were asked for, shown or not, as a file to call their workers by. */
export function SaveItems({ kind, asked }: SaveItemsProps) {
  const { callList, cut } = useTexts(attentionTexts);
  const { title } = useTexts(sharedTexts).fileCut;
  const { name } = useTexts(kindTexts)[kind];
  const today = useToday();
  const api = useApi();
  const notify = useNotify();
  const save = async (): Promise<void> => {
    const { items, isCut } = await itemsAt(`/api/attention?${itemsQuery(kind, asked)}`, api);
    saveFile(`attention-${kind}-${today}.csv`, csvBlob(itemRows(items, isCut)));
    if (isCut) notify({ type: 'warning', header: title, content: cut });
  };
  return <MakeCsv text={callList} about={name} make={save} />;
}

type Page = Readonly<{ items: readonly Item[]; next?: string }>;

/** Of a hundred items each, as many as a part of a call list has. Each is a look to be audited. */
const mostPages = 50;

async function itemsAt(path: string, api: Api) {
  const items: Item[] = [];
  let next: string | undefined = '';
  for (let pages = 0; next !== undefined && pages < mostPages; pages++) {
    const page: Page = await api.call({ method: 'GET', path: withCursor(path, next) });
    items.push(...page.items);
    next = page.next;
  }
  return { items, isCut: next !== undefined };
}
