"use client";

import { Suspense } from "react";
import { lateComponent } from "#components/ui/late-component.ts";
import type { Rehire } from "./rehire-key.ts";
import { VisibilityPicker, type VisibilityPickerProps } from "./visibility-picker.tsx";

const RehireVisibility = lateComponent(
  async () => (await import("./rehire-visibility.tsx")).RehireVisibility,
);

/** Who sees a part of one's profile, whichever it is. */
export function FieldVisibility({ rehire, ...props }: VisibilityPickerProps & { rehire: Rehire }) {
  if (props.field !== "rehire") return <VisibilityPicker {...props} />;
  return (
    <Suspense>
      <RehireVisibility {...props} {...rehire} />
    </Suspense>
  );
}
