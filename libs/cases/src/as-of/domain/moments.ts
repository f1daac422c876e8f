interface Entry {
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Entries of a trail, oldest first, each at the moment the business clock showed. The trail's own stamp is the database's
 * clock; where the business clock goes ahead of it (the demo, whose clock is moved) an act that changes something says
 * so, and the acts after it follow.
 */
export function withMoments<E extends Entry>(entries: readonly E[]): E[] {
  let ahead = 0;
  return entries.map((entry) => {
    const { moment, changes } = entry.detail;
    if (typeof moment === 'string') ahead = Date.parse(moment) - entry.at.getTime();
    else if (changes !== undefined) ahead = 0;
    return ahead === 0 ? entry : { ...entry, at: new Date(entry.at.getTime() + ahead) };
  });
}
