import { FileStorageModule, type FileOptions } from '@app/documents';
import { NotificationChannelsModule, type ChannelOptions } from '@app/notifications';
import { PlatformModule, type PlatformOptions } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { httpModules } from '../../api/src/http-modules.js';
import { JOBS_MODULES } from '../../worker/src/jobs-modules.js';
import { DemoController } from './demo.controller.js';

/** Api and worker in one process, and the demo's clock. */
@Module({})
export class StandaloneModule {
  static forRoot(options: PlatformOptions, channels: ChannelOptions, files: FileOptions): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        PlatformModule.forRoot(options),
        NotificationChannelsModule.forRoot(channels),
        FileStorageModule.forRoot(files),
        ...new Set([...httpModules({ secureCookie: false }), ...JOBS_MODULES]),
      ],
      controllers: [DemoController],
    };
  }
}
