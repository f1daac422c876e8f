import { FileStorageModule, type FileOptions } from '@app/documents';
import { NotificationChannelsModule, type ChannelOptions } from '@app/notifications';
import { PlatformHttpModule, PlatformModule, type PlatformOptions } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { JOBS_MODULES } from './jobs-modules.js';

@Module({})
export class WorkerModule {
  static forRoot(options: PlatformOptions, channels: ChannelOptions, files: FileOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(options),
        NotificationChannelsModule.forRoot(channels),
        FileStorageModule.forRoot(files),
        PlatformHttpModule,
        ...JOBS_MODULES,
      ],
    };
  }
}
