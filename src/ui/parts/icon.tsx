/** Line icons on a 16 px grid. Always beside a word, except the universal ones; hidden from screen readers. */

const PATHS = {
  search: "M2.5 7a4.5 4.5 0 109 0 4.5 4.5 0 00-9 0M10.5 10.5L14 14",
  undo: "M3 6h6.5a3.5 3.5 0 010 7H6M6 3L3 6l3 3",
  redo: "M13 6H6.5a3.5 3.5 0 000 7H10M10 3l3 3-3 3",
  help: "M2 8a6 6 0 1012 0A6 6 0 002 8M6.2 6.4a1.8 1.8 0 113 1.3c-.7.6-1.2.9-1.2 1.8M8 11.6v.2",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  layers: "M8 2l6 3.2-6 3.2-6-3.2zM2 8.4l6 3.2 6-3.2M2 11.2l6 3.2 6-3.2",
  home: "M2.5 7.5L8 3l5.5 4.5M4 6.8V13h8V6.8",
  check: "M3 8.5l3.2 3.2L13 4.8",
  x: "M4 4l8 8M12 4l-8 8",
  up: "M4 10l4-4 4 4",
  down: "M4 6l4 4 4-4",
  warn: "M8 2.2L14.5 13.5H1.5zM8 6.5v3.2M8 11.6v.2",
  stop: "M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8",
  question: "M8 1.6L14.4 8 8 14.4 1.6 8zM6.5 6.6a1.5 1.5 0 112.4 1.2c-.6.4-.9.7-.9 1.3M8 10.9v.2",
  pen: "M3 13l.7-3L11 2.7 13.3 5 6 12.3z",
  polygon: "M3 5l5-2.5L13.5 6 12 13H5z",
  coordinates: "M3 2v11h11M6 9l2.5-2.5L10 8l3-4",
  lock: "M4.5 7h7a1 1 0 011 1v4.5a1 1 0 01-1 1h-7a1 1 0 01-1-1V8a1 1 0 011-1M5.5 7V5a2.5 2.5 0 015 0v2",
  file: "M4 2h5l3 3v9H4zM9 2v3h3",
  trash: "M3 4.500h10M6 4.500V3h4v1.500M4.500 4.500l.6 8.500h5.800l.6-8.500M7 7v3.500M9 7v3.500",
  split: "M8 2v12M3 5l-1.500 3L3 11M13 5l1.500 3L13 11",
  shield:
    "M8 1.800l5.500 2v4c0 3.400-2.300 5.500-5.500 6.500-3.200-1-5.500-3.100-5.500-6.500v-4zM5.600 8l1.700 1.700 3.200-3.400",
  down2: "M8 2.500v7.500M4.800 7l3.200 3.200L11.200 7M3 13h10",
} as const;
export type IconName = keyof typeof PATHS;

/** One icon in the colour of its text. */
export function Icon({ name, size = 16, weight = 1.5 }: { name: IconName; size?: number; weight?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
