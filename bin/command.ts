/** Runs a command on its one argument. Without it the usage is shown (exit 2); an Error is one sentence for whoever typed it (exit 1). */
export async function command(
  usage: string,
  [argument]: readonly string[],
  run: (argument: string) => Promise<void>,
): Promise<void> {
  if (!argument) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  await run(argument).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
