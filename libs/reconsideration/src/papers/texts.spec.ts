import type { DocumentData } from '@app/documents';
import { CONDITION_CODES } from '../domain/acceptance.js';
import { DECISION_KINDS, type DecisionKind } from '../domain/decision-kinds.js';
import { reconsiderationPaper } from './catalogue.js';
import { BASES } from './decision/bases.js';
import { textOf } from '../../../documents/testing/paper-examples.js';
import { exampleData } from '../../testing/paper-examples.js';

const text = (code: string, data: DocumentData = {}): string => {
  const kind = reconsiderationPaper(code);
  return textOf(kind, { ...exampleData(kind), ...data });
};

it('R04 lists all missing items at once, gives ten working days and names the consequence', () => {
  const notice = text('R04');
  expect(notice).toContain(
    '现一次性告知需要补正的事项：\n1. 身份证明材料；\n2. 被申请行政复议的行政行为的证明材料；\n3. 具体的行政复议请求。',
  );
  expect(notice).toContain('自收到本通知书之日起十个工作日内');
  expect(notice).toContain('《中华人民共和国行政复议法》第三十一条第二款的规定，视为放弃行政复议申请');
});

it.each`
  pronoun     | word
  ${'PERSON'} | ${'您不服'}
  ${'UNIT'}   | ${'你单位不服'}
  ${'PLURAL'} | ${'你们不服'}
`('the applicant is addressed as $pronoun', ({ pronoun, word }) => {
  expect(text('R04', { pronoun })).toContain(word);
  expect(text('R06', { pronoun })).toContain(word);
});

it('R05 names the conditions that fail, by item, and the competent authority when jurisdiction is one of them', () => {
  const refusal = text('R05');
  expect(refusal).toContain('第三十条第一款第四项、第六项和第二款的规定，本机关决定：不予受理');
  expect(refusal).toContain('有管辖权的行政复议机关为杭州市人民政府');
  expect(text('R05', { failed: ['IN_TIME'], competentAuthority: null })).not.toContain('有管辖权');
  expect(text('R05', { failed: CONDITION_CODES })).toContain('第一项、第二项、第三项、第四项、第五项、第六项、第七项');
  expect(reconsiderationPaper('R05').relief).toBe('LITIGATION_CHANGE');
});

it('R06 says the day of acceptance, and why if by silence; dates are written out', () => {
  expect(text('R06')).toContain('本机关决定自2026年7月6日起予以受理，案号为余政复〔2026〕12号');
  expect(text('R06-DEEMED')).toContain('第三十条第三款的规定，该申请自审查期限届满之日即2026年7月6日起视为受理');
});

it('R07 gives the respondent ten working days, five in the simplified procedure, and says what silence means', () => {
  expect(text('R07')).toMatch(/第四十八条.*自收到之日起十个工作日内提出书面答复/);
  expect(text('R07', { track: 'SIMPLIFIED' })).toMatch(/第五十四条第一款.*自收到之日起五个工作日内/);
  expect(text('R07')).toContain('第七十条的规定，视为该行政行为没有证据、依据');
  expect(reconsiderationPaper('R07').addressees).toEqual(['RESPONDENT']);
});

it('R10 says when, where, about what, and what absence means', () => {
  expect(text('R10')).toMatch(/听证时间：.*\n二、听证地点：.*\n三、拟听证事项：\n1\. /);
  expect(text('R10')).toContain('视为放弃听证权利；被申请人的负责人应当参加听证');
});

it('R14 keeps the period from acceptance; R15 extends it with both days named', () => {
  expect(text('R14')).toContain('仍自受理之日即2026年7月6日起计算');
  expect(text('R15', { days: 30 })).toContain('延长30日，至2026年10月9日届满');
});

it('R16 and R13 cite the item of the ground', () => {
  expect(text('R16', { ground: 'S6' })).toContain('第三十九条第一款第六项的规定');
  expect(text('R16', { ground: 'S10' })).toContain('第三十九条第一款第十项的规定');
  expect(text('R13', { ground: 'APPLIED' })).toContain('第四十二条第三项的规定');
});

it('the review of a normative document is asked for by application or of the own motion', () => {
  expect(text('R18', { origin: 'APPLIED' })).toContain('第五十六条的规定，现转送');
  expect(text('R18', { origin: 'EX_OFFICIO' })).toContain('第五十七条的规定，现转送');
  expect(text('R18')).toContain('自收到本函之日起六十日内');
  expect(text('R19')).toContain('自收到本通知书之日起十个工作日内');
});

it('every ground of every kind of decision has its basis, and no other', () => {
  for (const kind of Object.keys(DECISION_KINDS) as DecisionKind[]) {
    expect(Object.keys(BASES[kind])).toEqual(Object.keys(DECISION_KINDS[kind].grounds));
  }
});

