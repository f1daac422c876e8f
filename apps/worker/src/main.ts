import { fileOptions } from '@app/documents';
import { channelOptions } from '@app/notifications';
import { createHttpApp, createLogger, parseConfig, platformOptions, ServiceConfig, stopOnSignals } from '@app/platform';
import { WorkerModule } from './app.module.js';

// Over HTTP it serves nothing but its own health and metrics.
const config = parseConfig(ServiceConfig, process.env);
const logger = createLogger('worker', config.LOG_LEVEL);
const root = WorkerModule.forRoot(
  platformOptions(config, 'worker', logger),
  channelOptions(config),
  fileOptions(config),
);
const app = await createHttpApp(root, logger);
stopOnSignals(() => app.close(), logger);
await app.listen(config.PORT, config.HOST);
logger.info({ port: config.PORT }, 'working');
