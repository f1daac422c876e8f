interface NamedStep {
  readonly name: string;
  readonly documents: readonly string[];
}

/** The kinds of paper of each step of a procedure, by the step's name, from those its documents stand for. */
export function papersOfSteps(
  steps: readonly NamedStep[],
  byName: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    steps.map(({ name, documents }) => [name, [...new Set(documents.flatMap((each) => byName[each] ?? []))]]),
  );
}
