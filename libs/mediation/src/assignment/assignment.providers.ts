import { AssignmentController } from './assignment.controller.js';
import { AssignmentJobs } from './assignment.jobs.js';
import { Assignments } from './assignments.service.js';
import { CandidateQueries } from './candidates.queries.js';
import { CaseAssignmentController } from './cases-assignment.controller.js';
import { LoadQueries } from './load.queries.js';
import { MediationCases } from './mediation-case.js';
import { OrphanedQueries } from './orphaned.queries.js';
import { Rankings } from './rankings.js';
import { RelationsService } from './relations.service.js';
import { Snapshots } from './snapshots.js';
import { WeightsController } from './weights.controller.js';
import { WeightsService } from './weights.service.js';

export const ASSIGNMENT_PROVIDERS = [
  Rankings,
  MediationCases,
  CandidateQueries,
  Assignments,
  Snapshots,
  WeightsService,
  RelationsService,
  LoadQueries,
  OrphanedQueries,
  AssignmentJobs,
];
export const ASSIGNMENT_CONTROLLERS = [CaseAssignmentController, AssignmentController, WeightsController];
