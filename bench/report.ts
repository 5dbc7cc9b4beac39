/** What one measurement found. */
export type Measurement = {
  title: string;
  /** Markdown: a table, and what a reader must know about it. */
  lines: string[];
  /** Each target that was not reached, in one sentence. */
  missed: string[];
};

export function table(head: string[], rows: (string | number)[][]): string[] {
  const line = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)];
}

/** The value below which that part of all lies (nearest rank). */
export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}
export const median = (values: number[]) => percentile(values, 0.5);
export const round = (value: number, digits = 0) => value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
export const kilobytes = (bytes: number) => round(bytes / 1024, 1);
