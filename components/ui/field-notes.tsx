import { CircleAlert } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

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
      <Icon icon={CircleAlert} className="mt-[0.2lh] size-4 shrink-0" />
      {children}
    </p>
  );
}
