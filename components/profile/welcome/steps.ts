/** What one is asked on coming in, in this order. */
export const steps = ["names", "years", "photo", "privacy", "open", "people"] as const;
export type WelcomeStep = (typeof steps)[number];

/** The step that an address names; the first where it names none. */
export function stepOf(asked: unknown): WelcomeStep {
  return steps.find((step) => step === asked) ?? steps[0];
}
