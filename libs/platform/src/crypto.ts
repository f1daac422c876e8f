import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Field encryption: AES-256-GCM for what is read back (ID numbers), HMAC-SHA256 for equality search. Both keys are
 * derived from the configured data key, so one secret is kept.
 */
export class FieldCipher {
  private readonly cipherKey: Buffer;
  private readonly hashKey: Buffer;

  /** @param dataKey 32 bytes in base64. @throws Error if it is not. */
  constructor(dataKey: string) {
    const secret = Buffer.from(dataKey, 'base64');
    if (secret.length !== 32) throw new Error('HEYI_DATA_KEY: must be 32 bytes in base64');
    this.cipherKey = Buffer.from(hkdfSync('sha256', secret, '', 'heyi/field-cipher', 32));
    this.hashKey = Buffer.from(hkdfSync('sha256', secret, '', 'heyi/field-hash', 32));
  }

  /** Ciphertext as `version(1) | nonce(12) | tag(16) | data`; a new nonce each time. */
  encrypt(text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.cipherKey, nonce);
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), data]);
  }

  /** @throws Error if the bytes were changed, or written under another key. */
  decrypt(bytes: Buffer): string {
    if (bytes[0] !== 1) throw new Error('unknown field cipher version');
    const decipher = createDecipheriv('aes-256-gcm', this.cipherKey, bytes.subarray(1, 13));
    decipher.setAuthTag(bytes.subarray(13, 29));
    return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8');
  }

  /** The same for equal texts; cannot be turned back, nor guessed without the key. */
  hash(text: string): Buffer {
    return createHmac('sha256', this.hashKey).update(text).digest();
  }
}
