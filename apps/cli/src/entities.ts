import { AuditChain, AuditEntry } from '../../../libs/audit/src/entry.entity.js';
import { RebuildProof } from '../../../libs/cases/src/as-of/proof.entity.js';
import { Opinion, Proposal } from '../../../libs/cases/src/engine/approval.entity.js';
import { CaseFile } from '../../../libs/cases/src/engine/case.entity.js';
import { Access, Exclusion, Participant } from '../../../libs/cases/src/engine/participant.entity.js';
import { LedgerImport } from '../../../libs/cases/src/ledger/ledger-import.entity.js';
import { Dispute } from '../../../libs/cases/src/registration/dispute.entity.js';
import { DisputeLink } from '../../../libs/cases/src/registration/link.entity.js';
import { Party } from '../../../libs/cases/src/registration/party.entity.js';
import { DisputeSearch } from '../../../libs/cases/src/registration/search.entity.js';
import { CalendarDayRow } from '../../../libs/deadlines/src/calendar-day.entity.js';
import { CalendarYear } from '../../../libs/deadlines/src/calendar-year.entity.js';
import { ClockRecord } from '../../../libs/deadlines/src/clock.entity.js';
import { RuleSetting } from '../../../libs/deadlines/src/rule-setting.entity.js';
import { Absence } from '../../../libs/directory/src/absence.entity.js';
import { Organ } from '../../../libs/directory/src/organ.entity.js';
import { Person, Post } from '../../../libs/directory/src/person.entity.js';
import { DocumentVersion, Issuer, PaperDocument } from '../../../libs/documents/src/papers/document.entity.js';
import { ReliefRule } from '../../../libs/documents/src/relief/relief-rule.entity.js';
import { Rendition } from '../../../libs/documents/src/rendering/rendition.entity.js';
import { CaseFileExport } from '../../../libs/documents/src/files/case-file-export.entity.js';
import { Content } from '../../../libs/documents/src/files/content.entity.js';
import { CaseFileItem, FileVersion } from '../../../libs/documents/src/files/file.entity.js';
import { Counter, Series, SeriesPrefix } from '../../../libs/documents/src/series.entity.js';
import { Template } from '../../../libs/documents/src/templates/template.entity.js';
import { CalendarFeed } from '../../../libs/feeds/src/store/feed.entity.js';
import { Account } from '../../../libs/identity/src/account.entity.js';
import { LoginFailure } from '../../../libs/identity/src/login-failure.entity.js';
import { Session } from '../../../libs/identity/src/session.entity.js';
import { CheckSetting } from '../../../libs/integrity/src/store/check-setting.entity.js';
import { Finding } from '../../../libs/integrity/src/store/finding.entity.js';
import { IntegrityRun } from '../../../libs/integrity/src/store/run.entity.js';
import { Digest, DigestSetting } from '../../../libs/liaison/src/store/digest.entity.js';
import { Acknowledgement, MoreTime } from '../../../libs/liaison/src/store/owed.entity.js';
import { LiaisonMessage, LiaisonRequest, ReadMark } from '../../../libs/liaison/src/store/request.entity.js';
import { AgreedObligation, Agreement } from '../../../libs/mediation/src/store/agreement.entity.js';
import { ASSIGNMENT_ENTITIES } from '../../../libs/mediation/src/store/assignment.entity.js';
import { AssignedMediator } from '../../../libs/mediation/src/store/assigned-mediator.entity.js';
import { Extension, Pause } from '../../../libs/mediation/src/store/course.entity.js';
import { CommitteeProfile } from '../../../libs/mediation/src/store/committee-profile.entity.js';
import { MediatorProfile } from '../../../libs/mediation/src/store/mediator-profile.entity.js';
import { Settlement, SettlementLine, Tariff } from '../../../libs/mediation/src/store/settlement.entity.js';
import { Mediation } from '../../../libs/mediation/src/store/mediation.entity.js';
import { PartyConsent } from '../../../libs/mediation/src/store/party-consent.entity.js';
import {
  FactConfirmation,
  MediationProposal,
  UndisputedFact,
} from '../../../libs/mediation/src/store/proposal.entity.js';
import { Recusal } from '../../../libs/mediation/src/store/recusal.entity.js';
import {
  DefaultMeasure,
  Performance,
  Reschedule,
  Visit,
} from '../../../libs/mediation/src/store/performance.entity.js';
import { MediationSession, SessionInvitee } from '../../../libs/mediation/src/store/session.entity.js';
import { AgreementSignature, Confirmation } from '../../../libs/mediation/src/store/signature.entity.js';
import { Delivery } from '../../../libs/notifications/src/delivery.entity.js';
import { Notification } from '../../../libs/notifications/src/notification.entity.js';
import { Preference } from '../../../libs/notifications/src/preference.entity.js';
import { WebhookSubscriber } from '../../../libs/notifications/src/webhook-subscriber.entity.js';
import { OWNERSHIP_ENTITIES } from '../../../libs/ownership/src/store/entities.entity.js';
import { InboxEntry, OutboxEvent } from '../../../libs/platform/src/events/event.entity.js';
import { IdempotencyKey } from '../../../libs/platform/src/http/idempotency.entity.js';
import { RateLimitCount } from '../../../libs/platform/src/http/rate-limit.entity.js';
import { AccessFailure } from '../../../libs/portal/src/access/access-failure.entity.js';
import { PortalDraft } from '../../../libs/portal/src/drafts/draft.entity.js';
import { PortalRequest } from '../../../libs/portal/src/requests/request.entity.js';
import { Submission } from '../../../libs/portal/src/submission/submission.entity.js';
import {
  AssessmentRecord,
  ConditionAnswerRecord,
} from '../../../libs/reconsideration/src/store/admissibility.entity.js';
import { Aftermath, Letter, Litigation } from '../../../libs/reconsideration/src/store/aftermath.entity.js';
import { Application } from '../../../libs/reconsideration/src/store/application.entity.js';
import { CorrectionNotice } from '../../../libs/reconsideration/src/store/correction-notice.entity.js';
import { DecisionRecord } from '../../../libs/reconsideration/src/store/decision-record.entity.js';
import { Draft } from '../../../libs/reconsideration/src/store/draft.entity.js';
import { HearingOfViews } from '../../../libs/reconsideration/src/store/hearing-of-views.entity.js';
import { TRIAL_ENTITIES } from '../../../libs/reconsideration/src/store/trial.entity.js';
import {
  EnforcementMeasure,
  PerformanceItem,
  PerformanceReport,
} from '../../../libs/reconsideration/src/store/performance.entity.js';
import { Reminder } from '../../../libs/reminders/src/reminder.entity.js';
import { StepSettingRow } from '../../../libs/reminders/src/step-setting.entity.js';
import { AddressConfirmation } from '../../../libs/service-of-process/src/store/address-confirmation.entity.js';
import { Attempt, DeliveryRow } from '../../../libs/service-of-process/src/store/delivery.entity.js';
import { PostalBatch, PostalItem } from '../../../libs/service-of-process/src/store/postal-batch.entity.js';
import { ServiceSetting } from '../../../libs/service-of-process/src/store/setting.entity.js';

