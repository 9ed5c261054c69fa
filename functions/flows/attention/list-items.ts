import type { PlannedStep } from '#domain/plan/planned';
import type {
  AttentionItem,
  AttentionKind,
  AttentionStore,
} from '#flows/attention/attention-store';
import type { PlanReader } from '#flows/plan/plan-store';
import { withPlanned } from '#flows/plan/planned-steps';
import type { Page } from '#flows/ports';

type Ports = Readonly<{
  attention: Pick<AttentionStore, 'list'>;
  plans: Pick<PlanReader, 'version'>;
}>;

type Sent = AttentionItem & PlannedStep;

/** What is about texts says where their step stood when they were sent. */
export async function listItems(
  kind: AttentionKind,
  cursor: string | null,
  { attention, plans }: Ports,
): Promise<Page<AttentionItem>> {
  const { items, next } = await attention.list(kind, cursor);
  if (!items.every(isSent)) return { items, next };
  return { items: await withPlanned(items, plans), next };
}

const isSent = (item: AttentionItem): item is Sent => typeof item.planVersion === 'number';
