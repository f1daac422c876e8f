import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController } from './audit.controller.js';
import { AuditQueries } from './audit.queries.js';
import { AuditChain, AuditEntry } from './entry.entity.js';
import { AuditVerifier } from './verify.js';

@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry, AuditChain])],
  providers: [AuditVerifier, AuditQueries],
  exports: [AuditVerifier, AuditQueries],
})
export class AuditModule {}

@Module({ imports: [AuditModule], controllers: [AuditController] })
export class AuditHttpModule {}
