import { FormField, Select, SpaceBetween, Tabs } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { useKept } from './kept.tsx';

type ViewsProps<View extends string> = Readonly<{
  title: string;
  /** The label of the select. */
  label: string;
  names: Readonly<Record<View, string>>;
  order: readonly View[];
  view: View;
  choose: (view: View) => void;
  /** Tabs that do not fit side by side would be out of sight, so a select replaces them. */
  isSelect: boolean;
  children: ReactNode;
}>;

/** The views of a page, one at a time. */
export function Views<View extends string>({
  title,
  label,
  names,
  order,
  view,
  choose,
  isSelect,
  children,
}: ViewsProps<View>) {
  const take = (wanted: string | undefined): void => {
    const next = order.find((each) => each === wanted);
    if (next) choose(next);
  };
  const { shown, kept } = useKept(children);
  return (
    <div>
      {isSelect ? (
        <SpaceBetween size="l">
          <FormField label={label} stretch>
            <Select
              selectedOption={{ value: view, label: names[view] }}
              options={order.map((value) => ({ value, label: names[value] }))}
              onChange={({ detail }) => take(detail.selectedOption.value)}
            />
          </FormField>
          {shown}
        </SpaceBetween>
      ) : (
        <Tabs
          activeTabId={view}
          onChange={({ detail }) => take(detail.activeTabId)}
          ariaLabel={title}
          tabs={order.map((id) => ({ id, label: names[id], content: id === view && shown }))}
        />
      )}
      {kept}
    </div>
  );
}
