import type {
  ImportAddresses,
  ImportFiles,
  ListPart,
  PieceQueue,
} from '#flows/imports/import-store';
import type { AtOnce } from '#local/memory/gate';
import { pieceAt } from '#local/memory/imports';
import { frozen, type State } from '#local/memory/state';

export const memoryImportFiles = (state: State): AtOnce<ImportFiles> => ({
  read({ importId, etag, from, to }) {
    const file = state.files.get(importId);
    if (!file || file.etag !== etag) return null;
    const bytes = Buffer.from(file.text);
    // As S3 does: a range that ends before it begins is none.
    return inParts(from < to ? bytes.subarray(from, to) : bytes);
  },

  remove(importId) {
    state.files.delete(importId);
  },

  putPart(part, text) {
    state.lists.set(partAt(part), text);
  },

  joinParts(header, parts, bytes) {
    const text = [header, ...parts.map((part) => state.lists.get(partAt(part)) ?? '')].join('');
    if (Buffer.byteLength(text) !== bytes)
      throw new Error(`The list has ${Buffer.byteLength(text)} bytes, and ${bytes} were announced`);
    const [first] = parts;
    if (first) state.lists.set(listAt(first), text);
  },
});

export const memoryImportAddresses = (): AtOnce<ImportAddresses> => ({
  upload: (importId) => ({
    method: 'PUT',
    url: `https://files/uploads/${importId}`,
    headers: { 'content-type': 'text/csv', 'if-none-match': '*' },
  }),

  list: (of) => `https://files/refused/${listAt(of)}`,
});

const listAt = ({ importId, round }: Pick<ListPart, 'importId' | 'round'>): string =>
  `${importId}#${round}`;
const partAt = (part: ListPart): string => `${listAt(part)}#${pieceAt(part)}#${part.bytes}`;

const bytesAtOnce = 1_000;

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += bytesAtOnce)
    yield bytes.subarray(from, from + bytesAtOnce);
}

export const memoryPieceQueue = (state: State): AtOnce<PieceQueue> => ({
  put(messages) {
    for (const message of messages) state.queuedPieces.push(frozen(message));
  },
});
