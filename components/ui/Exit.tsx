type Words = { exit: string; limit: string };

/**
 * Away from here at once, to an ordinary busy site. A plain link: it cannot erase the history, and says so.
 * It stands first in the page, so that a keyboard reaches it first; the eye finds it at the bottom.
 * A part of the page with a name of its own, so that screen readers can jump to it.
 */
export function Exit({ url, words }: { url: string; words: Words }) {
  return (
    <aside aria-label={words.exit} className="exit">
      <a href={url} rel="noopener noreferrer">
        {words.exit}
        <small>{words.limit}</small>
      </a>
    </aside>
  );
}
