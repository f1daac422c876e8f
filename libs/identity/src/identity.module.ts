import { DirectoryModule } from '@app/directory';
import { Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { LoginFailure } from './login-failure.entity.js';
import { LoginLocks } from './login-locks.js';
import { LoginService } from './login.service.js';
import { DEFAULT_OPTIONS, IDENTITY_OPTIONS, type IdentityOptions } from './options.js';
import { assertEveryRouteDeclares } from './routes.js';
import { Session } from './session.entity.js';
import { Sessions } from './sessions.js';

/** Logins, accounts, and the guard of every route. */
@Module({
  imports: [DirectoryModule, DiscoveryModule, TypeOrmModule.forFeature([Account, LoginFailure, Session])],
  controllers: [AuthController, AccountsController],
  providers: [Sessions, LoginLocks, LoginService, AccountsService, { provide: APP_GUARD, useClass: AuthGuard }],
})
export class IdentityHttpModule implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService) {}

  static forRoot(options: Partial<IdentityOptions> = {}): DynamicModule {
    return {
      module: IdentityHttpModule,
      providers: [{ provide: IDENTITY_OPTIONS, useValue: { ...DEFAULT_OPTIONS, ...options } }],
    };
  }

  /** A route that forgot to say who may use it stops the start. */
  onApplicationBootstrap(): void {
    assertEveryRouteDeclares(this.discovery);
  }
}
