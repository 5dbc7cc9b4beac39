/** The steps of `npm start`, in order; start.mjs prints the first one itself. */
export const stepTotal = 7;

export type Say = (line: string) => void;

/**
 * Runs one numbered step and shows how far it is: a line that is redrawn on a terminal,
 * plain lines where there is none. `work` answers what to say when it is done.
 */
export async function runStep(number: number, title: string, work: (say: Say) => Promise<string>): Promise<void> {
  const began = Date.now();
  const head = `[${number}/${stepTotal}] ${title}`;
  const terminal = process.stdout.isTTY === true;
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const wipe = () => terminal && process.stdout.write("\r\x1b[2K");
  const draw = () => (terminal ? process.stdout.write(`\r\x1b[2K${head} … ${seconds()}`) : console.log(`${head} … ${seconds()}`));
  if (terminal) draw();
  const timer = setInterval(draw, terminal ? 200 : 10_000);
  const say: Say = (line) => {
    wipe();
    console.log(`      ${line}`);
  };
  try {
    const done = await work(say);
    wipe();
    console.log(`${head}: ${done} (${seconds()})`);
  } catch (error) {
    wipe();
    console.log(`${head}: failed (${seconds()})`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
