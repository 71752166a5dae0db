/** What was looked at, how it stands and, where something is to be done, what. Nothing in it is secret. */
export type Finding = { state: "ok" | "warning" | "wrong"; what: string; said: string; todo?: string };

export const ok = (what: string, said: string): Finding => ({ state: "ok", what, said });

export const warning = (what: string, said: string, todo: string): Finding => ({
  state: "warning",
  what,
  said,
  todo,
});

export const wrong = (what: string, said: string, todo: string): Finding => ({
  state: "wrong",
  what,
  said,
  todo,
});

/** The page of `npm run doctor`: a line for each finding, what to do below it, and how many there are of each kind. */
export function writeFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length));
  const lines = findings.flatMap(({ state, what, said, todo }) => [
    `${state.toUpperCase().padEnd(8)} ${what.padEnd(width)}  ${said}`,
    ...(todo ? [`${" ".repeat(9 + width)}  → ${todo}`] : []),
  ]);
  const count = (state: Finding["state"]) => findings.filter((finding) => finding.state === state).length;
  return [...lines, "", `${count("ok")} ok, ${count("warning")} warnings, ${count("wrong")} wrong`].join(
    "\n",
  );
}

/** What `work` finds or, where it fails in a way that it did not foresee, that it could not be looked at: one check never ends the others. */
export async function look(what: string, work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work();
  } catch (error) {
    const code =
      error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
    const name = error instanceof Error ? error.name : typeof error;
    return [
      wrong(
        what,
        `could not be looked at (${[name, code].filter(Boolean).join(" ")})`,
        "see the log of that service",
      ),
    ];
  }
}
