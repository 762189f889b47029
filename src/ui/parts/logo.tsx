/** The mark of the program: a roof over a line of water. */
export function Logo() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" fill="none" strokeLinecap="round">
      <rect width="26" height="26" rx="6" fill="var(--action)" />
      <path d="M5 13.500L13 6l8 7.500" stroke="#fff" strokeWidth="2.2" strokeLinejoin="round" />
      <path d="M5 19.500q4-3.200 8 0t8 0" stroke="var(--unknown)" strokeWidth="2.2" />
    </svg>
  );
}