/** Every entity of every lib, for the comparison with the migrations; the apps load those of the libs they have. */
export const entities = [
  Digest,
  DigestSetting,
  Acknowledgement,
  MoreTime,
  LiaisonMessage,
  LiaisonRequest,
  ReadMark,
  OutboxEvent,
  InboxEntry,
  IdempotencyKey,
  RateLimitCount,
  AuditEntry,
  AuditChain,
  Absence,
  Organ,
  Person,
  Post,
  Account,
  LoginFailure,
  Session,
  Series,
  SeriesPrefix,
  Counter,
  PaperDocument,
  DocumentVersion,
  Issuer,
  ReliefRule,
  Rendition,
  Template,
  Content,
  CaseFileItem,
  FileVersion,
  CaseFileExport,
  CalendarDayRow,
  CalendarYear,
  ClockRecord,
  RuleSetting,
  Delivery,
  Notification,
  Preference,
  WebhookSubscriber,
  Proposal,
  Opinion,
  CaseFile,
  LedgerImport,
  RebuildProof,
  Participant,
  Access,
  Exclusion,
  Dispute,
  DisputeLink,
  Party,
  DisputeSearch,
  Application,
  CorrectionNotice,
  Draft,
  HearingOfViews,
  ...OWNERSHIP_ENTITIES,
  ...TRIAL_ENTITIES,
  AssessmentRecord,
  ConditionAnswerRecord,
  DecisionRecord,
  PerformanceItem,
  PerformanceReport,
  EnforcementMeasure,
  Aftermath,
  Letter,
  Litigation,
  Agreement,
  AgreedObligation,
  AgreementSignature,
  Confirmation,
  Performance,
  Reschedule,
  DefaultMeasure,
  Visit,
  AssignedMediator,
  ...ASSIGNMENT_ENTITIES,
  Mediation,
  PartyConsent,
  Recusal,
  MediationSession,
  CommitteeProfile,
  MediatorProfile,
  Tariff,
  Settlement,
  SettlementLine,
  SessionInvitee,
  MediationProposal,
  UndisputedFact,
  FactConfirmation,
  Pause,
  Extension,
  Reminder,
  StepSettingRow,
  AccessFailure,
  PortalDraft,
  Submission,
  PortalRequest,
  IntegrityRun,
  Finding,
  CheckSetting,
  CalendarFeed,
  AddressConfirmation,
  Attempt,
  DeliveryRow,
  PostalBatch,
  PostalItem,
  ServiceSetting,
];
