import { aPerson } from '#local/made-up';

/** All of them owe November, but for who is not in the roster yet. */
export const cast = {
  pays: aPerson(1),
  paysTwice: aPerson(2),
  hasDeadPhone: aPerson(3),
  isInGroup: aPerson(4),
  isErased: aPerson(5),
  isHalfErased: aPerson(6),
  moves: aPerson(7),
  isInterrupted: aPerson(8),
};
export const [comesLater, isUnknown] = [aPerson(20), aPerson(21)];