it.each`
  kind                 | data                                                      | words
  ${'MAINTAIN'}        | ${{ furtherResults: [] }}                                 | ${'第六十八条的规定，本机关决定：\n维持被申请人杭州市余杭区市场监督管理局2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）。'}
  ${'CHANGE'}          | ${{ changedFrom: '罚款5000元', changedTo: '罚款2000元' }} | ${'将“罚款5000元”变更为“罚款2000元”。'}
  ${'REVOKE'}          | ${{ scope: 'WHOLE', returns: [] }}                        | ${'第六十四条第一款第一项、《中华人民共和国行政复议法实施条例》第五十八条第一款的规定，本机关决定：\n一、撤销'}
  ${'REVOKE'}          | ${{ ground: 'NO_REPLY', remake: 'NO', returns: [] }}      | ${'第七十条的规定，本机关决定：'}
  ${'REVOKE'}          | ${{}}                                                     | ${'二、责令被申请人自收到本决定书之日起60日内重新作出行政行为。'}
  ${'CONFIRM-ILLEGAL'} | ${{ ground: 'ACT_CHANGED', remedies: [] }}                | ${'第六十五条第二款第二项的规定'}
  ${'ORDER-PERFORM'}   | ${{ duty: '对申请人的举报作出处理', furtherResults: [] }} | ${'责令被申请人杭州市余杭区市场监督管理局自收到本决定书之日起30日内对申请人的举报作出处理。'}
  ${'CONFIRM-INVALID'} | ${{}}                                                     | ${'无效。'}
  ${'REJECT-CLAIMS'}   | ${{ ground: 'IMPOSSIBLE', furtherResults: [] }}           | ${'实施条例》第六十一条第一款第二项的规定，本机关决定：\n驳回申请人的行政复议请求。'}
  ${'AGREEMENT'}       | ${{ ground: 'COMPENSATE' }}                               | ${'第七十一条第二款、《中华人民共和国行政复议法实施条例》第六十二条第五项'}
  ${'CHANGE'}          | ${{ compensation: 'GRANTED' }}                            | ${'30日内赔偿申请人人民币伍仟元整（5000.00元）。'}
  ${'MAINTAIN'}        | ${{ compensation: 'REJECTED' }}                           | ${'第六十八条、第七十二条第一款的规定'}
`('R22 $kind says $words', ({ kind, data, words }) => {
  const decision = reconsiderationPaper(`R22-${kind}`);
  expect(text(decision.code, data)).toContain(words);
  expect(text(decision.code, data)).toMatch(/本决定书一经送达，即发生法律效力。$/);
  expect(decision.relief).toMatch(/^LITIGATION/);
  expect(decision.addressees).toEqual(['APPLICANT', 'RESPONDENT', 'THIRD_PARTY']);
  expect(decision.signers).toEqual(['authority_head']);
});

it('R21 names the conditions that fail, or the case of the regulation', () => {
  expect(text('R21', { dismissalGround: 'CONDITIONS', failed: ['INTEREST'] })).toContain(
    '根据《中华人民共和国行政复议法》第三十三条的规定，本机关决定：驳回申请人的行政复议申请',
  );
  expect(text('R21', { dismissalGround: 'CONDITIONS', failed: ['INTEREST'] })).toContain(
    '不符合第三十条第一款第二项规定的受理条件：申请人与被申请行政复议的行政行为有利害关系',
  );
  expect(text('R21', { dismissalGround: 'GROUNDLESS' })).toContain('第三十七条第一款第一项的规定');
  expect(text('R21', { dismissalGround: 'GROUNDLESS' })).toContain('释明，申请人仍然坚持申请行政复议');
});

it('R22 says so if the respondent kept silent', () => {
  expect(text('R22-REVOKE', { respondentReplies: undefined })).toContain('被申请人未在法定期限内提出书面答复');
});

it('R23 takes effect by signatures and seal and knows no appeal', () => {
  const paper = text('R23');
  expect(paper).toContain('第七十三条第一款的规定，本机关予以确认');
  expect(paper).not.toMatch(/起诉|诉讼|不服本/);
  expect(paper).not.toContain('一经送达');
  expect(paper).toMatch(/经各方当事人签字或者签章，并加盖行政复议机关印章，即具有法律效力。\n申请人（签字或者签章）/);
  expect(reconsiderationPaper('R23').relief).toBeUndefined();
});

it('R24 ends the case on withdrawal with its consequence, on other grounds without', () => {
  expect(text('R24-TERMINATION')).toContain('第四十一条第一项、第七十四条第二款的规定，本机关决定：终止行政复议');
  expect(reconsiderationPaper('R24-TERMINATION').relief).toBe('WITHDRAWN');
  expect(text('R24-TERMINATION-OTHER', { terminationGround: 'T5' })).toContain('第四十一条第五项的规定');
  expect(reconsiderationPaper('R24-TERMINATION-OTHER').relief).toBeUndefined();
});

it('R25 wants a report in sixty days; R27 orders performance; the copy goes to the superior department', () => {
  expect(text('R25')).toContain('自收到本意见书之日起六十日内');
  expect(text('R27')).toContain('第七十七条第二款的规定，责令你单位自收到本通知书之日起15日内履行完毕');
  expect(reconsiderationPaper('R30-COPY').addressees).toEqual(['SUPERIOR']);
});

it('R28 writes the amount in capitals and cites the item of what is enforced', () => {
  expect(text('R28', { amount: 1050.2 })).toContain('人民币壹仟零伍拾元贰角整（1050.20元）');
  expect(text('R28', { enforced: 'MEDIATION' })).toContain('第七十八条第三项、');
});

it('what belongs to the 副卷 is internal, what goes out is not', () => {
  expect(reconsiderationPaper('R31-REPORT').volume).toBe('SUB');
  expect(reconsiderationPaper('R31-DISCUSSION').volume).toBe('SUB');
  expect(reconsiderationPaper('R12').volume).toBe('SUB');
  expect(reconsiderationPaper('R22-MAINTAIN').volume).toBe('MAIN');
});
