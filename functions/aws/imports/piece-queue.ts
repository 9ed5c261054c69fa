import { type Queue, sendMessages } from '#aws/queue';
import type { PieceQueue } from '#flows/imports/import-store';

/**
 * The message is a key and nothing else. Its group keeps a small file from waiting behind all of a
 * large one (SQS developer guide, "Amazon SQS fair queues"); it orders nothing.
 */
export const pieceQueue = (queue: Queue): PieceQueue => ({
  put: (messages) =>
    sendMessages(
      queue,
      messages.map(({ importId, round, piece }) => ({
        MessageBody: JSON.stringify({ importId, round, piece }),
        MessageGroupId: importId,
      })),
    ),
});
