import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataVersion, type FolderMark, takeMark } from '#local/folder/mark';
import { inWords, notOurs, otherVersion, refuseDamaged } from '#local/folder/refusals';
import { isDamaged, ownersOnly } from '#local/folder/sqlite-file';
import { isOfEarlierVersion } from '#local/folder/unmarked';
import { openState, type State } from '#local/state';

/** The emulator's files; nothing else in the folder is ever touched. */
const filesIn = (folder: string) => ({
  state: join(folder, 'state.sqlite'),
  table: join(folder, 'table.sqlite'),
  log: join(folder, 'handlers.jsonl'),
  local: join(folder, 'local.json'),
});
export type Files = ReturnType<typeof filesIn>;

/** Whether an earlier start has kept anything there. */
export const holdsState = (folder: string): boolean => existsSync(filesIn(folder).state);

/** A folder for each bucket that exports go to. */
const exportsIn = (folder: string): string => join(folder, 'exports');

/** Objects of the bucket, a file each. */
const bucketIn = (folder: string): string => join(folder, 'bucket');

const markIn = (folder: string): string => join(folder, 'ingat.sqlite');

const all = (files: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(files)
    .flatMap((file) => ['', '-wal', '-shm', '-journal'].map((ending) => file + ending))
    .filter((file) => existsSync(file));

export type DataFolder = Files &
  Readonly<{
    exports: string;
    opened: State;
    bucket: string;
    /** No start has gone through on this data yet. */
    isNew: boolean;
    /** A start has gone through: what is missing from now on has been lost. */
    keep(): void;
    close(): void;
  }>;

/**
 * Opens the folder for one emulator at a time and for its owner alone. `fresh` deletes what an
 * earlier start kept; a folder that is not ours is refused even so.
 */
export function openDataFolder(folder: string, { fresh }: { fresh: boolean }): DataFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const files = filesIn(folder);
    const mark = markOf(folder, { files, fresh });
    try {
      return opened(folder, { files, mark, fresh });
    } catch (error) {
      mark.close();
      throw error;
    }
  } catch (error) {
    throw inWords(folder, error);
  }
}

function markOf(folder: string, { files, fresh }: { files: Files; fresh: boolean }): FolderMark {
  const file = markIn(folder);
  if (!existsSync(file) && readdirSync(folder).length > 0) {
    if (!isOfEarlierVersion(files)) throw notOurs(folder);
    if (!fresh) throw otherVersion(folder, 'an earlier');
  }
  const mark = takeMark(file, { anew: fresh });
  if (!mark) throw notOurs(folder);
  return mark;
}

type Opening = Readonly<{ files: Files; mark: FolderMark; fresh: boolean }>;

function opened(folder: string, { files, mark, fresh }: Opening): DataFolder {
  // A first start, or one with --fresh, that broke off has left nothing that anybody relies on.
  const isNew = fresh || mark.version() === 0;
  const [exports, bucket] = [exportsIn(folder), bucketIn(folder)];
  if (isNew) remove(files, { mark, folders: [exports, bucket] });
  else if (mark.version() !== dataVersion)
    throw otherVersion(folder, mark.version() < dataVersion ? 'an earlier' : 'a later');
  else refuseDamaged(files.state, 'kept');
  for (const each of [folder, exports, bucket]) if (existsSync(each)) chmodSync(each, 0o700);
  for (const file of [...all(files), ...all({ mark: markIn(folder) })]) chmodSync(file, 0o600);
  ownersOnly(files.state);
  const state = openState(files.state);
  const close = (): void => [state, mark].forEach((each) => void each.close());
  return {
    ...files,
    exports,
    bucket,
    opened: state,
    isNew,
    keep: () => mark.setVersion(dataVersion),
    close,
  };
}

type Gone = Readonly<{ mark: FolderMark; folders: readonly string[] }>;

function remove(files: Files, { mark, folders }: Gone): void {
  refuseWhileEarlierVersionRuns(files.state);
  mark.setVersion(0);
  for (const file of all(files)) rmSync(file);
  for (const each of folders) rmSync(each, { recursive: true, force: true });
}

/** An emulator from before there was a mark holds its state file locked instead. */
function refuseWhileEarlierVersionRuns(state: string): void {
  if (!existsSync(state)) return;
  try {
    openState(state).close();
  } catch (error) {
    if (!isDamaged(error)) throw error;
  }
}
