import { Check, CircleAlert } from "lucide";
import { useTranslations } from "next-intl";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

type Step = {
  label: string;
  note?: string;
  /** Something there has to be looked at again. */
  wrong?: boolean;
};
type StepperProps = {
  label: string;
  steps: readonly Step[];
  /** The index of the one that one is at; past the last one when all are done. */
  current: number;
};

/** The steps of something that takes several: those done, the one that one is at, those to come. Below each other where it is narrow. */
export function Stepper({ label, steps, current }: StepperProps) {
  const text = useTranslations("ui.steps");
  return (
    <div className="@container">
      <ol
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when list-style is none.
        role="list"
        aria-label={label}
        className="grid gap-y-4 @xl:auto-cols-fr @xl:grid-flow-col @xl:gap-x-3"
      >
        {steps.map((step, index) => {
          const state = stateOf(step, index, current);
          return (
            <li
              key={step.label}
              aria-current={index === current ? "step" : undefined}
              className="flex items-start gap-3 @xl:flex-col @xl:gap-2"
            >
              <span className="flex shrink-0 items-center gap-3 @xl:w-full">
                <span
                  aria-hidden="true"
                  className={classNames(
                    "grid size-8 shrink-0 place-items-center rounded-full border text-sm font-semibold tabular-nums",
                    looks[state],
                  )}
                >
                  <Mark state={state} number={index + 1} />
                </span>
                {index < steps.length - 1 && (
                  <span
                    aria-hidden="true"
                    className={classNames(
                      "hidden h-px flex-1 @xl:block",
                      index < current ? "bg-accent" : "bg-hairline",
                    )}
                  />
                )}
              </span>
              <span className="min-w-0 pt-1 text-sm @xl:pt-0">
                <span className={classNames("block", index === current ? "font-semibold" : "text-ink-soft")}>
                  {step.label}
                  <span className="sr-only"> ({text(state)})</span>
                </span>
                {step.note && (
                  <span
                    className={classNames(
                      "block text-xs",
                      state === "wrong" ? "text-wrong" : "text-ink-soft",
                    )}
                  >
                    {step.note}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

type State = "done" | "current" | "wrong" | "next";

function stateOf({ wrong }: Step, index: number, current: number): State {
  if (wrong) return "wrong";
  if (index === current) return "current";
  return index < current ? "done" : "next";
}

function Mark({ state, number }: { state: State; number: number }) {
  if (state === "done") return <Icon icon={Check} className="stroke-2 size-4" />;
  if (state === "wrong") return <Icon icon={CircleAlert} className="stroke-2 size-4" />;
  return number;
}

const looks: Record<State, string> = {
  done: "border-transparent bg-accent-soft text-accent-ink",
  current: "border-transparent bg-accent-fill text-on-accent",
  wrong: "border-wrong bg-wrong-soft text-wrong",
  next: "border-line text-ink-soft",
};
