import { representativesRule, staffAgentRequired } from '../law-version.js';
import { SUCCESSIONS } from './codes.js';
import type { AdmissibilityFacts } from './facts.js';
import { fails, met, open, type AdmissibilityRule, type Verdict } from './rule.js';
import { SPECIAL_RULE } from './special-applicants.js';

const applicant: AdmissibilityRule = {
  code: 'PART-1',
  condition: 'IDENTIFIED',
  article: '复议法 2023 第14条第1款、第30条第1款第1项',
  facts: ['applicants', 'stated.identityProved'],
  judge({ applicants, stated }) {
    if (applicants.count === 0) return fails('没有申请人', '请补登申请人。');
    if (stated.identityProved === undefined) return open('尚未核对申请人身份', '请核对申请人的身份证明。');
    return stated.identityProved ? met('申请人身份明确') : fails('申请人身份不明确', '一次性通知补正身份证明。');
  },
};

const succession: AdmissibilityRule = {
  code: 'PART-2',
  condition: 'IDENTIFIED',
  article: '复议法 2023 第14条第2款、第3款；实施条例 2026 第11条',
  facts: ['stated.succession'],
  applies: ({ stated }) => stated.succession !== undefined,
  judge({ stated }) {
    const { basis, capacity, proved } = stated.succession!;
    const { name, by, byName } = SUCCESSIONS[basis];
    if (capacity !== by) return fails(`${name}的，应由其${byName}申请`, `请由${byName}提出申请。`);
    return proved ? met(`${name}，由${byName}申请`) : open('没有承受关系的证明', `请提交${byName}身份的证明。`);
  },
};

const representatives: AdmissibilityRule = {
  code: 'PART-4',
  condition: 'IDENTIFIED',
  article: '复议法 2023 第15条；实施条例 2026 第17条',
  facts: ['applicants', 'filing'],
  judge({ applicants, filing }) {
    const { above, least, most } = representativesRule(filing.filedOn);
    if (applicants.count <= above) return met(`申请人未超过${above}人，无须推选代表人`);
    const fit = applicants.representatives >= least && applicants.representatives <= most;
    if (fit && applicants.electionSigned) return met('已推选代表人，推选书由全体申请人签署');
    return fails(
      `申请人超过${above}人，须推选${least}至${most}名代表人并由全体申请人签署推选书`,
      '通知申请人推选代表人、补交推选书。',
    );
  },
};

const thirdParty: AdmissibilityRule = {
  code: 'PART-5',
  condition: null,
  article: '复议法 2023 第16条；实施条例 2026 第17条',
  facts: ['thirdParties', 'filing', 'stated.thirdPartyInterest'],
  applies: ({ thirdParties }) => thirdParties.count > 0,
  judge({ thirdParties, filing, stated }) {
    const { above, least, most } = representativesRule(filing.filedOn);
    const { count, representatives: chosen } = thirdParties;
    if (stated.thirdPartyInterest === undefined)
      return open('尚未审查第三人的利害关系', '请审查第三人与行政行为的利害关系。');
    if (!stated.thirdPartyInterest) return fails('没有利害关系，不应列为第三人');
    if (chosen > 0 && (count <= above || chosen < least || chosen > most))
      return fails(`第三人超过${above}人的可以推选${least}至${most}名代表人`, '请更正第三人的代表人。');
    return met('有利害关系，可以作为第三人参加');
  },
};

const agents: AdmissibilityRule = {
  code: 'PART-6',
  condition: 'IDENTIFIED',
  article: '复议法 2023 第17条；实施条例 2026 第18条第1款',
  facts: ['applicants', 'stated.agents'],
  applies: ({ applicants, stated }) => applicants.agents > 0 || (stated.agents?.length ?? 0) > 0,
  judge({ applicants, stated }) {
    const count = Math.max(applicants.agents, stated.agents?.length ?? 0);
    // Each applicant may have two agents.
    if (count > 2 * Math.max(1, applicants.count)) return fails('每名当事人可以委托1至2名代理人', '请减少代理人。');
    if ((stated.agents?.length ?? 0) < applicants.agents) return open('尚未核对授权委托书', '请逐一核对授权委托书。');
    const complete = stated.agents!.every((a) => a.matters && a.authority && a.term && a.identities);
    return complete
      ? met('授权委托书载明事项、权限和期限，身份证明齐全')
      : fails('授权委托书或者身份证明不全', '补正委托事项、权限、期限和双方身份证明。');
  },
};

