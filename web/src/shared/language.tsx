import { I18nProvider, type I18nProviderProps } from '@cloudscape-design/components/i18n';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export const uiLanguages = ['id', 'en'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

const kept = 'ingat.language';

/** The last choice in this browser; Bahasa Indonesia by default. */
export const rememberedLanguage = (): UiLanguage =>
  uiLanguages.find((each) => each === localStorage.getItem(kept)) ?? 'id';

type Chosen = Readonly<{ language: UiLanguage; choose(language: UiLanguage): void }>;
const Language = createContext<Chosen>({ language: 'id', choose: () => undefined });

export const useLanguage = (): Chosen => useContext(Language);

/** Texts in both languages; one that lacks a translation does not compile. */
export type Texts<T> = Readonly<Record<UiLanguage, T>>;

export const useTexts = <T,>(texts: Texts<T>): T => texts[useLanguage().language];

/** The component library's own texts, loaded for the chosen language. */
const messagesOf = {
  id: async () => (await import('@cloudscape-design/components/i18n/messages/all.id')).default,
  en: async () => (await import('@cloudscape-design/components/i18n/messages/all.en-GB')).default,
} as const satisfies Texts<() => Promise<I18nProviderProps.Messages>>;

export function LanguageProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [language, setLanguage] = useState(rememberedLanguage);
  const [messages, setMessages] = useState<I18nProviderProps.Messages | null>(null);
  useEffect(() => {
    document.documentElement.lang = language;
    let isWanted = true;
    // Without them only labels for screen readers are missing: the page is shown all the same.
    const shown = (loaded: I18nProviderProps.Messages) => isWanted && setMessages(loaded);
    messagesOf[language]().then(shown, () => shown({}));
    return () => {
      isWanted = false;
    };
  }, [language]);
  const chosen = useMemo(
    () => ({
      language,
      choose: (wanted: UiLanguage) => {
        localStorage.setItem(kept, wanted);
        setLanguage(wanted);
      },
    }),
    [language],
  );
  return (
    <Language value={chosen}>
      {messages && (
        <I18nProvider locale={language === 'en' ? 'en-GB' : language} messages={[messages]}>
          {children}
        </I18nProvider>
      )}
    </Language>
  );
}
