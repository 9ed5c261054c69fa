import { type Stage, stageNamed } from '#lib/stages';

/** The option of every command that works on a stage in AWS. */
export const stageOption = { stage: { type: 'string' } } as const;

export function stageAsked({ stage }: Readonly<{ stage?: string | undefined }>): Stage {
  if (!stage) throw new Error('Name the stage: --stage production, or --stage staging');
  return stageNamed(stage);
}
