export { FeedsHttpModule } from './feeds.module.js';
