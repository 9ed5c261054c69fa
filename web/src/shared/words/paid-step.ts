/** The confirmation of a payment (functions/domain/plan/step-of.ts): no plan has such a step. */
export const paidStep = 'paid';
