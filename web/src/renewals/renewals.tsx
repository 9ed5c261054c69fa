import type { ComponentType } from 'react';
import { useTexts } from '../shared/language.tsx';
import { useIs } from '../shared/narrow.ts';
import { Page } from '../shared/page/page.tsx';
import { Views } from '../shared/page/views.tsx';
import { useFormats } from '../shared/words/format.ts';
import { CurveView } from './curve/curve.tsx';
import { EffectView } from './effect/effect.tsx';
import { GroupsView } from './groups/groups.tsx';
import { KeptView } from './kept/kept.tsx';
import { MembersView } from './members/members.tsx';
import { RatesView } from './rates/rates.tsx';
import { type Asked, useAsked, type View, views } from './shared/asked.ts';
import { SpanChoice } from './shared/choice.tsx';
import { StepsView } from './steps/steps.tsx';
import { renewalsTexts } from './texts.ts';
import { WorthView } from './worth/worth.tsx';

const contents = {
  rates: RatesView,
  curve: CurveView,
  groups: GroupsView,
  effect: EffectView,
  worth: WorthView,
  kept: KeptView,
  steps: StepsView,
  members: MembersView,
} as const satisfies Record<View, ComponentType<{ asked: Asked }>>;

/** What share of workers renews, and what reminding is worth, as counted by the API. */
export function RenewalsPage() {
  const texts = useTexts(renewalsTexts);
  const { date } = useFormats();
  const asked = useAsked();
  const isSelect = useIs('tooNarrowForTabs');
  const View = contents[asked.view];
  return (
    <Page
      title={texts.title}
      description={texts.standing[asked.asOf === null ? 'today' : 'past'](date(asked.day))}
    >
      <SpanChoice asked={asked} />
      <Views
        title={texts.title}
        label={texts.choice.view}
        names={texts.views}
        order={views}
        view={asked.view}
        choose={(view) => asked.set({ view })}
        isSelect={isSelect}
      >
        <View asked={asked} />
      </Views>
    </Page>
  );
}
