import { Corrections } from './corrections.service.js';
import { SettlementEditor } from './settlement.editor.js';
import { SettlementQueries } from './settlement.queries.js';
import { SettlementsController } from './settlements.controller.js';
import { TariffsController } from './tariffs.controller.js';
import { Tariffs } from './tariffs.service.js';

export const SETTLEMENT_PROVIDERS = [Tariffs, SettlementEditor, Corrections, SettlementQueries];
export const SETTLEMENT_CONTROLLERS = [TariffsController, SettlementsController];
