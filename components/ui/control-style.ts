/** The box of everything that one types or chooses in. */
export const controlStyle =
  "w-full min-h-11 rounded-control border border-line bg-surface px-3 text-base text-ink placeholder:text-ink-soft aria-invalid:border-wrong focus-visible:outline-offset-0";
