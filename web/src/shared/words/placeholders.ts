import type { Values } from '#domain/messages/placeholders';

type Names = Readonly<Record<keyof Values, string>>;

/** Plans are stored with the English names; Indonesians read and type these. */
const names: Readonly<Record<'id' | 'en', Names>> = {
  id: {
    name: 'nama',
    months: 'bulan',
    amount: 'jumlah',
    dueDate: 'jatuhTempo',
    lapseDate: 'tanggalNonaktif',
  },
  en: {
    name: 'name',
    months: 'months',
    amount: 'amount',
    dueDate: 'dueDate',
    lapseDate: 'lapseDate',
  },
};

type UiLanguage = keyof typeof names;

const stored = new Map(
  Object.values(names).flatMap((each) =>
    Object.entries(each).map(([name, shown]) => [shown, name] as const),
  ),
);

const renamed = (text: string, nameOf: (name: string) => string | undefined): string =>
  text.replace(/\{(\w+)\}/g, (found, name: string) => {
    const other = nameOf(name);
    return other === undefined ? found : `{${other}}`;
  });

/** `{nama}`, `{bulan}` …, in the order in which a text is written. */
export const placeholdersIn = (language: UiLanguage): readonly string[] =>
  Object.values(names[language]).map((name) => `{${name}}`);

/** A stored text as it is shown in the console. */
export const textShown = (text: string, language: UiLanguage): string =>
  renamed(text, (name) => new Map(Object.entries(names[language])).get(name));

/** What was typed as it is stored: the names of both languages are understood. */
export const textStored = (typed: string): string => renamed(typed, (name) => stored.get(name));
