import argon2 from 'argon2';

/** argon2id with 19 MiB and two passes (OWASP's second choice, for logins that come in bursts at nine o'clock). */
const OPTIONS = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashPassword(password: string): Promise<string> {
  return argon2.hash(password, OPTIONS);
}

let dummy: Promise<string> | undefined;

/** Whether a password fits; takes the same time when there is no account, so that accounts cannot be guessed. */
export async function passwordFits(hash: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  const fits = await argon2.verify(hash ?? (await dummy), password);
  return hash !== undefined && fits;
}
