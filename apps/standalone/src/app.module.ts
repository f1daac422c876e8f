import { PlatformModule, type PlatformOptions } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { HTTP_MODULES } from '../../api/src/http-modules.js';
import { JOBS_MODULES } from '../../worker/src/jobs-modules.js';
import { DemoController } from './demo.controller.js';

/** Api and worker in one process, and the demo's clock. */
@Module({})
export class StandaloneModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [PlatformModule.forRoot(options), ...new Set([...HTTP_MODULES, ...JOBS_MODULES])],
      controllers: [DemoController],
    };
  }
}
