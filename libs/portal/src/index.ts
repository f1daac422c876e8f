export { PortalHttpModule, PortalJobsModule, PortalModule } from './portal.module.js';
