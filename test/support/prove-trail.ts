import { AuditVerifier } from '@app/audit';
import { RebuildProver, type Difference } from '@app/cases';
import type { TestApp } from './app.js';

/** Every case's rows are what its trail says, and nobody changed the trail. */
export async function proveTrail({ app }: TestApp): Promise<void> {
  const differences: Difference[] = [];
  let cases = 0;
  for await (const batch of app.get(RebuildProver, { strict: false }).all({})) {
    cases += batch.cases;
    differences.push(...batch.differences);
  }
  expect(differences).toEqual([]);
  expect(cases).toBeGreaterThan(0);
  const { entries, faults } = await app.get(AuditVerifier, { strict: false }).verify();
  expect(faults).toEqual([]);
  expect(entries).toBeGreaterThan(10);
}