const respondentAgents: AdmissibilityRule = {
  code: 'PART-7',
  condition: null,
  article: '实施条例 2026 第18条第2款',
  facts: ['filing', 'stated.respondentAgents'],
  applies: ({ filing, stated }) => stated.respondentAgents !== undefined && staffAgentRequired(filing.receivedOn),
  judge({ stated }) {
    const list = stated.respondentAgents!;
    if (list.length < 1 || list.length > 2) return fails('被申请人应当委托1至2名代理人', '请被申请人更正委托。');
    return list.some((agent) => agent.employment === 'STAFF')
      ? met('有被申请人的工作人员参加')
      : fails('被申请人不得仅委托律师', '请被申请人委托本机关工作人员。');
  },
};

const legalAid: AdmissibilityRule = {
  code: 'PART-8',
  condition: null,
  article: '复议法 2023 第18条；实施条例 2026 第19条',
  facts: ['stated.legalAidTold'],
  judge: ({ stated }) =>
    stated.legalAidTold
      ? met('已告知申请人可以申请法律援助')
      : open('未记录告知法律援助', '符合条件的申请人，告知其可以申请法律援助。'),
};

/** Kinds that act in their own name only if a law, regulation or rule says so. */
const NEEDS_AUTHORISATION = ['DISPATCHED', 'AUTHORISED_ORG', 'MANAGEMENT_COMMITTEE'];

/** Whether the registered organ answers itself for what it did in its own name (复议法 2023 第19条; 条例 2026 第21条、第22条). */
export function answersItself(organ: NonNullable<AdmissibilityFacts['respondent']>): boolean {
  return organ.hasAuthorisation || !NEEDS_AUTHORISATION.includes(organ.kind);
}

/** Null if the respondent is right; else what is wrong with it, and who it should be. */
function wrongRespondent({ respondent, parent, stated }: AdmissibilityFacts): Verdict | null {
  if (respondent === null) return open('没有登记被申请人', '请补登被申请人。');
  if (stated.respondentMadeAct === false)
    return open('行政行为不是该机关作出的', '告知申请人变更被申请人，并出具变更通知。');
  if (!answersItself(respondent))
    return open(
      '没有法律、法规、规章授权的机构以自己名义作出的行为，由设立它的机关作被申请人',
      `告知申请人将被申请人变更为${parent?.name ?? '设立该机构的机关'}。`,
    );
  if (stated.coRespondentMissing === true)
    return open('共同作出行政行为的机关未列为共同被申请人', '告知申请人追加共同被申请人。');
  return null;
}

const respondent: AdmissibilityRule = {
  code: 'PART-9',
  condition: 'IDENTIFIED',
  article: '复议法 2023 第19条；实施条例 2026 第20条至第22条',
  facts: ['respondent', 'parent', 'stated.respondentMadeAct', 'stated.coRespondentMissing'],
  judge: (facts) => wrongRespondent(facts) ?? met('被申请人是作出行政行为的机关或者被授权的组织'),
};

const changedRespondent: AdmissibilityRule = {
  code: 'PART-10',
  condition: 'IDENTIFIED',
  article: '实施条例 2026 第29条',
  facts: ['respondentNotice', 'respondent', 'stated.respondentMadeAct', 'stated.coRespondentMissing'],
  applies: ({ respondentNotice }) => respondentNotice !== 'NONE',
  judge(facts) {
    if (wrongRespondent(facts) === null) return met('申请人已变更被申请人');
    return facts.respondentNotice === 'ENDED'
      ? fails('经告知，申请人拒绝变更被申请人，或者变更后仍不符合规定')
      : open('已告知变更被申请人，申请人尚未变更', '等待申请人变更，或者补正期限届满。');
  },
};

/** Who takes part: PART-1 to PART-10. */
export const PARTICIPANT_RULES: readonly AdmissibilityRule[] = [
  applicant,
  succession,
  SPECIAL_RULE,
  representatives,
  thirdParty,
  agents,
  respondentAgents,
  legalAid,
  respondent,
  changedRespondent,
];
