import { PlatformHttpModule, PlatformModule, type PlatformOptions } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { JOBS_MODULES } from './jobs-modules.js';

@Module({})
export class WorkerModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.forRoot(options), PlatformHttpModule, ...JOBS_MODULES] };
  }
}
