import { Clock, DomainError, type Id } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CIVIL } from '../domain/codes.js';
import type { Finding } from '../domain/finding.js';
import { checkMatter } from '../domain/matter-rules.js';
import { checkOtherSide, checkParties } from '../domain/party-rules.js';
import { Organs } from '../organs.js';
import { defaultTitle, type DisputeContent } from './content.js';
import { checkPartyValues, partyFacts, type PartyData } from './party-data.js';

/** A dispute's content and parties, as judged together. */
export interface Judged {
  content: DisputeContent;
  parties: readonly PartyData[];
}

/** What must hold before a dispute is registered or amended. */
@Injectable()
export class DisputeChecks {
  constructor(
    private readonly organs: Organs,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges a dispute as a whole; answers the warnings, and gives it a title if it has none.
   * @throws DomainError cases.invalid-dispute with a pointer for every error
   */
  async must({ content, parties }: Judged, tx?: Tx): Promise<Finding[]> {
    const findings = await this.judge({ content, parties }, tx);
    const errors = findings.filter((f) => f.severity === 'error');
    if (errors.length > 0) {
      throw new DomainError('cases.invalid-dispute', {
        kind: 'invalid',
        detail: '登记内容有误或者不完整，请按提示修改。',
        errors: errors.map(({ pointer, code, detail }) => ({ pointer, code, detail })),
      });
    }
    if (content.title === '') {
      const { respondentOrganId, actName } = content;
      const respondent = respondentOrganId === null ? undefined : await this.organs.find(respondentOrganId, tx);
      content.title = respondent ? defaultTitle(respondent.shortName || respondent.name, actName) : actName;
    }
    return findings;
  }

  /** What must hold of a draft: what is entered refers to what exists. @throws DomainError cases.invalid-dispute */
  async mustRefer(content: DisputeContent): Promise<void> {
    const findings = [
      ...(await this.organs.checkKnown(content.respondentOrganId, '#/respondentOrganId')),
      ...(await this.organs.checkKnown(content.sourceOrganId, '#/sourceOrganId')),
    ];
    const [first] = findings;
    if (first) {
      const errors = findings.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
      throw new DomainError('cases.invalid-dispute', { kind: 'invalid', detail: '所选单位不存在。', errors });
    }
  }

  /** Everything that is noticed, errors and warnings. */
  async judge({ content, parties }: Judged, tx?: Tx): Promise<Finding[]> {
    const today = this.clock.today();
    const [respondent, source] = await Promise.all([
      this.organs.checkRespondent(content.respondentOrganId, content.actOn, content.receivedOn, tx),
      this.organs.checkKnown(content.sourceOrganId, '#/sourceOrganId', tx),
    ]);
    return [
      ...checkMatter(content, today),
      ...respondent,
      ...source,
      ...checkPartyValues(parties, today),
      ...checkParties(partyFacts(parties), content.receivedOn),
      ...checkOtherSide(partyFacts(parties), content.matterCode === CIVIL),
    ];
  }
}

/** The applicants, as duplicates are looked for. */
export function duplicateProbe({ content, parties }: Judged, except?: Id) {
  return {
    applicants: parties.filter((p) => p.role === 'APPLICANT').map(({ name, idNumber }) => ({ name, idNumber })),
    respondentOrganId: content.respondentOrganId,
    actName: content.actName,
    actDocumentNo: content.actDocumentNo,
    ...(except === undefined ? {} : { except }),
  };
}
