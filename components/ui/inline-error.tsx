/** What went wrong with what stands above; nothing while that is null. */
export function InlineError({ children }: { children: string | null }) {
  if (!children) return null;
  return (
    <p role="alert" className="mt-2 text-sm text-wrong">
      {children}
    </p>
  );
}
