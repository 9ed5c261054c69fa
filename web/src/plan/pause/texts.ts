const id = {
  isPaused: 'Semua SMS dijeda',
  isPausedText: 'Tidak ada SMS yang dikirim sampai seorang admin melanjutkannya.',
  heldBack: (count: string, cost: string) =>
    `Bila dilanjutkan sekarang, ${count} SMS yang tertahan (${cost}) dikirim.`,
  dropsProposal:
    'Usulan yang menunggu persetujuan gugur; pulihkan versinya untuk mengusulkannya lagi.',
  pause: {
    button: 'Jeda semua SMS',
    title: 'Jeda semua SMS?',
    confirm: 'Jeda sekarang',
    done: 'Semua SMS dijeda.',
    failed: 'SMS belum dijeda',
    does: [
      'Paling lambat satu menit lagi tidak ada SMS yang keluar, di semua zona waktu.',
      'Pembayaran tetap diterima dan dicatat. Draf Anda tetap ada.',
    ],
    heldBack: (days: number) => {
      const until = days === 0 ? 'hari ini juga' : `dalam ${days} hari`;
      return `SMS yang tertahan menyusul bila dilanjutkan ${until}; selebihnya dicatat sebagai tidak sempat terkirim.`;
    },
  },
  resume: {
    button: 'Lanjutkan SMS',
    title: 'Lanjutkan pengiriman SMS?',
    confirm: 'Lanjutkan sekarang',
    waiting: (count: string, cost: string) => `Lanjutkan: ${count} SMS menunggu, ${cost}`,
    noneWaits: 'Lanjutkan: tidak ada SMS yang menunggu',
    done: 'SMS dikirim lagi sesuai jadwal.',
    failed: 'SMS belum dilanjutkan',
    does: ['SMS dikirim lagi sesuai jadwal.'],
    heldBack: (days: number) => {
      const before = days === 0 ? '' : ` dan ${days} hari sebelumnya`;
      return `SMS yang tertahan hari ini${before} segera dikirim, di luar jam tanpa SMS; tidak kepada yang sudah membayar.`;
    },
  },
};

const en: typeof id = {
  isPaused: 'All texts are paused',
  isPausedText: 'No text is sent until an admin resumes them.',
  heldBack: (count, cost) => `If resumed now, ${count} texts that were held back (${cost}) leave.`,
  dropsProposal: 'What waits for approval is dropped; restore its version to propose it again.',
  pause: {
    button: 'Pause all texts',
    title: 'Pause all texts?',
    confirm: 'Pause now',
    done: 'All texts are paused.',
    failed: 'Texts are not paused',
    does: [
      'Within a minute no more texts go out, in any time zone.',
      'Payments are taken in and recorded as before. Your draft stays.',
    ],
    heldBack: (days) => {
      const until = days === 0 ? 'today' : days === 1 ? 'within a day' : `within ${days} days`;
      return `Texts held back are sent if you resume ${until}; the rest are recorded as missed.`;
    },
  },
  resume: {
    button: 'Resume texts',
    title: 'Resume texts?',
    confirm: 'Resume now',
    waiting: (count, cost) => `Resume: ${count} texts wait, ${cost}`,
    noneWaits: 'Resume: no text waits',
    done: 'Texts are sent again as planned.',
    failed: 'Texts are not resumed',
    does: ['Texts are sent again as planned.'],
    heldBack: (days) => {
      const many = days === 1 ? ' and the day before' : ` and in the ${days} days before`;
      return `Texts held back today${days === 0 ? '' : many} are sent soon, outside quiet hours; those who have paid get none.`;
    },
  },
};

export const pauseTexts = { id, en };
