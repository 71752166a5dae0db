/** Carries on where the sign-in leads. */
export function NextField({ next }: { next: string | null }) {
  return next && <input type="hidden" name="next" value={next} />;
}
