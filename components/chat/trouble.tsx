/** What went wrong with the button above. */
export function Trouble({ children }: { children: string | null }) {
  if (!children) return null;
  return (
    <p role="alert" className="mt-2 text-sm text-danger">
      {children}
    </p>
  );
}
