/** What a table may be, so that nobody's file stops anybody's work. */
export const bounds = {
  /** Files in the archive. */
  entries: 2_000,
  /** All of it, unpacked. */
  bytes: 200_000_000,
  /** A part of more than a megabyte may not be packed more tightly. */
  ratio: 400,
  /** Rows with content, and as many above them as a title takes. */
  rows: 50_000,
  titleRows: 20,
  cells: 2_000_000,
  strings: 1_000_000,
  /** Characters of one tag. */
  tag: 5_000_000,
  /** Merged cells are only told of. */
  merges: 10_000,
  /** Of one cell. A text of more is no fact about anybody. */
  cellText: 32_767,
} as const;
