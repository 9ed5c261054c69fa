import { describe } from 'vitest';
import { attentionContract } from './attention.ts';
import { attentionDoneContract } from './attention-done.ts';
import { auditContract } from './audit.ts';
import { budgetContract } from './budget.ts';
import { claimsContract } from './claims.ts';
import { closingsContract } from './closings.ts';
import { confirmationsContract } from './confirmations.ts';
import { correctionsContract } from './corrections.ts';
import { countsContract } from './counts.ts';
import { erasingContract } from './erasing.ts';
import { freshStores, type Stores } from './given.ts';
import { importsContract } from './imports.ts';
import { leavingContract } from './leaving.ts';
import { outcomesContract } from './outcomes.ts';
import { paymentsContract } from './payments.ts';
import { plansContract } from './plans.ts';
import { receiptsContract } from './receipts.ts';
import { recountsContract } from './recounts.ts';
import { relocationsContract } from './relocations.ts';
import { samplesContract } from './samples.ts';
import { slicesContract } from './slices.ts';
import { trialsContract } from './trials.ts';
import { workersContract } from './workers.ts';

/**
 * What every implementation of the stores must do. `make` returns empty ones with so many shards.
 */
export function storeContract(name: string, make: (shards: number) => Promise<Stores>): void {
  describe(name, () => {
    const given = freshStores(make);
    workersContract(given);
    relocationsContract(given);
    erasingContract(given);
    claimsContract(given);
    leavingContract(given);
    outcomesContract(given);
    attentionContract(given);
    attentionDoneContract(given);
    slicesContract(given);
    trialsContract(given);
    budgetContract(given);
    samplesContract(given);
    plansContract(given);
    paymentsContract(given);
    correctionsContract(given);
    countsContract(given);
    recountsContract(given);
    auditContract(given);
    confirmationsContract(given);
    receiptsContract(given);
    importsContract(given);
    closingsContract(given);
  });
}
