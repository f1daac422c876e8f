import { record } from '@app/audit';
import { staleVersion, type Actor, type Id } from '@app/kernel';
import { Database, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { DigestSettingRequest, DigestSettingView } from './digest-setting.dto.js';

/** When the weekly digest is sent. [L] */
@Injectable()
export class DigestSettings {
  constructor(private readonly database: Database) {}

  async get(): Promise<DigestSettingView> {
    const [row] = await this.database.read<DigestSettingView>(
      'SELECT weekday, at, version FROM liaison.digest_setting',
    );
    return row!;
  }

  /** @throws DomainError liaison.digest-setting.stale-version */
  async set(actor: Actor, { weekday, at, version }: DigestSettingRequest): Promise<DigestSettingView> {
    return this.database.transaction(async (tx) => {
      const [row] = await sql<DigestSettingView & { id: Id }>(tx, UPDATE, [weekday, at, version]);
      if (!row) throw staleVersion('liaison.digest-setting');
      const { id, ...view } = row;
      record(tx, actor, {
        action: 'liaison.set-digest',
        subjectType: 'digest-setting',
        subjectId: id,
        detail: { weekday, at },
      });
      return view;
    });
  }
}

const UPDATE = `UPDATE liaison.digest_setting SET weekday = $1, at = $2, version = version + 1 WHERE version = $3
  RETURNING id, weekday, at, version`;
