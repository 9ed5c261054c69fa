import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import Tabs from '@cloudscape-design/components/tabs';
import type { ComponentType } from 'react';
import { useFormats } from '../format.ts';
import { useTexts } from '../language.tsx';
import { useIsNarrow } from '../shared/narrow.ts';
import { Page } from '../shared/page.tsx';
import { renewalsTexts } from '../texts/renewals.ts';
import { type Asked, useAsked, type View, views } from './renewals-asked.ts';
import { SpanChoice } from './renewals-choice.tsx';
import { CurveView } from './renewals-curve.tsx';
import { EffectView } from './renewals-effect.tsx';
import { GroupsView } from './renewals-groups.tsx';
import { MembersView } from './renewals-members.tsx';
import { RatesView } from './renewals-rates.tsx';
import { StepsView } from './renewals-steps.tsx';
import { WorthView } from './renewals-worth.tsx';

const contents = {
  rates: RatesView,
  curve: CurveView,
  groups: GroupsView,
  effect: EffectView,
  worth: WorthView,
  steps: StepsView,
  members: MembersView,
} as const satisfies Record<View, ComponentType<{ asked: Asked }>>;

/** What share of workers renews, and what reminding them is worth. All of it as the API counts it. */
export function RenewalsPage() {
  const texts = useTexts(renewalsTexts);
  const { date } = useFormats();
  const asked = useAsked();
  const isNarrow = useIsNarrow();
  const View = contents[asked.view];
  return (
    <Page title={texts.title} description={texts.standing[asked.asOf === null ? 'today' : 'past'](date(asked.day))}>
      <SpanChoice asked={asked} />
      {isNarrow && <ViewChoice asked={asked} />}
      {isNarrow ? (
        <View asked={asked} />
      ) : (
        <Tabs
          activeTabId={asked.view}
          onChange={({ detail }) => asked.set({ view: detail.activeTabId })}
          ariaLabel={texts.title}
          tabs={views.map((view) => ({ id: view, label: texts.views[view], content: view === asked.view && <View asked={asked} /> }))}
        />
      )}
    </Page>
  );
}

/** On a phone seven tabs do not fit beside each other. */
function ViewChoice({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const options = views.map((value) => ({ value, label: texts.views[value] }));
  return (
    <FormField label={texts.choice.view} stretch>
      <Select
        selectedOption={{ value: asked.view, label: texts.views[asked.view] }}
        options={options}
        onChange={({ detail }) => asked.set({ view: detail.selectedOption.value ?? null })}
      />
    </FormField>
  );
}
