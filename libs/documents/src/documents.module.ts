import { AuditModule } from '@app/audit';
import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentKinds } from './document-kinds.js';
import { DocumentVersion, Issuer, PaperDocument } from './papers/document.entity.js';
import { DocumentQueries } from './papers/document.queries.js';
import { DocumentsController } from './papers/documents.controller.js';
import { DocumentsService } from './papers/documents.service.js';
import { ReliefRule } from './relief/relief-rule.entity.js';
import { ReliefRulesController } from './relief/relief-rules.controller.js';
import { ReliefRules } from './relief/relief-rules.service.js';
import { RENDER_OPTIONS, type RenderOptions } from './rendering/options.js';
import { Renderer } from './rendering/renderer.js';
import { RenderingJobs } from './rendering/rendering.jobs.js';
import { Rendition } from './rendering/rendition.entity.js';
import { RenditionStore } from './rendering/rendition.store.js';
import { Counter, Series, SeriesPrefix } from './series.entity.js';
import { PaperSettingsController } from './settings/paper-settings.controller.js';
import { PaperSettings } from './settings/paper-settings.service.js';
import { Template } from './templates/template.entity.js';
import { DocumentTemplatesController } from './templates/templates.controller.js';
import { Templates } from './templates/templates.service.js';

const ENTITIES = [
  Series,
  SeriesPrefix,
  Counter,
  PaperDocument,
  DocumentVersion,
  Issuer,
  ReliefRule,
  Rendition,
  Template,
];
const SERVICES = [DocumentKinds, DocumentsService, DocumentQueries, ReliefRules, PaperSettings, Templates];

/** Tells how the app's configuration wants files made; without it LibreOffice is used if it is on the PATH. */
@Module({})
export class RenderingModule {
  static forRoot(options: RenderOptions): DynamicModule {
    return {
      module: RenderingModule,
      global: true,
      providers: [{ provide: RENDER_OPTIONS, useValue: options }],
      exports: [RENDER_OPTIONS],
    };
  }
}

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature(ENTITIES)],
  providers: SERVICES,
  exports: SERVICES,
})
export class DocumentsModule {}

@Module({
  imports: [DocumentsModule],
  controllers: [DocumentsController, ReliefRulesController, PaperSettingsController, DocumentTemplatesController],
})
export class DocumentsHttpModule {}

@Module({ imports: [DocumentsModule], providers: [Renderer, RenditionStore, RenderingJobs] })
export class DocumentsJobsModule {}
