import { useCallback } from 'react';
import { useNavigate } from 'react-router';

type Followed = Readonly<{
  preventDefault(): void;
  detail: Readonly<{ href?: string | undefined; external?: boolean | undefined }>;
}>;

/** `onFollow` of links: navigates without a reload; with a modifier key the browser opens a tab. */
export function useFollow(): (event: Followed) => void {
  const navigate = useNavigate();
  return useCallback(
    (event) => {
      if (event.detail.external || !event.detail.href?.startsWith('/')) return;
      event.preventDefault();
      void navigate(event.detail.href);
    },
    [navigate],
  );
}
