import type { IdentityOptions } from '@app/identity';
import { PlatformModule, type PlatformOptions } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { httpModules } from './http-modules.js';

@Module({})
export class ApiModule {
  static forRoot(options: PlatformOptions, identity: Partial<IdentityOptions> = {}): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.forRoot(options), ...httpModules(identity)] };
  }
}
