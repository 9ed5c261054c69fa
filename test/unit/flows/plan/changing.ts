import type { Plan } from '#domain/plan/plan';
import type { Changed, Conflict } from '#flows/plan/change-plan';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { planWith } from '../given.ts';
import { settings } from '../settings.ts';

export const handOf = (ports: InMemoryPorts, by = 'dewi', approval = false) => ({
  by,
  ports,
  settings: { ...settings, approval },
});

export const moved = (offsetDays: number): Plan => ({
  ...planWith(),
  steps: planWith().steps.map((step) => (step.id === 'before' ? { ...step, offsetDays } : step)),
});

export const stored = ({ state }: InMemoryPorts) => state.plans.map(({ plan }) => plan.version);

export const versionOf = (changed: Changed | Conflict): number =>
  changed.status === 'conflict' ? Number.NaN : changed.version.plan.version;
