import { CasesModule, HistorySentences } from '@app/cases';
import { ClockRules, DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddressConfirmations } from './address-confirmations.js';
import { DeliveryQueries } from './deliveries.queries.js';
import { Deliveries } from './deliveries.service.js';
import { SERVICE_CLOCKS } from './domain/time-limits.js';
import { ElectronicService } from './electronic.js';
import { AddressConfirmationsController } from './http/address-confirmations.controller.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { ServiceSettingsController } from './http/settings.controller.js';
import { PostalBatches } from './postal/batches.service.js';
import { PostalController } from './postal/postal.controller.js';
import { PostalReturns } from './postal/returns.service.js';
import { ServiceRegister } from './register.js';
import { ServedSteps } from './served-steps.js';
import { ServiceJobs } from './service.jobs.js';
import { SERVICE_SENTENCES } from './service-sentences.js';
import { ServiceSettings } from './settings.service.js';
import { AddressConfirmation } from './store/address-confirmation.entity.js';
import { Attempt, DeliveryRow } from './store/delivery.entity.js';
import { PostalBatch, PostalItem } from './store/postal-batch.entity.js';
import { ServiceSetting } from './store/setting.entity.js';

const ENTITIES = [DeliveryRow, Attempt, AddressConfirmation, ServiceSetting, PostalBatch, PostalItem];
const SHARED = [ServiceRegister, ServedSteps, Deliveries, ElectronicService, AddressConfirmations];

@Module({
  imports: [CasesModule, DeadlinesModule, DirectoryModule, TypeOrmModule.forFeature(ENTITIES)],
  providers: SHARED,
  exports: SHARED,
})
export class ServiceModule implements OnModuleInit {
  constructor(
    private readonly rules: ClockRules,
    private readonly sentences: HistorySentences,
  ) {}

  onModuleInit(): void {
    this.rules.register(SERVICE_CLOCKS);
    this.sentences.register(SERVICE_SENTENCES);
  }
}

@Module({
  imports: [ServiceModule],
  providers: [DeliveryQueries, ServiceSettings, PostalBatches, PostalReturns],
  controllers: [DeliveriesController, AddressConfirmationsController, PostalController, ServiceSettingsController],
})
export class ServiceHttpModule {}

@Module({ imports: [ServiceModule, DeadlinesModule], providers: [ServiceJobs] })
export class ServiceJobsModule {}
