export function Logo() {
  return (
    <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true" className="flex-none">
      <rect width="34" height="34" rx="9" fill="#0b4f6c" />
      <circle cx="17" cy="13" r="5.5" fill="#f2b134" />
      <path d="M8 28V17.5a9 9 0 0 1 18 0V28h-5.5v-8.5a3.5 3.5 0 0 0-7 0V28z" fill="#fbf7f0" />
    </svg>
  );
}
