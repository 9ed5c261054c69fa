import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { calls } from './calls.ts';

export const firing = {
  zone: 'Asia/Jakarta',
  time: '09:00',
  scheduledTime: '2026-11-11T02:00:00Z',
};

/** The messages on the queue as SQS hands them over. */
export const records = ({ state }: InMemoryPorts) => ({
  Records: state.queued
    .splice(0)
    .map(({ key }, index) => ({ messageId: `message-${index}`, body: JSON.stringify(key) })),
});

export const halted = { date: '2026-11-11', step: 'before' };

export const release = (body: object = halted) => calls('POST /api/runs/release', { body });
