import { describe } from 'vitest';
import { auditContract } from './contract/audit.ts';
import { budgetContract } from './contract/budget.ts';
import { claimsContract } from './contract/claims.ts';
import { confirmationsContract } from './contract/confirmations.ts';
import { countsContract } from './contract/counts.ts';
import { erasingContract } from './contract/erasing.ts';
import { freshStores, type Stores } from './contract/given.ts';
import { outcomesContract } from './contract/outcomes.ts';
import { paymentsContract } from './contract/payments.ts';
import { plansContract } from './contract/plans.ts';
import { recountsContract } from './contract/recounts.ts';
import { slicesContract } from './contract/slices.ts';
import { workersContract } from './contract/workers.ts';

/** What every implementation of the stores must do. `make` answers empty ones, whose due index has so many shards. */
export function storeContract(name: string, make: (shards: number) => Promise<Stores>): void {
  describe(name, () => {
    const given = freshStores(make);
    workersContract(given);
    erasingContract(given);
    claimsContract(given);
    outcomesContract(given);
    slicesContract(given);
    budgetContract(given);
    plansContract(given);
    paymentsContract(given);
    countsContract(given);
    recountsContract(given);
    auditContract(given);
    confirmationsContract(given);
  });
}
