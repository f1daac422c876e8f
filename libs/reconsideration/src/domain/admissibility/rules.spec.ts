import { shippedCalendar } from '@app/deadlines';
import { AUTHORITY, BRANCH, BUREAU, CITY, exampleAdmissibility, organ, type Change } from './example-admissibility.js';
import { ADMISSIBILITY_RULES } from './assess.js';
import type { Answer } from './answer.js';

type Side = 'good' | 'bad' | 'edge';
type Row = [rule: string, side: Side, why: string, change: Change, answer: Answer | 'SILENT'];

const calendar = shippedCalendar();
const stated = (part: NonNullable<Change['stated']>): Change => ({ stated: part });
const against = (
  respondent: Change['respondent'],
  parent: Change['parent'] = AUTHORITY,
  more: Change['stated'] = {},
): Change => ({
  respondent,
  parent,
  stated: more,
});
const applicants = (count: number, representatives = 0, electionSigned = true): Change => ({
  applicants: { count, representatives, electionSigned },
});
const OLD = { receivedOn: '2026-06-30', filedOn: '2026-06-30' };
const filed = (filedOn: string, more: Change = {}): Change => ({ filing: { filedOn, receivedOn: filedOn }, ...more });
const agent = { matters: true, authority: true, term: true, identities: true };
const FORWARDED = { method: 'FORWARDED', filedOn: '2026-04-29', receivedOn: '2026-05-09' } as const;
const station = (parent: string) => organ('station', '乙区丙派出所', 'DISPATCHED', parent, true);

