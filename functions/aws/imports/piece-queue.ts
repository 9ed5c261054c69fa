import { type Queue, sendMessages } from '#aws/queue';
import type { PieceQueue } from '#flows/imports/import-store';

/** The group lets a small file pass a large one (SQS guide, "fair queues"); it orders nothing. */
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
