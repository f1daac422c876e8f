import { RebuildProofModule } from '@app/cases';
import { FileStorageModule, RenderingModule, type FileOptions, type RenderOptions } from '@app/documents';
import { NotificationChannelsModule, type ChannelOptions } from '@app/notifications';
import { PlatformHttpModule, PlatformModule, type PlatformOptions } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { JOBS_MODULES } from './jobs-modules.js';

@Module({})
export class WorkerModule {
  static forRoot(
    options: PlatformOptions,
    channels: ChannelOptions,
    rendering: RenderOptions,
    files: FileOptions,
    proveAllDays: number,
  ): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(options),
        NotificationChannelsModule.forRoot(channels),
        RenderingModule.forRoot(rendering),
        FileStorageModule.forRoot(files),
        RebuildProofModule.forRoot(proveAllDays),
        PlatformHttpModule,
        ...JOBS_MODULES,
      ],
    };
  }
}
