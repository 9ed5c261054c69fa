import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

type Language = 'id' | 'en';

const folder = join(import.meta.dirname, '../..');

const isOfBoth = (value: unknown): value is Record<Language, unknown> =>
  typeof value === 'object' && value !== null && 'id' in value && 'en' in value;

/** Texts of several words: single words are often of both languages. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\S \S/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function read(): Promise<Readonly<Record<Language, readonly string[]>>> {
  const files = globSync('web/src/**/*{texts,words}.ts', { cwd: folder });
  const modules = await Promise.all(files.map((file) => import(join(folder, file))));
  const both = modules.flatMap((module) => Object.values(module)).filter(isOfBoth);
  const [id, en] = [
    both.flatMap((each) => textsIn(each.id)),
    both.flatMap((each) => textsIn(each.en)),
  ];
  return {
    id: id.filter((text) => !en.includes(text)),
    en: en.filter((text) => !id.includes(text)),
  };
}

const ofEach = read();

/** What stands on the page in the other language than its own. */
export async function otherLanguage(page: Page, language: Language): Promise<readonly string[]> {
  const said = await page.evaluate<string>('document.body.innerText');
  const others = (await ofEach)[language === 'id' ? 'en' : 'id'];
  return others.filter((text) => said.includes(text));
}
