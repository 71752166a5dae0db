/** Says what goes on while `work` does it and, when that takes long, for how long it has. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log(`${label} …`);
  const reminder = setInterval(() => console.log(`  ${seconds()} s …`), 15_000);
  try {
    const result = await work();
    if (seconds() >= 3) console.log(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
