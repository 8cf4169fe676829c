/** Pages of a list, at least one; a page beyond the end is the last. */
export function paging(total: number, size: number, wanted: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page: Math.min(wanted, pages), pages };
}
