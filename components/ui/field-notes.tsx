import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type NoteProps = { id: string; children: ReactNode };

export function FieldHint({ id, children }: NoteProps) {
  return (
    <p id={id} className="text-sm text-ink-soft">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: NoteProps) {
  return (
    <p id={id} role="alert" className="flex items-start gap-2 text-sm text-wrong">
      <CircleAlert className="mt-[0.2lh] size-4 shrink-0" aria-hidden="true" />
      {children}
    </p>
  );
}
