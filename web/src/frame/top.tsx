import { TopNavigation } from '@cloudscape-design/components';
import { useFollow } from '../shared/follow.ts';
import { uiLanguages, useLanguage, useTexts } from '../shared/language.tsx';
import { useMe } from '../shared/me.tsx';
import type { ConsoleSettings } from './settings.ts';
import { useSignOut } from './sign-in.ts';
import { frameTexts } from './texts.ts';

type TopProps = Readonly<{ settings: ConsoleSettings; openNavigation?: () => void }>;

/** With the button for the navigation while that is closed: a bar of its own would be empty. */
export function Top({ settings, openNavigation }: TopProps) {
  const texts = useTexts(frameTexts);
  const { language, choose } = useLanguage();
  const { name, roles } = useMe();
  const follow = useFollow();
  const signOut = useSignOut(settings);
  return (
    <TopNavigation
      identity={{ href: '/', title: 'Ingat', onFollow: follow }}
      utilities={[
        ...(openNavigation
          ? [
              {
                ...({ type: 'button', iconName: 'menu', disableUtilityCollapse: true } as const),
                ariaLabel: texts.openNavigation,
                onClick: openNavigation,
              },
            ]
          : []),
        {
          type: 'menu-dropdown',
          text: texts.languages[language],
          ariaLabel: `${texts.language}: ${texts.languages[language]}`,
          iconName: 'globe',
          items: uiLanguages.map((id) => ({ id, text: texts.languages[id], lang: id })),
          onItemClick: ({ detail }) =>
            uiLanguages.filter((each) => each === detail.id).forEach(choose),
        },
        {
          type: 'menu-dropdown',
          text: name,
          description: roles.map((role) => texts.roles[role]).join(', '),
          iconName: 'user-profile',
          items: [{ id: 'sign-out', text: texts.signOut }],
          onItemClick: signOut,
        },
      ]}
    />
  );
}
