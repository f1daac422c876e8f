export { ANSWER_RULE, LIAISON_CLOCKS } from './domain/clocks.js';
export { LiaisonHttpModule, LiaisonJobsModule, LiaisonModule } from './liaison.module.js';
