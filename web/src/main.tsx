import './base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { routerFor } from './frame/router.tsx';
import { managerFor, Session } from './frame/session.tsx';
import { type ConsoleSettings, readSettings } from './frame/settings.ts';
import { LanguageProvider } from './shared/language.tsx';
import { Failed } from './shared/loading/failed.tsx';
import { WithMe } from './shared/me.tsx';
import { WithNotices } from './shared/notices.tsx';
import { Centered } from './shared/page/centered.tsx';
import { queryClient } from './shared/reading.ts';

const root = createRoot(document.getElementById('console') ?? document.body);
const client = queryClient();

async function start(): Promise<void> {
  try {
    const settings = await readSettings();
    const manager = managerFor(settings);
    root.render(
      <LanguageProvider>
        <QueryClientProvider client={client}>
          <Session manager={manager}>
            <WithMe>
              <WithNotices>
                <Pages settings={settings} />
              </WithNotices>
            </WithMe>
          </Session>
        </QueryClientProvider>
      </LanguageProvider>,
    );
  } catch (error) {
    root.render(
      <LanguageProvider>
        <Centered>
          <Failed error={error as Error} retry={() => void start()} />
        </Centered>
      </LanguageProvider>,
    );
  }
}

/** Made after signing in: only then is the address again the one the reader wanted. */
function Pages({ settings }: Readonly<{ settings: ConsoleSettings }>) {
  const [router] = useState(() => routerFor(settings));
  return <RouterProvider router={router} />;
}

void start();
