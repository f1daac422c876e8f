import { LedgerService } from '@app/cases';
import { actorOf } from '@app/identity';
import { Clock } from '@app/kernel';
import { Database } from '@app/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The officer in whose name the demo's ledger is registered. */
const REGISTRAR = 'lian';

/** Loads the sample ledger into the demo, so that lists, clocks and reminders have something to show; once. */
export async function loadDemoLedger(app: INestApplicationContext): Promise<void> {
  const database = app.get(Database, { strict: false });
  const [any] = await database.read('SELECT 1 FROM cases.dispute LIMIT 1');
  if (any) return;
  const actor = await actorOf(database, REGISTRAR, app.get(Clock, { strict: false }).today());
  if (!actor) return;
  const file = path.resolve(import.meta.dirname, '../../../..', 'samples', 'ledger-2024-2026.xlsx');
  const result = await app.get(LedgerService, { strict: false }).import(actor, await readFile(file), false);
  if (result.state !== 'DONE')
    throw new Error(`the sample ledger was not imported: ${JSON.stringify(result.errors.slice(0, 5))}`);
}
