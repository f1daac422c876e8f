import { CIVIL, DisputesService, normaliseDocumentNo, normaliseName } from '@app/cases';
import { CalendarStore } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { Clock, DomainError, type Id } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { asRequest, type EnteredDispute } from '../domain/as-request.js';
import type { DraftContent } from '../domain/content.inputs.js';
import { filingPeriod } from '../domain/filing-period.js';
import { asFormFindings, checkForm, type FormFinding } from '../domain/form-rules.js';
import { SubmissionStore } from '../submission/submission-store.js';
import type { DraftCheckView, OwnDuplicateView } from './drafts.dto.js';
import type { NumberAndCode } from '../access/key.dto.js';

/** What a draft lacks, what its period is, and whether the same applicant has filed it before. */
@Injectable()
export class DraftChecks {
  constructor(
    private readonly disputes: DisputesService,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarStore,
    private readonly submissions: SubmissionStore,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError portal.no-access if one of `own` does not open, portal.no-office */
  async check(content: DraftContent, own: readonly NumberAndCode[], address: string): Promise<DraftCheckView> {
    const findings = await this.findings(content);
    const { calendar } = await this.calendars.current();
    return {
      complete: findings.every((finding) => finding.severity !== 'error'),
      findings,
      period: filingPeriod(content, this.clock.today(), calendar),
      duplicates: await this.ownDuplicates(content, own, address),
    };
  }

  /**
   * The draft as a dispute to be registered.
   * @throws DomainError portal.incomplete with a pointer into the content for every error
   */
  async mustBeComplete(content: DraftContent): Promise<EnteredDispute> {
    const errors = (await this.findings(content)).filter((finding) => finding.severity === 'error');
    if (errors.length === 0) return this.request(content);
    throw new DomainError('portal.incomplete', {
      kind: 'invalid',
      detail: '申请内容还不完整或者有误，请按提示补充、修改后再提交。',
      article: '复议法 2023 第22条；实施条例 2026 第27条',
      errors: errors.map(({ pointer, code, detail }) => ({ pointer: `#/content${pointer.slice(1)}`, code, detail })),
    });
  }

  private async findings(content: DraftContent): Promise<FormFinding[]> {
    const form = checkForm(content);
    const found = await this.disputes.findings(await this.request(content));
    return [...asFormFindings(found, form, content.applicants?.length ?? 0), ...form, ...civilDispute(content)];
  }

  private async request(content: DraftContent): Promise<EnteredDispute> {
    const today = this.clock.today();
    return asRequest(content, today, await this.office());
  }

  /** The reconsideration institution, which registers what comes in online (复议法 2023 第4条第2款). */
  private async office(): Promise<Id> {
    const [office] = await this.directory.organsValidOn(this.clock.today(), { kinds: ['RECONSIDERATION_INSTITUTION'] });
    if (office) return office.id;
    throw new DomainError('portal.no-office', { detail: '网上申请渠道尚未开通，请到行政复议机构窗口或者邮寄申请。' });
  }

  private async ownDuplicates(
    content: DraftContent,
    own: readonly NumberAndCode[],
    address: string,
  ): Promise<OwnDuplicateView[]> {
    const duplicates: OwnDuplicateView[] = [];
    for (const key of own) {
      const { caseNumber, content: earlier } = await this.submissions.open({ ...key, address });
      if (!sameAct(content, earlier)) continue;
      const detail = '您已就同一行政行为提交过申请，同一申请不必重复提交；需要补充的，请在原案件中提交补充材料。';
      duplicates.push({ number: caseNumber, detail });
    }
    return duplicates;
  }
}

/** Between citizens there is no act to be reconsidered (复议法 2023 第2条, 第12条第4项). */
function civilDispute(content: DraftContent): FormFinding[] {
  if (content.matterCode !== CIVIL) return [];
  const detail = '民间纠纷不能申请行政复议，可以向人民调解委员会申请调解。';
  return [{ severity: 'error', pointer: '#/matterCode', code: 'civilDispute', detail }];
}

/** The same respondent, and the act by its document number or, failing one, its name. */
function sameAct(a: DraftContent, b: DraftContent): boolean {
  if (!a.respondentOrganId || a.respondentOrganId !== b.respondentOrganId) return false;
  const [numberA, numberB] = [a, b].map((content) => normaliseDocumentNo(content.actDocumentNo ?? ''));
  if (numberA && numberB) return numberA === numberB;
  return Boolean(a.actName) && normaliseName(a.actName ?? '') === normaliseName(b.actName ?? '');
}
