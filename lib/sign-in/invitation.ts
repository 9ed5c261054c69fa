import { Duration } from 'aws-cdk-lib';
import type { UserInvitationConfig } from 'aws-cdk-lib/aws-cognito';

/** How long somebody may take to follow the invitation. */
export const invitationLasts = Duration.days(7);

const days = invitationLasts.toDays();

/**
 * The mail to somebody who was given a user. Cognito writes the user name for `{username}` and the
 * first password for `{####}`; it stands alone, since it can end in a full stop.
 */
export const invitation = (consoleUrl: string): UserInvitationConfig => ({
  emailSubject: 'Undangan ke Ingat / Invitation to Ingat',
  emailBody: `<div lang="id">
<p>Anda diundang memakai Ingat, di alamat ini:</p>
<p><a href="${consoleUrl}">${consoleUrl}</a></p>
<p>Masuklah dengan alamat email yang menerima pesan ini (nama pengguna: {username}) dan kata sandi
sementara berikut, yang berlaku ${days} hari:</p>
<p><code>{####}</code></p>
<p>Anda lalu memilih kata sandi sendiri dan menyiapkan aplikasi autentikator di HP Anda. Jangan
teruskan pesan ini kepada siapa pun.</p>
</div>
<hr>
<div lang="en">
<p>You are invited to use Ingat, at the address above. Sign in with the e-mail address that got this
message and the temporary password above, which is valid for ${days} days. Then you choose a
password of your own and set up an authenticator app on your phone. Do not forward this message to
anybody.</p>
</div>`,
});
