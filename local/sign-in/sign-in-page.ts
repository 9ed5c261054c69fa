import { createHash } from 'node:crypto';
import { type UserId, userIds, users } from '#local/sign-in/users';

const texts = {
  id: {
    title: 'Masuk ke Ingat',
    note:
      'Ini Ingat di satu komputer. Orang-orang ini rekaan dan tidak memakai kata sandi. ' +
      'Pilih sebagai siapa Anda masuk.',
    staff: {
      admin: ['Admin', 'mengatur jadwal, peserta, dan pengiriman'],
      'second-admin': ['Admin', 'menyetujui perubahan dari admin lain'],
      finance: ['Keuangan', 'melihat perpanjangan dan pembayaran'],
      service: ['Layanan peserta', 'mencari peserta dan menghentikan SMS'],
    },
  },
  en: {
    title: 'Sign in to Ingat',
    note:
      'This is Ingat on one machine. These people are made up and have no passwords. ' +
      'Choose who to be.',
    staff: {
      admin: ['Admin', 'plans, workers and what is sent'],
      'second-admin': ['Admin', 'approves what the other admin changes'],
      finance: ['Finance', 'renewals and payments'],
      service: ['Member service', 'finds workers and stops texts to them'],
    },
  },
} as const satisfies Record<
  string,
  Readonly<{ title: string; note: string; staff: Record<UserId, readonly [string, string]> }>
>;

const style = `
  body { margin: 0; color: #0f141a; background: #fff;
    font: 14px/20px "Open Sans", "Helvetica Neue", Roboto, Arial, sans-serif; }
  header { background: #0f1b2a; color: #fff; padding: 14px 20px; font-size: 18px;
    font-weight: 700; }
  main { box-sizing: border-box; max-width: 480px; margin: 8vh auto 0; padding: 0 20px; }
  h1 { font-size: 24px; line-height: 30px; margin: 0 0 8px; }
  p { margin: 0 0 20px; color: #424650; }
  button { display: block; box-sizing: border-box; width: 100%; margin: 0 0 12px;
    padding: 12px 20px; text-align: left; font: inherit; color: inherit; background: #fff;
    border: 1px solid #8c8c94; border-radius: 16px; cursor: pointer; }
  button:hover { background: #f0fbff; border-color: #006ce0; }
  button:focus-visible { outline: 2px solid #006ce0; outline-offset: 3px; }
  strong { display: block; font-size: 16px; line-height: 24px; color: #006ce0; }
  span { display: block; color: #424650; }`;

/** In the look of the console it leads to. */
export const signInPage = (language: keyof typeof texts): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts[language].title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${style}</style>
</head>
<body>
<header>Ingat</header>
<main>
<h1>${texts[language].title}</h1>
<p>${texts[language].note}</p>
<form method="post">
${userIds.map((id) => choice(id, texts[language].staff[id])).join('\n')}
</form>
</main>
</body>
</html>
`;

const choice = (id: UserId, [title, does]: readonly [string, string]): string =>
  `<button name="user" value="${id}"><strong>${users[id].name}</strong>` +
  `<span>${title}: ${does}</span></button>`;

const styleHash = createHash('sha256').update(style).digest('base64');

export const signInPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; ` +
    `form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  // Without any a browser says `Origin: null` with the form, as it would for a foreign page.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;
