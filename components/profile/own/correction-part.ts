import { latePart } from "#components/ui/use-part.ts";

/** The form in which one says what is wrong with something that HR recorded. */
export const correctionPart = latePart(() => import("./correction-form.tsx"));
