import { CaseFileExportsService } from './case-file-exports.service.js';
import { CaseFileJobs } from './case-file.jobs.js';
import { CaseFilesController } from './case-files.controller.js';
import { CaseFilesService } from './case-files.service.js';
import { EvidenceQueries } from './evidence.queries.js';
import { FileAccess } from './file-access.js';
import { FilesController } from './files.controller.js';

export const CASE_FILE_PROVIDERS = [FileAccess, CaseFilesService, EvidenceQueries, CaseFileExportsService];
export const CASE_FILE_CONTROLLERS = [CaseFilesController, FilesController];
export const CASE_FILE_JOBS = [CaseFileJobs];
