import { NothingThere } from "#components/chat/nothing-there.tsx";

export default function JoinNotFound() {
  return <NothingThere what="join.notFound" />;
}
