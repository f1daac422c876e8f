import { record } from '@app/audit';
import { newId, type Actor } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** That somebody took a sheet is on record, as with every export. */
@Injectable()
export class SheetExports {
  constructor(private readonly database: Database) {}

  async note(actor: Actor, what: string, detail: Record<string, unknown>): Promise<void> {
    await this.database.transaction(async (tx) => {
      record(tx, actor, { action: `mediation.export-${what}`, subjectType: 'export', subjectId: newId(), detail });
      return Promise.resolve();
    });
  }
}
