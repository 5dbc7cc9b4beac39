type Page = {
  /** Fresh for each answer. */
  nonce: string;
  path: string;
  /** Next's development server evaluates code. */
  development: boolean;
};

/** The content security policy of one page of the staff area. A preview may be framed by the staff area itself. */
export function staffPolicy({ nonce, path, development }: Page): string {
  const preview = /^\/admin\/preview(\/|$)/.test(path);
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // React gives the nonce that Next hands on to scripts only, and the styles are written into the page (inlineCss).
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${preview ? "'self'" : "'none'"}`,
  ].join("; ");
}
