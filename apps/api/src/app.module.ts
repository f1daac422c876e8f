import { PlatformModule, type PlatformOptions } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { HTTP_MODULES } from './http-modules.js';

@Module({})
export class ApiModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.forRoot(options), ...HTTP_MODULES] };
  }
}
