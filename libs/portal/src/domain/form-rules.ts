import type { Finding } from '@app/cases';
import type { DraftAgent, DraftApplicant, DraftContent } from './content.inputs.js';

/** One thing noticed about an application: an error must be mended before it is submitted, a warning need not. */
export interface FormFinding extends Finding {
  /** Law and article, where there is one. */
  article?: string;
}

const FORM = '复议法 2023 第22条；实施条例 2026 第27条';
const AGENT = '复议法 2023 第17条；实施条例 2026 第18条';

const isBlank = (value: string | null | undefined): boolean => !value || value.trim() === '';

/** What the law wants of the form of an application besides what every dispute must have; pointers into the content. */
export function checkForm(content: DraftContent): FormFinding[] {
  const applicants = content.applicants ?? [];
  return [
    ...applicants.flatMap((applicant, i) => checkApplicant(applicant, content, `#/applicants/${i}`)),
    ...(content.agents ?? []).flatMap((agent, i) => checkAgent(agent, applicants.length, `#/agents/${i}`)),
    ...checkService(content),
  ];
}

function checkApplicant(applicant: DraftApplicant, { service }: DraftContent, at: string): FormFinding[] {
  const organisation = applicant.kind === 'ORGANISATION';
  const required: [field: keyof DraftApplicant, detail: string][] = organisation
    ? [
        ['idNumber', '请填写统一社会信用代码'],
        ['legalRepresentative', '请填写法定代表人或者负责人姓名'],
        ['legalRepresentativePost', '请填写法定代表人或者负责人的职务'],
        ['domicile', '请填写单位住所'],
        ['phone', '请填写联系电话，以便及时联系'],
      ]
    : [
        ['sex', '请选择性别'],
        ['idNumber', '请填写证件号码，用于核对身份'],
        ['domicile', '请填写住所'],
        ['phone', '请填写联系电话，以便及时联系'],
      ];
  const findings = required
    .filter(([field]) => isBlank(applicant[field] as string | null | undefined))
    .map(([field, detail]) => missing(`${at}/${field}`, detail, FORM));
  if (isBlank(applicant.address) && isBlank(service?.address))
    findings.push(missing(`${at}/address`, '请填写送达地址：文书将送到这里', FORM));
  return findings;
}

function checkAgent(agent: DraftAgent, applicants: number, at: string): FormFinding[] {
  const required: [field: 'idNumber' | 'matters' | 'term', detail: string][] = [
    ['idNumber', '请填写代理人的证件号码'],
    ['matters', '请按授权委托书填写代理事项'],
    ['term', '请按授权委托书填写代理期限，例如“至本案办结”'],
  ];
  const findings = required
    .filter(([field]) => isBlank(agent[field]))
    .map(([field, detail]) => missing(`${at}/${field}`, detail, AGENT));
  if ((agent.actsFor ?? 0) >= applicants)
    findings.push({
      ...missing(`${at}/actsFor`, '请选择所代理的申请人', AGENT),
      code: 'principalMissing',
    });
  return findings;
}

/** Consent needs an address to send to (民诉法 2023 第90条). */
function checkService({ service }: DraftContent): FormFinding[] {
  if (!service?.electronicConsent || !isBlank(service.electronicAddress)) return [];
  const detail = '同意电子送达的，请填写接收文书的手机号码或者电子邮箱';
  return [missing('#/service/electronicAddress', detail, '民诉法 2023 第90条；复议法 2023 第88条')];
}

function missing(pointer: string, detail: string, article: string): FormFinding {
  return { severity: 'error', pointer, code: 'required', detail, article };
}

/**
 * Findings about the registered dispute, as findings about the application: its parties are the applicants, in their
 * order, then the agents. What {@link checkForm} says of a field is not said twice.
 */
export function asFormFindings(
  findings: readonly Finding[],
  form: readonly FormFinding[],
  applicants: number,
): FormFinding[] {
  const said = new Set(form.map((finding) => finding.pointer));
  return findings
    .filter((finding) => !NOT_HIS.has(finding.pointer))
    .map((finding) => ({ ...finding, pointer: inContent(finding.pointer, applicants) }))
    .filter((finding) => !said.has(finding.pointer));
}

/** Fields of the register that an applicant does not fill in. */
const NOT_HIS = new Set(['#/receivedOn', '#/channel', '#/sourceOrganId']);

function inContent(pointer: string, applicants: number): string {
  const party = /^#\/parties(?:\/(\d+)(.*))?$/.exec(pointer);
  if (!party) return pointer;
  if (party[1] === undefined) return '#/applicants';
  const i = Number(party[1]);
  return i < applicants ? `#/applicants/${i}${party[2]!}` : `#/agents/${i - applicants}${party[2]!}`;
}
