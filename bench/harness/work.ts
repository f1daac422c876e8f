import { randomUUID } from 'node:crypto';
import { Connection, type HttpCall } from './http-load.js';
import { query } from './databases.js';

/** Logins of the demo district. */
export const CENTRE_STAFF = 'zhongxin';
export const INTAKE_OFFICER = 'lian';
export const DISTRICT_WIDE = 'juzhang';

/** A day as many days before today. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

let serials = 0;

/** Twelve digits no other request has, also not of an earlier run. */
export function newSerial(): string {
  serials += 1;
  return String(500_000_000_000 + (Date.now() % 10_000_000) * 40_000 + serials);
}

/** A dispute to be registered: an invented applicant with an ID number, a third party, an act of today's district. */
export function registration(respondentOrganId: string, serial: string): HttpCall {
  return {
    method: 'POST',
    path: '/disputes',
    headers: { 'idempotency-key': serial },
    body: {
      channel: 'WINDOW',
      receivedOn: daysAgo(4),
      facts: `申请人因行政处罚决定申请复议，认为程序违法且事实不清，涉及沿街商铺的招牌设置。受理序号${serial}。`,
      claims: '请求撤销并责令重新作出。',
      fieldCode: 'MARKET',
      matterCode: 'PENALTY',
      respondentOrganId,
      actName: '行政处罚决定',
      actDocumentNo: `余市监罚〔2026〕${serial}号`,
      actOn: daysAgo(22),
      actKnownOn: daysAgo(19),
      parties: [
        {
          role: 'APPLICANT',
          kind: 'PERSON',
          name: `赵国强${serial}`,
          idType: 'ID_CARD',
          idNumber: idNumber(Number(serial)),
          phone: '13800000000',
          address: '余杭区测试街道1号',
        },
        { role: 'THIRD_PARTY', kind: 'ORGANISATION', name: `杭州测试${serial}号有限公司` },
      ],
    },
  };
}

/** An invented ID number with a right check digit. */
function idNumber(n: number): string {
  const born = new Date(Date.UTC(1960, 0, 1 + (n % 14_000))).toISOString().slice(0, 10).replaceAll('-', '');
  const digits = `330110${born}${String(Math.floor(n / 14_000) % 1000).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return digits + '10X98765432'[sum % 11]!;
}

/** The market regulator of the seeded district. */
export async function respondent(databaseUrl: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    databaseUrl,
    `SELECT id FROM directory.organ WHERE kind = 'DEPARTMENT' AND valid_until IS NULL ORDER BY sort_order LIMIT 1`,
  );
  return row!.id;
}

/** A mediation in which the parties may be asked for their consent again and again. */
export interface OpenMediation {
  caseId: string;
  disputeId: string;
  version: number;
  partyIds: string[];
}

/** Registers disputes and brings a mediation of each to where the parties are asked; over HTTP, as people would. */
export async function openMediations(
  port: number,
  token: string,
  organId: string,
  count: number,
): Promise<OpenMediation[]> {
  const opened: OpenMediation[] = [];
  let begun = 0;
  const one = async (): Promise<void> => {
    const connection = await Connection.open(port, token);
    const call = async <T>(request: HttpCall) => JSON.parse((await connection.call(request)).toString()) as T;
    while (begun++ < count) opened.push(await openMediation(call, organId));
    connection.close();
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return opened;
}

type Call = <T>(request: HttpCall) => Promise<T>;

async function openMediation(call: Call, organId: string): Promise<OpenMediation> {
  const dispute = await call<{ id: string; parties: { id: string; role: string }[] }>(
    registration(organId, newSerial()),
  );
  const referral = {
    stage: 'DEPARTMENT',
    source: 'DEPARTMENT',
    receivedOn: daysAgo(4),
    major: false,
    request: '请求就罚款数额组织调解。',
  };
  const { id } = await call<{ id: string }>({
    method: 'POST',
    path: `/disputes/${dispute.id}/cases`,
    headers: { 'idempotency-key': randomUUID() },
    body: { procedure: 'mediation', input: referral },
  });
  const step = (name: string, version: number) =>
    call<{ version: number }>({ method: 'POST', path: `/cases/${id}/actions/${name}`, body: { version } });
  // A new case has had one step.
  const { version } = await step('take-on', (await step('review', 2)).version);
  const applicant = dispute.parties.find((p) => p.role === 'APPLICANT')!;
  return { caseId: id, disputeId: dispute.id, version, partyIds: [applicant.id, organId] };
}

/** Asks the parties of a mediation for their consent: a step without a change of state. */
export function askConsent(mediation: OpenMediation): HttpCall {
  return {
    method: 'POST',
    path: `/cases/${mediation.caseId}/actions/ask-consent`,
    body: {
      version: mediation.version,
      input: { partyIds: mediation.partyIds, method: 'PHONE', askedOn: daysAgo(4) },
    },
  };
}
