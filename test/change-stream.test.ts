import { expect, it } from 'vitest';
import { workerRow } from '#aws/rows';
import type { StreamReader, StreamRecord, StreamShard } from '#local/stream-reader';
import { changeStream } from '../bin/change-stream.ts';
