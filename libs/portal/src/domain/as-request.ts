import type { PartyRequest, RegisterDisputeRequest } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { DraftContent } from './content.inputs.js';

/** A dispute to be registered whose respondent may not be chosen yet. */
export type EnteredDispute = RegisterDisputeRequest;

/** An application as a dispute to be registered: applicants first, then their agents. What is missing stays empty. */
export function asRequest(content: DraftContent, receivedOn: CalendarDate, organId: Id): EnteredDispute {
  return {
    channel: 'ONLINE',
    receivedOn,
    organId,
    facts: content.facts ?? '',
    claims: content.claims ?? '',
    // Applicants need not know the field of administration; officers set it right.
    fieldCode: content.fieldCode?.trim() || 'OTHER',
    matterCode: content.matterCode ?? '',
    respondentOrganId: content.respondentOrganId ?? null,
    actName: content.actName ?? '',
    actDocumentNo: content.actDocumentNo ?? null,
    actOn: content.actOn ?? null,
    actKnownOn: content.actKnownOn ?? null,
    rightsKnownOn: content.rightsKnownOn ?? null,
    concernsRealEstate: content.concernsRealEstate ?? null,
    parties: partiesOf(content),
  };
}

function partiesOf({ applicants, agents, service }: DraftContent): PartyRequest[] {
  return [
    ...(applicants ?? []).map((applicant) => ({
      role: 'APPLICANT' as const,
      ...identity(applicant),
      address: applicant.address?.trim() || service?.address || applicant.domicile || null,
      legalRepresentative: applicant.legalRepresentative ?? null,
      isRepresentative: applicant.isRepresentative ?? false,
    })),
    ...(agents ?? []).map((agent) => ({
      role: 'AGENT' as const,
      ...identity(agent),
      actsFor: agent.actsFor ?? 0,
      authority: agent.authority ?? null,
    })),
  ];
}

type Identity = NonNullable<DraftContent['agents']>[number];

function identity({
  kind,
  name,
  idType,
  idNumber,
  phone,
}: Pick<Identity, 'kind' | 'name' | 'idType' | 'idNumber' | 'phone'>) {
  return {
    kind: kind ?? ('PERSON' as const),
    name: name ?? '',
    idType: idType ?? null,
    idNumber: idNumber ?? null,
    phone: phone ?? null,
  };
}
