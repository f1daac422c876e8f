import type { SealKind } from '../domain/document-kind.js';

/** What is sealed. */
export interface SealRequest {
  readonly number: string | null;
  /** The organ whose seal it is. */
  readonly issuer: string;
  readonly seal: SealKind;
}

/**
 * The door to an electronic-seal system (GB/T 38540-2020). An app that has one provides its adapter under this class;
 * without one, papers are printed and sealed by hand: no picture of a seal is ever drawn.
 */
export abstract class SealService {
  /** The PDF with the seal in it. Called again if it throws, at most three times. */
  abstract apply(pdf: Buffer, request: SealRequest): Promise<Buffer>;
}
