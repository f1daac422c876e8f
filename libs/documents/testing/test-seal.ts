import { SealService, type SealRequest } from '../src/seal/seal-service.js';

/** Test double of a seal system: notes what it was asked to seal, and marks the file so that it can be recognised. */
export class TestSeal extends SealService {
  readonly requests: SealRequest[] = [];

  apply(pdf: Buffer, request: SealRequest): Promise<Buffer> {
    this.requests.push(request);
    return Promise.resolve(Buffer.concat([pdf, Buffer.from(`\n%test-seal ${request.seal}\n`)]));
  }
}
