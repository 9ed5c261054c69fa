/** What a table was made for and can never be changed. `nikSecret`: a fingerprint, no secret. */
export type Layout = Readonly<{ shards: number; nikSecret: string }>;

export type LayoutStore = {
  /** Writes what no layout says yet; answers what is stored. Safe to repeat. */
  hold(wanted: Layout): Promise<Layout>;
};

/**
 * Throws where the table was made with other shards or another NIK secret. With other shards,
 * stored workers would be in partitions that nobody reads. With another secret everybody would be
 * somebody new: a roster would bring all of them a second time, the erased as well, and each phone
 * would get every text twice.
 */
export async function holdLayout(layout: LayoutStore, wanted: Layout): Promise<void> {
  const stored = await layout.hold(wanted);
  if (stored.shards !== wanted.shards)
    throw otherLayout(
      `This table was laid out with ${stored.shards} shards and cannot be used with ` +
        `${wanted.shards}: set shards back to ${stored.shards}`,
    );
  if (stored.nikSecret !== wanted.nikSecret)
    throw otherLayout(
      'The NIK secret is not the one that this table was made with, and nobody would be ' +
        'recognised: put the old secret back, or begin with an empty table',
    );
}

/** The name by which the local stage knows that it is no bug. */
export const otherLayoutName = 'OtherLayout';

const otherLayout = (sentence: string): Error =>
  Object.assign(new Error(sentence), { name: otherLayoutName });
