import { record } from '@app/audit';
import { staleVersion, type Actor, type Id } from '@app/kernel';
import { Allow, CurrentActor, Database, sql } from '@app/platform';
import { Body, Controller, Get, Injectable, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';

export class DigestSettingRequest {
  /** 1 (Monday) to 7 (Sunday). */
  @IsInt({ message: '星期应为 1 至 7' })
  @Min(1, { message: '星期应为 1 至 7' })
  @Max(7, { message: '星期应为 1 至 7' })
  weekday!: number;

  /** Time of day, Asia/Shanghai. */
  @Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, { message: '时间应为 HH:MM' })
  at!: string;

  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

export class DigestSettingView {
  /** 1 (Monday) to 7 (Sunday). */
  weekday!: number;
  /** Time of day, Asia/Shanghai. */
  at!: string;
  version!: number;
}

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

@ApiTags('liaison')
@Controller('settings/liaison-digest')
export class DigestSettingController {
  constructor(private readonly settings: DigestSettings) {}

  @Get()
  @Allow('settings.manage')
  get(): Promise<DigestSettingView> {
    return this.settings.get();
  }

  @Put()
  @Allow('settings.manage')
  set(@CurrentActor() actor: Actor, @Body() request: DigestSettingRequest): Promise<DigestSettingView> {
    return this.settings.set(actor, request);
  }
}

const UPDATE = `UPDATE liaison.digest_setting SET weekday = $1, at = $2, version = version + 1 WHERE version = $3
  RETURNING id, weekday, at, version`;
