import { CasesModule } from '@app/cases';
import { DirectoryModule } from '@app/directory';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OwnershipEffects } from './ownership.effects.js';
import { OwnershipFactsLoader } from './ownership.facts.js';
import { OwnershipRuntime } from './ownership.runtime.js';
import { Ownership } from './store/ownership.entity.js';
import { ResolutionPlan } from './store/plan.entity.js';
import { ProgressReport } from './store/report.entity.js';

@Module({
  imports: [CasesModule, DirectoryModule, TypeOrmModule.forFeature([Ownership, ResolutionPlan, ProgressReport])],
  providers: [OwnershipRuntime, OwnershipFactsLoader, OwnershipEffects],
})
export class OwnershipModule {}
