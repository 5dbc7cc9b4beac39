/** A line in each further language, leading to its rights cards. */
export function OtherLanguages({ lines, url }: { lines: { code: string; line: string }[]; url: string }) {
  return (
    <ul role="list">
      {lines.map(({ code, line }) => (
        <li key={code}>
          <a href={url} lang={code} dir="auto" rel="noopener noreferrer" className="flex min-h-11 items-center">
            {line}
          </a>
        </li>
      ))}
    </ul>
  );
}
