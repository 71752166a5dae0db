import { attempt } from "#components/live/browser-storage.ts";
import { isFlag, type Shape, shapeOf } from "#lib/shapes.ts";

/** What somebody writes in a form: as it was when they began, as it is by now, and whether the form is open. */
export type Draft<Values> = { before: Values; typed: Values; open: boolean };

export type FormDraft<Values> = {
  /** Null where nothing is kept, or nothing of this shape. */
  read: () => Draft<Values> | null;
  /** Whether it is kept: a browser may keep nothing. */
  keep: (draft: Draft<Values>) => boolean;
  /** What another tab has kept since stays. */
  drop: () => void;
};

/** What one member has begun to write in one form, on this device, until it is sent. */
export function formDraft<Values>(
  storage: Storage | undefined,
  key: string,
  isValues: Shape<Values>,
): FormDraft<Values> {
  const isDraft = shapeOf<Draft<Values>>({ before: isValues, typed: isValues, open: isFlag });
  const look = () => attempt(() => storage?.getItem(key)) ?? null;
  let known: string | null = null;
  return {
    read() {
      known = look();
      const draft: unknown = attempt(() => JSON.parse(known ?? "null"));
      return isDraft(draft) ? draft : null;
    },
    keep(draft) {
      const next = JSON.stringify(draft);
      attempt(() => storage?.setItem(key, next));
      known = look();
      return known === next;
    },
    drop() {
      if (known !== null && look() === known) attempt(() => storage?.removeItem(key));
      known = null;
    },
  };
}
