import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Stepper } from "#components/ui/stepper.tsx";
import { Specimen, State } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

export function Work() {
  const words = useWords();
  const steps = words.steps.map((label) => ({ label }));
  const wrong = words.steps.map((label, index) =>
    index === 1 ? { label, note: words.stepNote, wrong: true } : { label },
  );
  return (
    <>
      <Specimen name="Stepper">
        <State name={words.states.rest}>
          <Stepper label={`${words.stepsLabel} 1`} steps={steps} current={1} />
        </State>
        <State name={words.states.error}>
          <Stepper label={`${words.stepsLabel} 2`} steps={wrong} current={2} />
        </State>
        <State name={words.states.long}>
          <Stepper
            label={`${words.stepsLabel} 3`}
            steps={[{ label: words.long, note: words.cardText }, ...steps.slice(1)]}
            current={4}
          />
        </State>
      </Specimen>
      <Specimen name="Progress">
        <Progress label={`${words.progress} 1`} state="waiting" />
        <Progress
          label={`${words.progress} 2`}
          done={312}
          total={484}
          note={words.progressNote}
          action={<Button size="small">{words.stop}</Button>}
        />
        <Progress label={words.long} />
        <Progress label={`${words.progress} 3`} state="done" done={484} total={484} />
        <Progress
          label={`${words.progress} 4`}
          state="failed"
          done={311}
          total={484}
          note={words.failedNote}
          action={<Button size="small">{words.again}</Button>}
        />
      </Specimen>
    </>
  );
}
