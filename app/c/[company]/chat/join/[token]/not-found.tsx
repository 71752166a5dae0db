import { NothingThere } from "#components/chat/threads/nothing-there.tsx";

export default function JoinNotFound() {
  return <NothingThere what="join.notFound" />;
}
