/** The embedded database cannot run here. The message says why and what to do, in Chinese and in English. */
export class EmbeddedPostgresProblem extends Error {}

const OWN_SERVER = 'DATABASE_URL=postgres://user:password@127.0.0.1:5432/heyi npm start';

/** A problem that a server of one's own gets round. */
export function useOwnServer(chinese: string, english: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    `${chinese}或者使用自备的 PostgreSQL 15 以上版本：${OWN_SERVER}\n` +
      `${english} Or use a PostgreSQL of your own, 15 or newer: ${OWN_SERVER}`,
  );
}
