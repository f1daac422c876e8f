import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { createAdapter, createLogger, Problem } from '@app/platform';
import { MEDIATION } from '@app/mediation';
import { NO_CHANNELS } from '@app/notifications';
import { OWNERSHIP } from '@app/ownership';
import { RECONSIDERATION } from '@app/reconsideration';
import { ApiModule } from './app.module.js';

/** Inputs of the procedures' steps, which no route names. */
const STEP_INPUTS = [...RECONSIDERATION.transitions, ...MEDIATION.transitions, ...OWNERSHIP.transitions].flatMap((t) =>
  t.input ? [t.input] : [],
);

const PROBLEM = { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } };

function describe(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Heyi 和议')
    .setDescription(
      '行政复议、行政争议调解、领导包案 — REST API. Errors are application/problem+json with a stable `code`.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .addCookieAuth('heyi_session')
    .addGlobalResponse({ status: 'default', description: 'Refused, or failed', content: PROBLEM })
    .build();
  return SwaggerModule.createDocument(app, config, {
    extraModels: [Problem, ...STEP_INPUTS],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`,
  });
}

/** /api/openapi.json, and a page to browse it at /api/docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describe(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Heyi 和议 API',
  });
}

/** The document itself; no database, no server. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const logger = createLogger('openapi', 'silent');
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(
      {
        databaseUrl: 'postgres://none@127.0.0.1:1/none',
        dataKey: Buffer.alloc(32).toString('base64'),
        poolSize: 1,
        logger,
        applicationName: 'openapi',
        queuePrefix: 'openapi',
      },
      NO_CHANNELS,
      { storage: { kind: 'directory', directory: '' }, maxBytes: 0, libreOffice: '' },
    ),
    createAdapter({ logger }),
    { preview: true, logger: false },
  );
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  return describe(app);
}
