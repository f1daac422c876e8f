/** What logins need to know of their surroundings. */
export interface IdentityOptions {
  /** Marks the cookie Secure; false only for a trial over http on one machine. */
  secureCookie: boolean;
  /** A session ends after so much silence. */
  idleMinutes: number;
  /** And after so long in any case. */
  absoluteHours: number;
}

export const IDENTITY_OPTIONS = Symbol('IDENTITY_OPTIONS');
export const DEFAULT_OPTIONS: IdentityOptions = { secureCookie: true, idleMinutes: 30, absoluteHours: 12 };
export const COOKIE = 'heyi_session';
export const CSRF_HEADER = 'x-heyi-csrf';
