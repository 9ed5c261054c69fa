/** Most name a moment of the clock, and are never asked again. */
const mostKept = 20_000;

type Note = (partition: string) => void;

/** Answers to questions, each until a partition of the table is written that it was read from. */
export function keptAnswers() {
  const kept = new Map<string, unknown>();
  const questionsOf = new Map<string, Set<string>>();
  const noteFor =
    (question: string): Note =>
    (partition) => {
      const questions = questionsOf.get(partition) ?? new Set();
      questionsOf.set(partition, questions.add(question));
    };
  const forgetAll = (): void => {
    kept.clear();
    questionsOf.clear();
  };
  return {
    /** `ask` notes each partition before it reads it. */
    answerOf(question: string, ask: (note: Note) => unknown): unknown {
      if (kept.has(question)) return kept.get(question);
      if (kept.size >= mostKept) forgetAll();
      const answer = ask(noteFor(question));
      kept.set(question, answer);
      // A read that was throttled answers nothing that could be kept.
      Promise.resolve(answer).catch(() => kept.get(question) === answer && kept.delete(question));
      return answer;
    },
    forgetAll,
    /** A partition's name is in a request as it is in the table, a string of JSON. */
    forgetNamed(request: string): void {
      for (const [, name = ''] of request.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
        for (const question of questionsOf.get(name) ?? []) kept.delete(question);
        questionsOf.delete(name);
      }
    },
  };
}
