import type { IdentityOptions } from '@app/identity';
import { FileStorageModule, type FileOptions } from '@app/documents';
import { NotificationChannelsModule, type ChannelOptions } from '@app/notifications';
import { PlatformModule, type PlatformOptions } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { httpModules } from './http-modules.js';

@Module({})
export class ApiModule {
  static forRoot(
    options: PlatformOptions,
    channels: ChannelOptions,
    files: FileOptions,
    identity: Partial<IdentityOptions> = {},
  ): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(options),
        NotificationChannelsModule.forRoot(channels),
        FileStorageModule.forRoot(files),
        ...httpModules(identity),
      ],
    };
  }
}