// prettier-ignore
const ROWS: Row[] = [
  ['PART-1', 'good', 'identified', {}, 'MET'],
  ['PART-1', 'bad', 'not identified', stated({ identityProved: false }), 'NOT_MET'],
  ['PART-1', 'edge', 'nobody', applicants(0), 'NOT_MET'],
  ['PART-1', 'edge', 'not looked into', stated({ identityProved: undefined }), 'UNKNOWN'],
  ['PART-2', 'good', 'a near relative of the dead', stated({ succession: { basis: 'DEATH', capacity: 'NEAR_RELATIVE', proved: true } }), 'MET'],
  ['PART-2', 'bad', 'a guardian of the dead', stated({ succession: { basis: 'DEATH', capacity: 'GUARDIAN', proved: true } }), 'NOT_MET'],
  ['PART-2', 'edge', 'without proof', stated({ succession: { basis: 'TERMINATED', capacity: 'SUCCESSOR', proved: false } }), 'UNKNOWN'],
  ['PART-2', 'edge', 'nobody succeeds', {}, 'SILENT'],
  ['PART-3', 'good', 'committee of owners', stated({ specialApplicant: { type: 'OWNERS', byProperActor: true } }), 'MET'],
  ['PART-3', 'good', 'most of the area', stated({ specialApplicant: { type: 'OWNERS', byProperActor: false, areaTotal: 1000, areaSigning: 500.01 } }), 'MET'],
  ['PART-3', 'edge', 'half of the area, half of the households', stated({ specialApplicant: { type: 'OWNERS', byProperActor: false, areaTotal: 1000, areaSigning: 500, total: 100, signing: 50 } }), 'NOT_MET'],
  ['PART-3', 'edge', 'half of the area, 51 of 100 households', stated({ specialApplicant: { type: 'OWNERS', byProperActor: false, areaTotal: 1000, areaSigning: 500, total: 100, signing: 51 } }), 'MET'],
  ['PART-3', 'edge', 'half of the members of a collective', stated({ specialApplicant: { type: 'RURAL_COLLECTIVE', byProperActor: false, total: 100, signing: 50 } }), 'MET'],
  ['PART-3', 'bad', '49 of 100 members', stated({ specialApplicant: { type: 'RURAL_COLLECTIVE', byProperActor: false, total: 100, signing: 49 } }), 'NOT_MET'],
  ['PART-3', 'bad', 'a partner who does not run the partnership', stated({ specialApplicant: { type: 'PARTNERSHIP', byProperActor: false } }), 'NOT_MET'],
  ['PART-3', 'edge', 'members not counted', stated({ specialApplicant: { type: 'RURAL_COLLECTIVE', byProperActor: false } }), 'UNKNOWN'],
  ['PART-4', 'good', '11 with 2', applicants(11, 2), 'MET'],
  ['PART-4', 'edge', '10', applicants(10), 'MET'],
  ['PART-4', 'edge', '11', applicants(11), 'NOT_MET'],
  ['PART-4', 'edge', '11 with 5', applicants(11, 5), 'MET'],
  ['PART-4', 'bad', '11 with 6', applicants(11, 6), 'NOT_MET'],
  ['PART-4', 'bad', '11 with 1', applicants(11, 1), 'NOT_MET'],
  ['PART-4', 'bad', '11 with 2, not signed by all', applicants(11, 2, false), 'NOT_MET'],
  ['PART-4', 'edge', '6 before July 2026', { ...applicants(6), filing: OLD }, 'NOT_MET'],
  ['PART-4', 'edge', '6 with 1 before July 2026', { ...applicants(6, 1), filing: OLD }, 'MET'],
  ['PART-5', 'good', 'interested', { thirdParties: { count: 1 }, ...stated({ thirdPartyInterest: true }) }, 'MET'],
  ['PART-5', 'bad', 'not interested', { thirdParties: { count: 1 }, ...stated({ thirdPartyInterest: false }) }, 'NOT_MET'],
  ['PART-5', 'edge', '10 with representatives', { thirdParties: { count: 10, representatives: 2 }, ...stated({ thirdPartyInterest: true }) }, 'NOT_MET'],
  ['PART-5', 'edge', '11 with representatives', { thirdParties: { count: 11, representatives: 2 }, ...stated({ thirdPartyInterest: true }) }, 'MET'],
  ['PART-5', 'edge', 'not looked into', { thirdParties: { count: 1 } }, 'UNKNOWN'],
  ['PART-6', 'good', 'two agents', stated({ agents: [agent, agent] }), 'MET'],
  ['PART-6', 'edge', 'three agents', stated({ agents: [agent, agent, agent] }), 'NOT_MET'],
  ['PART-6', 'bad', 'no term', stated({ agents: [{ ...agent, term: false }] }), 'NOT_MET'],
  ['PART-6', 'edge', 'registered, power not looked into', { applicants: { agents: 1 } }, 'UNKNOWN'],
  ['PART-7', 'good', 'staff and lawyer', stated({ respondentAgents: [{ employment: 'LAWYER' }, { employment: 'STAFF' }] }), 'MET'],
  ['PART-7', 'bad', 'lawyer only', stated({ respondentAgents: [{ employment: 'LAWYER' }] }), 'NOT_MET'],
  ['PART-7', 'edge', 'three', stated({ respondentAgents: [{ employment: 'STAFF' }, { employment: 'STAFF' }, { employment: 'STAFF' }] }), 'NOT_MET'],
  ['PART-7', 'edge', 'lawyer only, before July 2026', { filing: OLD, ...stated({ respondentAgents: [{ employment: 'LAWYER' }] }) }, 'SILENT'],
  ['PART-8', 'good', 'told', stated({ legalAidTold: true }), 'MET'],
  ['PART-8', 'bad', 'not told', stated({ legalAidTold: false }), 'UNKNOWN'],
  ['PART-8', 'edge', 'not recorded', {}, 'UNKNOWN'],
  ['PART-9', 'good', 'a department', {}, 'MET'],
  ['PART-9', 'good', 'an authorised station', against(station('bureau'), BUREAU), 'MET'],
  ['PART-9', 'bad', 'a station without authority', against({ ...station('bureau'), hasAuthorisation: false }, BUREAU), 'UNKNOWN'],
  ['PART-9', 'bad', 'another made the act', stated({ respondentMadeAct: false }), 'UNKNOWN'],
  ['PART-9', 'bad', 'a joint actor is missing', stated({ coRespondentMissing: true }), 'UNKNOWN'],
  ['PART-9', 'edge', 'nobody registered', against(null, null), 'UNKNOWN'],
  ['PART-10', 'good', 'changed', { respondentNotice: 'ENDED' }, 'MET'],
  ['PART-10', 'bad', 'still wrong after the period', { respondentNotice: 'ENDED', ...stated({ respondentMadeAct: false }) }, 'NOT_MET'],
  ['PART-10', 'edge', 'told, not changed yet', { respondentNotice: 'SENT', ...stated({ respondentMadeAct: false }) }, 'UNKNOWN'],

  ['SCOPE-IN', 'good', 'a penalty', {}, 'MET'],
  ['SCOPE-IN', 'bad', 'not looked into', stated({ actGround: undefined }), 'UNKNOWN'],
  ['SCOPE-IN', 'edge', 'any other act', stated({ actGround: 'OTHER' }), 'MET'],
  ['SCOPE-OUT', 'good', 'not excluded', {}, 'MET'],
  ...(['STATE_ACT', 'NORMATIVE_DOC', 'PERSONNEL', 'CIVIL_MEDIATION', 'CRIMINAL_JUSTICE', 'GUIDANCE', 'PREPARATORY', 'INTERNAL_SUPERVISION', 'PETITION_HANDLING', 'IP_REEXAMINATION'] as const).map(
    (exclusion): Row => ['SCOPE-OUT', 'bad', exclusion, stated({ exclusion }), 'NOT_MET'],
  ),
  ['SCOPE-OUT', 'edge', 'not looked into', stated({ exclusion: undefined }), 'UNKNOWN'],
  ['INTEREST', 'good', 'a complainant', stated({ interest: 'COMPLAINANT' }), 'MET'],
  ['INTEREST', 'bad', 'none', stated({ interest: 'NONE' }), 'NOT_MET'],
  ['INTEREST', 'edge', 'not looked into', stated({ interest: undefined }), 'UNKNOWN'],
  ['CLAIM', 'good', 'specific', {}, 'MET'],
  ['CLAIM', 'bad', 'no reasons', stated({ reasonsGiven: false }), 'NOT_MET'],
  ['CLAIM', 'edge', 'claims not looked into', stated({ claimSpecific: undefined }), 'UNKNOWN'],
  ['FORM-ONE', 'good', 'one act', stated({ actsContested: 1 }), 'MET'],
  ['FORM-ONE', 'edge', 'two acts', stated({ actsContested: 2 }), 'NOT_MET'],
  ['FORM-ONE', 'bad', 'many acts', stated({ actsContested: 9 }), 'NOT_MET'],
  ['FORM-ORAL', 'good', 'recorded', { filing: { method: 'ORAL' }, ...stated({ oralRecordComplete: true }) }, 'MET'],
  ['FORM-ORAL', 'bad', 'not signed', { filing: { method: 'ORAL' }, ...stated({ oralRecordComplete: false }) }, 'NOT_MET'],
  ['FORM-ORAL', 'edge', 'in writing', {}, 'SILENT'],

  ['AP-1', 'good', 'a month after', {}, 'MET'],
  ['AP-1', 'edge', 'E7: known 2 March, on the last day rolled past the holiday', filed('2026-05-06', { act: { on: '2026-03-02', knownOn: '2026-03-02' } }), 'MET'],
  ['AP-1', 'edge', 'E7: the day after', filed('2026-05-07', { act: { on: '2026-03-02', knownOn: '2026-03-02' } }), 'NOT_MET'],
  ['AP-1', 'bad', 'half a year late', filed('2027-01-04'), 'NOT_MET'],
  ['AP-1', 'good', 'a longer period of another law', { ...filed('2026-09-29'), ...stated({ specialDays: 90 }) }, 'MET'],
  ['AP-1', 'edge', 'knowledge unknown', { act: { knownOn: null } }, 'UNKNOWN'],
  ['AP-2', 'good', 'by direct service', stated({ knowledge: { method: 'DIRECT', on: '2026-07-02' } }), 'MET'],
  ['AP-2', 'edge', 'on the spot: the day of the act', stated({ knowledge: { method: 'ON_THE_SPOT', on: '2026-07-09' } }), 'MET'],
  ['AP-2', 'bad', 'known before the act', stated({ knowledge: { method: 'POST', on: '2026-06-30' } }), 'UNKNOWN'],
  ['AP-2', 'edge', 'known after filing', stated({ knowledge: { method: 'ANNOUNCE', on: '2026-08-04' } }), 'UNKNOWN'],
  ['AP-3', 'good', 'E9: told late', filed('2026-02-24', { act: { on: '2025-02-10', knownOn: '2025-02-17', rightsKnownOn: '2026-01-20' } }), 'MET'],
  ['AP-3', 'edge', 'E9: the year ends it', filed('2026-02-25', { act: { on: '2025-02-10', knownOn: '2025-02-17', rightsKnownOn: '2026-01-20' } }), 'NOT_MET'],
  ['AP-3', 'bad', 'told, and long after', filed('2026-12-30', { act: { rightsKnownOn: '2026-07-02' } }), 'NOT_MET'],
  ['AP-4', 'good', 'E10: in hospital', filed('2026-06-22', { act: { on: '2026-04-01', knownOn: '2026-04-01' }, ...stated({ impediment: { from: '2026-04-21', until: '2026-05-11' } }) }), 'MET'],
  ['AP-4', 'edge', 'E10: the day after', filed('2026-06-23', { act: { on: '2026-04-01', knownOn: '2026-04-01' }, ...stated({ impediment: { from: '2026-04-21', until: '2026-05-11' } }) }), 'NOT_MET'],
  ['AP-4', 'bad', 'an obstacle after the end', { ...filed('2026-12-01'), ...stated({ impediment: { from: '2026-11-01', until: '2026-11-20' } }) }, 'UNKNOWN'],
  ['AP-5', 'good', 'within five years', {}, 'MET'],
  ['AP-5', 'edge', 'on the last day of five years', filed('2026-08-03', { act: { on: '2021-08-03', knownOn: '2026-07-02' } }), 'MET'],
  ['AP-5', 'edge', 'the day after', filed('2026-08-04', { act: { on: '2021-08-03', knownOn: '2026-07-02' } }), 'NOT_MET'],
  ['AP-5', 'good', 'real estate: twenty years', { act: { on: '2010-08-03', realEstate: true } }, 'MET'],
  ['AP-5', 'bad', 'real estate: over twenty years', { act: { on: '2006-07-02', realEstate: true } }, 'NOT_MET'],
  ['AP-5', 'edge', 'day of the act unknown', { act: { on: null } }, 'UNKNOWN'],
  ['AP-6', 'good', 'E11: on the last day', filed('2026-05-11', stated({ omission: { kind: 'NO_REPLY', requestedOn: '2026-01-10', urgent: false } })), 'MET'],
  ['AP-6', 'edge', 'E11: the day after', filed('2026-05-12', stated({ omission: { kind: 'NO_REPLY', requestedOn: '2026-01-10', urgent: false } })), 'NOT_MET'],
  ['AP-6', 'bad', 'urgent, no waiting, months later', filed('2026-08-03', stated({ omission: { kind: 'NOT_PERFORMED', requestedOn: '2026-01-10', urgent: true } })), 'NOT_MET'],
  ['AP-7', 'good', 'a suit dismissed on the way', { ...filed('2026-09-30'), ...stated({ dismissedSuits: [{ from: '2026-07-20', until: '2026-08-25' }] }) }, 'MET'],
  ['AP-7', 'bad', 'too late all the same', { ...filed('2026-12-30'), ...stated({ dismissedSuits: [{ from: '2026-07-20', until: '2026-08-25' }] }) }, 'NOT_MET'],
  ['AP-7', 'edge', 'a suit that ends before it begins', stated({ dismissedSuits: [{ from: '2026-07-20', until: '2026-07-19' }] }), 'UNKNOWN'],
  ['AP-7', 'edge', 'no time left out', {}, 'SILENT'],
  ['AP-8', 'good', 'E27: posted on the last day', { filing: { method: 'POST', filedOn: '2026-05-06', receivedOn: '2026-05-09' }, act: { on: '2026-03-02', knownOn: '2026-03-02' } }, 'MET'],
  ['AP-8', 'edge', 'posted the day after', { filing: { method: 'POST', filedOn: '2026-05-07', receivedOn: '2026-05-09' }, act: { on: '2026-03-02', knownOn: '2026-03-02' } }, 'NOT_MET'],
  ['AP-8', 'bad', 'postmark illegible', { filing: { method: 'POST' }, ...stated({ postmarkLegible: false }) }, 'UNKNOWN'],
  ['AP-9', 'good', 'reached the system in time', { filing: { method: 'ONLINE' } }, 'MET'],
  ['AP-9', 'edge', 'reached it the day after', { ...filed('2026-05-07', { act: { on: '2026-03-02', knownOn: '2026-03-02' } }), filing: { method: 'ONLINE', filedOn: '2026-05-07', receivedOn: '2026-05-07' } }, 'NOT_MET'],
  ['AP-9', 'bad', 'day of knowledge unknown', { filing: { method: 'ONLINE' }, act: { knownOn: null } }, 'UNKNOWN'],

  ['OS-1', 'good', 'e-monitoring', { filing: FORWARDED, ...stated({ organRoute: { manner: 'E_MONITORING' } }) }, 'MET'],
  ['OS-1', 'bad', 'an ordinary penalty', { filing: FORWARDED, ...stated({ organRoute: { manner: 'OTHER' } }) }, 'UNKNOWN'],
  ['OS-1', 'edge', 'manner unknown', { filing: FORWARDED }, 'UNKNOWN'],
  ['OS-2', 'good', 'forwarded early', { filing: { ...FORWARDED, receivedOn: '2026-05-06' } }, 'MET'],
  ['OS-2', 'edge', 'E25: on the fifth working day, a Saturday', { filing: FORWARDED }, 'MET'],
  ['OS-2', 'bad', 'E25: the day after', { filing: { ...FORWARDED, receivedOn: '2026-05-10' } }, 'NOT_MET'],
  ['OS-3', 'good', 'corrected early', { filing: FORWARDED, ...stated({ organRoute: { manner: 'ON_THE_SPOT', correctedOn: '2026-05-06' } }) }, 'MET'],
  ['OS-3', 'edge', 'E31: on the fifth working day', { filing: { method: 'FORWARDED', filedOn: '2026-09-18', receivedOn: '2026-09-28' }, ...stated({ organRoute: { manner: 'ON_THE_SPOT', correctedOn: '2026-09-24' } }) }, 'MET'],
  ['OS-3', 'bad', 'E31: the day after', { filing: { method: 'FORWARDED', filedOn: '2026-09-18', receivedOn: '2026-09-28' }, ...stated({ organRoute: { manner: 'ON_THE_SPOT', correctedOn: '2026-09-25' } }) }, 'NOT_MET'],
  ['OS-4', 'good', 'insisted', { filing: FORWARDED, ...stated({ organRoute: { manner: 'ON_THE_SPOT', correctedOn: '2026-05-06', insistedToldOn: '2026-05-08' } }) }, 'MET'],
  ['OS-4', 'bad', 'told before he came', { filing: FORWARDED, ...stated({ organRoute: { manner: 'ON_THE_SPOT', correctedOn: '2026-05-06', insistedToldOn: '2026-04-28' } }) }, 'NOT_MET'],
  ['OS-4', 'edge', 'not known whether he insists', { filing: FORWARDED, ...stated({ organRoute: { manner: 'ON_THE_SPOT', correctedOn: '2026-05-06' } }) }, 'UNKNOWN'],

  ['JUR-1', 'good', 'our department', {}, 'MET'],
  ['JUR-1', 'bad', 'of another district', against({ ...BUREAU, parentId: 'elsewhere' }, null), 'SILENT'],
  ['JUR-1', 'edge', 'its station without authority counts as the department', against({ ...station('bureau'), hasAuthorisation: false }, BUREAU), 'MET'],
  ['JUR-2', 'good', 'our town', against(organ('town', '丁镇人民政府', 'TOWN', 'authority')), 'MET'],
  ['JUR-2', 'bad', 'of another district', against(organ('town', '丁镇人民政府', 'TOWN', 'elsewhere'), null), 'SILENT'],
  ['JUR-2', 'edge', 'a department is no town', {}, 'SILENT'],
  ['JUR-3', 'good', 'our subdistrict', against(organ('sub', '戊街道办事处', 'SUBDISTRICT', 'authority')), 'MET'],
  ['JUR-3', 'bad', 'of another district', against(organ('sub', '戊街道办事处', 'SUBDISTRICT', 'elsewhere'), null), 'SILENT'],
  ['JUR-3', 'edge', 'a town is no subdistrict', against(organ('town', '丁镇人民政府', 'TOWN', 'authority')), 'SILENT'],
  ['JUR-4', 'good', 'authorised, under the district', against(organ('org', '己管理委员会', 'MANAGEMENT_COMMITTEE', 'authority', true)), 'MET'],
  ['JUR-4', 'good', 'authorised, under a department', against(organ('org', '己大队', 'AUTHORISED_ORG', 'bureau', true), BUREAU), 'MET'],
  ['JUR-4', 'bad', 'not authorised', against(organ('org', '己管理委员会', 'MANAGEMENT_COMMITTEE', 'authority')), 'SILENT'],
  ['JUR-4', 'edge', 'authorised, under an organ elsewhere', against(organ('org', '己大队', 'AUTHORISED_ORG', 'x', true), { ...BUREAU, parentId: 'elsewhere' }), 'SILENT'],
  ['JUR-5', 'good', 'an authorised station of our department', against(station('bureau'), BUREAU), 'MET'],
  ['JUR-5', 'bad', 'of a department elsewhere', against(station('bureau'), { ...BUREAU, parentId: 'elsewhere' }), 'SILENT'],
  ['JUR-5', 'edge', 'not authorised', against({ ...station('bureau'), hasAuthorisation: false }, BUREAU), 'SILENT'],
  ['JUR-6', 'good', 'a branch of the city, chosen here', against(BRANCH), 'MET'],
  ['JUR-6', 'bad', 'the applicant chose the city', against(BRANCH, AUTHORITY, { choosesThisAuthority: false }), 'NOT_MET'],
  ['JUR-6', 'edge', 'a station of the branch', against(station('branch'), BRANCH), 'MET'],
  ['JUR-7', 'bad', 'the district itself', against(AUTHORITY, CITY), 'NOT_MET'],
  ['JUR-7', 'good', 'another government', against(CITY, null), 'SILENT'],
  ['JUR-7', 'edge', 'its committee without authority counts as the district', against(organ('org', '己管理委员会', 'MANAGEMENT_COMMITTEE', 'authority')), 'NOT_MET'],
  ['JUR-8', 'good', 'the justice bureau, chosen here', against(organ('justice', '乙区司法局', 'RECONSIDERATION_INSTITUTION', 'authority')), 'MET'],
  ['JUR-8', 'bad', 'the applicant chose its superior', against(organ('justice', '乙区司法局', 'RECONSIDERATION_INSTITUTION', 'authority'), AUTHORITY, { choosesThisAuthority: false }), 'NOT_MET'],
  ['JUR-8', 'edge', 'that of another district', against(organ('justice', '庚区司法局', 'RECONSIDERATION_INSTITUTION', 'elsewhere'), null), 'SILENT'],
  ['JUR-9', 'bad', 'tax, by its name', against(organ('tax', '国家税务总局甲市乙区税务局', 'DEPARTMENT', null), null), 'NOT_MET'],
  ['JUR-9', 'good', 'together with a district organ', against(organ('tax', '国家税务总局甲市乙区税务局', 'DEPARTMENT', null), null, { jointWithDistrict: true }), 'MET'],
  ['JUR-9', 'edge', 'stated not to be vertical', against(organ('tax', '乙区税务所', 'DEPARTMENT', 'authority'), AUTHORITY, { verticalSystem: 'NONE' }), 'SILENT'],
  ['JUR-10', 'good', 'an authorised internal unit of our department', against(organ('unit', '内设机构', 'INTERNAL_UNIT', 'bureau', true), BUREAU), 'MET'],
  ['JUR-10', 'bad', 'of an organ elsewhere', against(organ('unit', '内设机构', 'INTERNAL_UNIT', 'bureau', true), { ...BUREAU, parentId: 'elsewhere' }), 'NOT_MET'],
  ['JUR-10', 'edge', 'not authorised', against(organ('unit', '内设机构', 'INTERNAL_UNIT', 'bureau'), BUREAU), 'SILENT'],
  ['JUR-11', 'bad', 'coast guard', against(organ('coast', '甲市海警局', 'DEPARTMENT', null), null), 'NOT_MET'],
  ['JUR-11', 'good', 'not coast guard', {}, 'SILENT'],
  ['JUR-11', 'edge', 'as stated', stated({ verticalSystem: 'COAST_GUARD' }), 'NOT_MET'],
  ['JUR-12', 'bad', 'a ministry', stated({ byProvinceOrMinistry: true }), 'NOT_MET'],
  ['JUR-12', 'good', 'not a ministry', stated({ byProvinceOrMinistry: false }), 'SILENT'],
  ['JUR-12', 'edge', 'not stated', {}, 'SILENT'],
  ['JUR-13', 'bad', 'taken up', stated({ uplift: 'DECIDED' }), 'NOT_MET'],
  ['JUR-13', 'edge', 'asked for', stated({ uplift: 'REQUESTED' }), 'UNKNOWN'],
  ['JUR-13', 'good', 'neither', stated({ uplift: 'NONE' }), 'SILENT'],
  ['JUR-0', 'good', 'placed by the table', {}, 'SILENT'],
  ['JUR-0', 'bad', 'a town of another district', against(organ('town', '丁镇人民政府', 'TOWN', 'elsewhere'), null), 'NOT_MET'],
  ['JUR-0', 'edge', 'no parent in the register', against({ ...BUREAU, parentId: null }, null), 'UNKNOWN'],

  ['REPEAT-1', 'good', 'first time', {}, 'MET'],
  ['REPEAT-1', 'bad', 'accepted before', { acceptedBefore: true }, 'NOT_MET'],
  ['REPEAT-1', 'edge', 'accepted before, new facts or not', { acceptedBefore: true, ...stated({ repeat: { earlierNumber: '乙政复〔2026〕1号', newFacts: true } }) }, 'NOT_MET'],
  ['LOCK-29', 'good', 'no suit', {}, 'MET'],
  ['LOCK-29', 'bad', 'the court accepted the suit', stated({ courtAccepted: true }), 'NOT_MET'],
  ['LOCK-29', 'edge', 'not asked', stated({ courtAccepted: undefined }), 'UNKNOWN'],
  ['REPEAT-2', 'good', 'with new facts', stated({ repeat: { earlierNumber: '乙政复〔2026〕1号', newFacts: true } }), 'MET'],
  ['REPEAT-2', 'bad', 'nothing new', stated({ repeat: { earlierNumber: '乙政复〔2026〕1号', newFacts: false } }), 'NOT_MET'],
  ['REPEAT-2', 'edge', 'no earlier application', {}, 'SILENT'],
  ['PRIOR-23', 'good', 'known', {}, 'MET'],
  ['PRIOR-23', 'bad', 'kind of act unknown', stated({ actGround: undefined }), 'UNKNOWN'],
  ['PRIOR-23', 'edge', 'on the spot', stated({ penaltyOnTheSpot: true }), 'MET'],
];

