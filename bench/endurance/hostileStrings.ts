/** What attackers and accidents put into text fields. Each script would set window.hit. */
const scripts = [
  "<script>window.hit=1</script>",
  "</script><script>window.hit=1</script>",
  "<img src=x onerror=window.hit=1>",
  "<svg onload=window.hit=1>",
  "<svg><script>window.hit=1</script></svg>",
  "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
  "<body onload=window.hit=1>",
  "<details open ontoggle=window.hit=1>",
  "<input autofocus onfocus=window.hit=1>",
  "<a href='javascript:window.hit=1'>x</a>",
  "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
  "<style>@import 'javascript:window.hit=1';</style>",
  "<base href='https://evil.example/'>",
  "<meta http-equiv=refresh content='0;url=javascript:window.hit=1'>",
  "<form action=javascript:window.hit=1><button autofocus>x",
  "<noscript><p title=\"</noscript><img src=x onerror=window.hit=1>\">",
  "<!--><img src=x onerror=window.hit=1>-->",
  "<![CDATA[<script>window.hit=1</script>]]>",
  "<xmp><script>window.hit=1</script>",
  "<title></title><script>window.hit=1</script>",
  "<textarea></textarea><script>window.hit=1</script>",
  "\" onmouseover=\"window.hit=1\" autofocus onfocus=\"window.hit=1",
  "' onmouseover='window.hit=1",
  "` onmouseover=`window.hit=1",
  "[press](javascript:window.hit=1)",
  "[press](JaVaScRiPt:window.hit=1)",
  "[press](java\tscript:window.hit=1)",
  "[press](data:text/html,<script>window.hit=1</script>)",
  "[press](vbscript:window.hit=1)",
  "![x](x\" onerror=\"window.hit=1)",
  "<https://evil.example/\"onclick=window.hit=1>",
  "[a]: javascript:window.hit=1\n\n[a]",
  "**<script>window.hit=1</script>**",
];
const odd = [
  "{name}", "{count, plural, one {#} other {#}}", "<b>{0}</b>", "%s%n%x", "${7*7}", "{{7*7}}", "<%= 7*7 %>", "#{7*7}",
  "'; DROP TABLE \"Organization\"; --", "' OR '1'='1", "\\'; SELECT pg_sleep(5); --", "$$; SELECT 1; $$", "E'\\000'",
  "../../../etc/passwd", "..\\..\\windows", "file:///etc/passwd", "//evil.example/", "\\\\evil.example\\share",
  "=cmd|' /C calc'!A0", "+1+1", "-1-1", "@SUM(1+1)", "=HYPERLINK(\"https://evil.example\")",
  "null", "undefined", "NaN", "true", "[]", "{}", "__proto__", "constructor", "toString", "hasOwnProperty", "0", "-0", "1e999",
  "\u202Eevil\u202C", "\u200B\u200B", "\uFEFFx", "a\u0300\u0301\u0302\u0303", "Ｆｕｌｌ", "ﬃ", "İstanbul", "ß", "ñandú", "한국어", "العربية", "עברית", "👩‍👩‍👧‍👦", "🏳️‍🌈", "𝒳", "\u2028", "\u2029",
  "a\r\nb", "a\nb\n\nc", "\ttab", "- item\n- item", "# heading", "> quote", "```js\nwindow.hit=1\n```", "| a | b |\n|---|---|", "***", "&lt;script&gt;", "&#x3c;script&#x3e;", "%3Cscript%3E", "\\u003cscript\\u003e",
];
/** Where a string may stand in a field. */
const settings: ((text: string) => string)[] = [
  (text) => text,
  (text) => `Legal help ${text} for families`,
  (text) => `${text}${text}`,
  (text) => `**${text}**`,
  (text) => `[${text}](https://example.org/?q=${encodeURIComponent(text)})`,
];

/** The same strings each time; every hundredth is very long. */
export function hostileStrings(count: number): string[] {
  const all = settings.flatMap((setting) => [...scripts, ...odd].map(setting));
  return Array.from({ length: count }, (_, index) => {
    const text = all[index % all.length]!;
    return index % 100 === 99 ? text.repeat(Math.ceil(4000 / text.length)).slice(0, 4000) : text;
  });
}
