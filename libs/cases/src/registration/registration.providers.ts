import { DuplicateQueries } from './duplicates.queries.js';
import { DisputeJobs } from './handlers/dispute.jobs.js';
import { HandlersService } from './handlers/handlers.service.js';
import { Officers } from './handlers/officers.js';
import { DisputeActionsController } from './http/dispute-actions.controller.js';
import { DisputeListsController } from './http/dispute-lists.controller.js';
import { DisputesController } from './http/disputes.controller.js';
import { LinksService } from './links.service.js';
import { ExportService } from './lists/export.service.js';
import { Lights } from './lists/lights.js';
import { ListQueries } from './lists/list.queries.js';
import { Organs } from './organs.js';
import { DisputeChecks } from './record/checks.js';
import { AmendmentsService } from './register/amendments.service.js';
import { DisputesService } from './register/disputes.service.js';
import { DraftsService } from './register/drafts.service.js';
import { Registrar } from './register/registrar.js';
import { UnmaskService } from './register/unmask.service.js';
import { DisputeQueries } from './views/dispute.queries.js';
import { HistoryQueries, HistorySentences } from './views/history.queries.js';

/** Providers of the registration of disputes. */
export const REGISTRATION_PROVIDERS = [
  AmendmentsService,
  DisputeChecks,
  DisputeQueries,
  DisputesService,
  DraftsService,
  DuplicateQueries,
  ExportService,
  HandlersService,
  HistoryQueries,
  HistorySentences,
  Lights,
  LinksService,
  ListQueries,
  Officers,
  Organs,
  Registrar,
  UnmaskService,
];

export const REGISTRATION_CONTROLLERS = [DisputeListsController, DisputesController, DisputeActionsController];

export const REGISTRATION_JOBS = [DisputeJobs];
