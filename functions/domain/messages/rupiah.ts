/** `Rp8.400`, as Indonesians write it: no space, a dot between thousands, no cents. */
export const formatRupiah = (amount: number): string =>
  `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
