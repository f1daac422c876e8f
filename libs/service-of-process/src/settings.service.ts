import { record } from '@app/audit';
import { staleVersion, type Actor, type Id } from '@app/kernel';
import { Database, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChangeServiceSettingsRequest, ServiceSettingsView } from './http/settings.dto.js';

/** What the law leaves to the district. */
@Injectable()
export class ServiceSettings {
  constructor(private readonly database: Database) {}

  async view(): Promise<ServiceSettingsView> {
    const [row] = await this.database.read<ServiceSettingsView>(
      'SELECT electronic_to_organs AS "electronicToOrgans", version FROM service.setting',
    );
    return row!;
  }

  /** @throws DomainError service.setting.stale-version */
  async change(actor: Actor, request: ChangeServiceSettingsRequest): Promise<ServiceSettingsView> {
    const { electronicToOrgans, version, reason } = request;
    await this.database.transaction(async (tx) => {
      const [row] = await sql<{ id: Id }>(
        tx,
        'UPDATE service.setting SET electronic_to_organs = $1, version = version + 1 WHERE version = $2 RETURNING id',
        [electronicToOrgans, version],
      );
      if (!row) throw staleVersion('service.setting');
      const detail = { electronicToOrgans, reason };
      record(tx, actor, {
        action: 'service.change-setting',
        subjectType: 'service-setting',
        subjectId: row.id,
        detail,
      });
    });
    return this.view();
  }
}
