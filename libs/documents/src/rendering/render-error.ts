/** A file could not be made. The code says why, in a word that holds nothing of the paper. */
export class RenderError extends Error {
  constructor(
    readonly code: 'TIMEOUT' | 'ENGINE_DIED' | 'NO_OUTPUT' | 'SEAL_FAILED' | 'WORKER_DIED' | 'FAULT',
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'RenderError';
  }
}
