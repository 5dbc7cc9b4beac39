/** Passes on so many lines a minute, and says how many were left out: what comes from outside can make the studio complain, but must not fill the log, or play with the terminal that shows it. */
export function fewLines(say: (line: string) => void, most = 100): (line: string) => void {
  let count = 0;
  const end = () => {
    if (count > most) say(`${count - most} more lines within a minute are left out.`);
    count = 0;
  };
  return (line) => {
    if (count++ === 0) setTimeout(end, 60_000).unref();
    if (count <= most) say(line.slice(0, 1000).replace(/\p{Cc}/gu, " "));
  };
}
