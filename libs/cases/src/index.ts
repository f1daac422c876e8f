export { CaseFilesService } from './case-file/case-files.service.js';
export { FileAccess, type PartyReader, type Reading } from './case-file/file-access.js';
export { sendFile } from './case-file/send-file.js';
export { withUpload, type Upload } from './case-file/upload.js';
export * from './engine/judge.js';
export * from './engine/procedure.js';
export * from './engine/validate-procedure.js';
export { caseMoved, caseOpened, proposalMoved, suspendedForMediation } from './engine/case.events.js';
export { findCase, lockCase, refreshDue, setHandler, type CaseRow } from './engine/case.store.js';
export { disputeFacts, type DisputeFacts } from './engine/dispute-facts.js';
export { CaseEngine } from './engine/engine.js';
export { CaseOpening } from './engine/opening.js';
export { participantChanged, Participants, type NewParticipant, type ParticipantRow } from './engine/participants.js';
export { handles, rolesForOthers, rolesOn } from './engine/roles.js';
export { noticeWanted, type Notice } from './engine/notice.events.js';
export {
  Procedures,
  type DetailContext,
  type EffectContext,
  type ProcedureRuntime,
  type RefusedStep,
} from './engine/runtime.js';
export { DISTRICT, maySee, notShutOut, principalsOf } from './engine/scope.js';
export { isNight } from './as-of/domain/night.js';
export { RebuildProofModule } from './as-of/proof.jobs.js';
export { RebuildProver, type Difference, type ProofScope } from './as-of/prover.js';
export { CasesHttpModule, CasesJobsModule, CasesModule } from './cases.module.js';
export { PaperHooks, type SignedPaper } from './papers/paper-hooks.js';
export { PaperPrefills, type Prefill } from './papers/prefills.js';
export type { PaperClock, PaperMatter, PaperParty } from './papers/prefill/matter.js';
export { PaperMatterLoader, type LoadedMatter } from './papers/prefill/matter.loader.js';
export { prefilled } from './papers/prefill/prefill.js';
export * from './papers/prefill/steps-of-case.js';
export * from './papers/prefill/words-of-case.js';
export { disputeAmended, disputeEnded, disputeRegistered } from './registration/dispute.events.js';
export { CHANNELS, CIVIL, codeName, FIELDS, isCodeOn, MATTERS, type Code } from './registration/domain/codes.js';
export { SentenceBook, type SentenceOf } from './registration/domain/history-sentences.js';
export type { Finding } from './registration/domain/finding.js';
export { maskPhone } from './registration/domain/masking.js';
export { checkIdNumber, ID_TYPES, idCardCheck, usccCheck, type IdType } from './registration/domain/id-numbers.js';
export { normaliseDocumentNo, normaliseName, normaliseNumber } from './registration/domain/normalise.js';
export { DisputesService, type ImportedFacts, type Registration } from './registration/register/disputes.service.js';
export type { Registered } from './registration/register/registrar.js';
export { RegisterDisputeRequest } from './registration/requests/dispute.dto.js';
export { IsText } from './registration/requests/is-text.js';
export { PartyRequest } from './registration/requests/party.dto.js';
export { DisputeView } from './registration/views/dispute.views.js';
export { HistorySentences } from './registration/views/history.queries.js';
export { LedgerService } from './ledger/ledger.service.js';
export { readSheet, type SheetLine } from './ledger/sheet.js';
export { LEDGER_COLUMNS } from './ledger/domain/columns.js';
export type { LedgerImportView } from './ledger/ledger.dto.js';
