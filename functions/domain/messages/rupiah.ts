const whole = new Intl.NumberFormat('id-ID');

/** `Rp8.400`, as Indonesians write it: no space, a dot between thousands, no cents. */
export const formatRupiah = (amount: number): string => `Rp${whole.format(amount)}`;