it.each(ROWS)('%s (%s): %s', (code, _side, _why, change, answer) => {
  const facts = exampleAdmissibility(change);
  const rule = ADMISSIBILITY_RULES.find((each) => each.code === code)!;
  const applies = rule.applies?.(facts) ?? true;
  expect(applies ? rule.judge(facts, calendar).answer : 'SILENT').toBe(answer);
});

it.each(ADMISSIBILITY_RULES.map((each) => each.code))(
  '%s has a case for it, one against it, one at the edge',
  (code) => {
    const sides = new Set(ROWS.filter(([rule]) => rule === code).map(([, side]) => side));
    expect([...sides].sort()).toEqual(['bad', 'edge', 'good']);
  },
);

it('has every rule once, with its article and a sentence', () => {
  const codes = ADMISSIBILITY_RULES.map((each) => each.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { article } of ADMISSIBILITY_RULES) expect(article).toMatch(/第\d+条/);
});

it('says of every open question what would settle it', () => {
  for (const [code, , , change, answer] of ROWS) {
    if (answer === 'SILENT') continue;
    const rule = ADMISSIBILITY_RULES.find((each) => each.code === code)!;
    const verdict = rule.judge(exampleAdmissibility(change), calendar);
    if (answer === 'UNKNOWN') expect(verdict.settle).toMatch(/。$/);
    expect(verdict.reason).not.toMatch(/undefined|null/);
  }
});
