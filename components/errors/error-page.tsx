import type { ReactNode } from "react";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Umbrellas } from "#components/ui/illustrations/umbrellas.tsx";

type ErrorPageProps = {
  title: string;
  text: string;
  reference?: string;
  picture?: ReactNode;
  children: ReactNode;
};

/** A page where one cannot go on, in the middle of the room that there is. `children`: the way back. */
export function ErrorPage({ title, text, reference, picture, children }: ErrorPageProps) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 pt-6 pb-16">
      <ErrorState
        Heading="h1"
        picture={picture ?? <Umbrellas />}
        title={title}
        reference={reference}
        action={children}
      >
        {text}
      </ErrorState>
    </div>
  );
}
