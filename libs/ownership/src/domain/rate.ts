/** A share in percent, one decimal, half up; "—" if there is nothing to take a share of. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.floor((part * 2000 + whole) / (whole * 2));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
