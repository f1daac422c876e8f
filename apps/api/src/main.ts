import { fileOptions } from '@app/documents';
import { channelOptions } from '@app/notifications';
import { createHttpApp, createLogger, parseConfig, platformOptions, ServiceConfig, stopOnSignals } from '@app/platform';
import { ApiModule } from './app.module.js';
import { serveOpenApi } from './openapi.js';

const config = parseConfig(ServiceConfig, process.env);
const logger = createLogger('api', config.LOG_LEVEL);
const root = ApiModule.forRoot(platformOptions(config, 'api', logger), channelOptions(config), fileOptions(config), {
  secureCookie: config.PUBLIC_SCHEME === 'https',
  idleMinutes: config.SESSION_IDLE_MINUTES,
  absoluteHours: config.SESSION_ABSOLUTE_HOURS,
});
const app = await createHttpApp(root, logger, config.TRUST_PROXY);
serveOpenApi(app);
stopOnSignals(() => app.close(), logger);
await app.listen(config.PORT, config.HOST);
logger.info({ port: config.PORT }, 'listening');
