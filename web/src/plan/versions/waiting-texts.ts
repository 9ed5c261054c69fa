const id = {
  title: (version: number) => `Versi ${version} menunggu persetujuan`,
  text: 'Versi ini berlaku setelah disetujui admin yang tidak mengusulkannya, dan gugur bila jadwal diubah lagi sebelum itu.',
  own: 'Versi ini usulan Anda. Admin lain perlu menyetujuinya; versi ini gugur bila jadwal diubah lagi sebelum itu.',
  look: 'Lihat',
  lookAt: (version: number) => `Lihat versi ${version} yang menunggu`,
};

const en: typeof id = {
  title: (version) => `Version ${version} waits for approval`,
  text: 'It comes into force when an admin approves it who did not propose it, and is dropped if the plan is changed before.',
  own: 'You proposed it. Another admin has to approve it; it is dropped if the plan is changed before.',
  look: 'See',
  lookAt: (version) => `See version ${version}, which waits`,
};

export const waitingTexts = { id, en };
