import { declaredRoutes, PERMISSIONS } from '@app/identity';
import { Public } from '@app/platform';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { demoDatabase, startIdentity, type IdentityApp } from './identity-app.js';

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Public()
  open(): string {
    return 'open';
  }

  @Get('silent')
  silent(): string {
    return 'silent';
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

let database: Awaited<ReturnType<typeof demoDatabase>>;
let heyi: IdentityApp;

beforeAll(async () => {
  database = await demoDatabase();
  heyi = await startIdentity(database.url);
});

afterAll(async () => {
  await heyi?.close();
  await database?.drop();
});

describe('routes', () => {
  it('that say neither who may use them nor that all may stop the start, and are named', async () => {
    await expect(startIdentity(database.url, {}, [ForgottenModule])).rejects.toThrow(/ForgottenController\.silent/);
  });

  it('ask for permissions that exist', () => {
    const routes = declaredRoutes(heyi.app.get(DiscoveryService, { strict: false }));
    expect(routes.length).toBeGreaterThan(20);
    for (const { permission, isPublic } of routes) {
      if (!isPublic) expect(PERMISSIONS).toHaveProperty([permission!]);
    }
  });

  it('of identity are public only where one logs in', () => {
    const open = declaredRoutes(heyi.app.get(DiscoveryService, { strict: false })).filter((r) => r.isPublic);
    expect(open.map((r) => `${r.controller}.${r.handler}`)).toEqual(['AuthController.login', 'AuthController.token']);
  });
});
