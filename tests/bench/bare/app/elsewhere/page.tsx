import { cookies } from "next/headers";

/** From where one moves to the rows. */
export default async function ElsewherePage() {
  await cookies();
  return <main>Elsewhere</main>;
}
