import type { CalendarDate } from '@app/kernel';
import type { ClockLine } from '../../engine/cases.dto.js';

/** A party as shown: numbers masked. */
export class PartyView {
  id!: string;
  /** APPLICANT, THIRD_PARTY or AGENT. */
  role!: string;
  /** PERSON or ORGANISATION. */
  kind!: string;
  name!: string;
  idType!: string | null;
  idTypeName!: string | null;
  /** First 6 and last 4 characters. */
  idNumberMasked!: string | null;
  /** 138****5678 */
  phoneMasked!: string | null;
  address!: string | null;
  legalRepresentative!: string | null;
  isRepresentative!: boolean;
  /** For an agent: id of the party he acts for. */
  actsForId!: string | null;
  authority!: string | null;
}

/** A case of the dispute. */
export class DisputeCaseView {
  id!: string;
  procedure!: string;
  number!: string;
  state!: string;
  stateName!: string;
  open!: boolean;
}

/** A dispute linked with this one, from whichever side it was linked; only those the reader may see. */
export class DisputeLinkView {
  disputeId!: string;
  number!: string | null;
  title!: string;
  /** SAME_ACT, SAME_PARTY, FOLLOW_UP, DUPLICATE or OTHER. */
  kind!: string;
  kindName!: string;
  reason!: string;
}

/** Something noticed about the record that does not stop it; of a draft, also what would stop its submission. */
export class NoticeView {
  severity!: 'error' | 'warning';
  pointer!: string;
  code!: string;
  detail!: string;
}

/** A dispute, whole. Its version is also the ETag. */
export class DisputeView {
  id!: string;
  /** Null while a draft. */
  number!: string | null;
  /** DRAFT, REGISTERED, CLOSED or VOID. */
  status!: string;
  version!: number;
  channel!: string;
  channelName!: string;
  sourceOrganId!: string | null;
  sourceOrganName!: string | null;
  receivedOn!: CalendarDate;
  registeredOn!: CalendarDate | null;
  title!: string;
  facts!: string;
  claims!: string;
  fieldCode!: string;
  fieldName!: string;
  matterCode!: string;
  matterName!: string;
  tags!: string[];
  amount!: number | null;
  respondentOrganId!: string | null;
  respondentOrganName!: string | null;
  actName!: string;
  actDocumentNo!: string | null;
  actOn!: CalendarDate | null;
  actKnownOn!: CalendarDate | null;
  rightsKnownOn!: CalendarDate | null;
  concernsRealEstate!: boolean;
  /** The office that registered it. */
  organId!: string;
  organName!: string;
  handlerId!: string | null;
  handlerName!: string | null;
  /** The nearest due date of its open clocks. */
  nextDueOn!: CalendarDate | null;
  ledgerNo!: string | null;
  parties!: PartyView[];
  clocks!: ClockLine[];
  cases!: DisputeCaseView[];
  links!: DisputeLinkView[];
  warnings!: NoticeView[];
}
