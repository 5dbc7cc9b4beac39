/** What the Enter key presses: the first button of its form, which without this one would remove a row. */
export function DefaultButton({ intent }: { intent: string }) {
  return <button type="submit" name="intent" value={intent} tabIndex={-1} aria-hidden="true" className="sr-only" />;
}
