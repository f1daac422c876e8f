import { SheetExports } from '../sheet-exports.js';
import { Absences } from './absences.js';
import { CommitteeQueries } from './committees.queries.js';
import { CommitteeSheet } from './committee-sheet.service.js';
import { CommitteesController } from './committees.controller.js';
import { MediatorQueries } from './mediators.queries.js';
import { MediatorSheet } from './mediator-sheet.service.js';
import { MediatorsController } from './mediators.controller.js';
import { MembersEditor } from './members.editor.js';
import { NetworkEditor } from './network.editor.js';

export const NETWORK_PROVIDERS = [
  Absences,
  CommitteeQueries,
  MediatorQueries,
  NetworkEditor,
  MembersEditor,
  CommitteeSheet,
  MediatorSheet,
  SheetExports,
];
export const NETWORK_CONTROLLERS = [CommitteesController, MediatorsController];
