import type { DocumentData } from '@app/documents';
import { exampleDataOf } from '../../documents/testing/paper-examples.js';

/** Data of an invented case, by the fields' names. */
const SAMPLE: DocumentData = {
  applicants: ['陈小满'],
  respondent: '杭州市余杭区市场监督管理局',
  act: '2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）',
  caseNo: '余政复〔2026〕12号',
  authority: '杭州市余杭区人民政府',
  pronoun: 'PERSON',
  parties: ['申请人：陈小满，住杭州市余杭区良渚街道', '被申请人：杭州市余杭区市场监督管理局'],
  receivedOn: '2026-07-01',
  acceptedOn: '2026-07-06',
  appliedOn: '2026-07-01',
  decideBy: '2026-09-04',
  originalDueOn: '2026-09-04',
  newDueOn: '2026-10-09',
  track: 'ORDINARY',
  compensation: 'NONE',
  failed: ['IN_TIME', 'JURISDICTION'],
  competentAuthority: '杭州市人民政府',
  missingItems: ['身份证明材料', '被申请行政复议的行政行为的证明材料', '具体的行政复议请求'],
  days: 15,
  scope: 'PART',
  revokedPart: '第二项罚款五千元',
  remake: 'YES',
  remakeDays: 60,
  compensationAmount: 5000,
  compensationDays: 30,
  performDays: 30,
  contact: '余杭区行政复议局审理一科，电话0571-00000000，杭州市余杭区文一西路1500号',
  claims: ['撤销被申请人作出的行政处罚决定', '责令被申请人退还已经缴纳的罚款'],
  applicantArgues:
    '被申请人未经听取陈述申辩即作出处罚，认定的违法所得没有票据佐证。申请人经营的小吃店开业不足三个月，没有违法故意，违法行为轻微并且已经及时改正，罚款数额明显不当。',
  respondentReplies:
    '行政处罚决定认定事实清楚，证据确凿，适用法律正确，程序合法。现场检查笔录、询问笔录和照片证明申请人未取得许可从事食品经营，处罚前已经告知其陈述申辩的权利。',
  factsFound:
    '2026年4月8日，被申请人的执法人员检查申请人经营的小吃店，制作现场检查笔录，拍摄照片六张。5月12日，被申请人决定立案。5月20日，被申请人制作行政处罚事先告知书，卷宗中没有该告知书送达申请人的凭证。6月1日，被申请人作出行政处罚决定，责令改正，没收违法所得，并处罚款五千元。',
  evidence: ['现场检查笔录及照片', '询问笔录两份', '行政处罚事先告知书', '行政处罚决定书及其送达回证'],
  reasoning:
    '行政机关在作出行政处罚决定之前，应当告知当事人拟作出行政处罚的内容及事实、理由、依据，并告知其依法享有的陈述、申辩、要求听证等权利。被申请人不能证明事先告知书已经送达申请人。\n罚款数额的确定应当与违法行为的事实、性质、情节以及社会危害程度相当，被申请人没有说明裁量的理由。',
  returns: ['自收到本决定书之日起15日内退还罚款五千元'],
  furtherResults: ['驳回申请人的其他请求'],
  terms: [
    '被申请人将罚款数额变更为一千元，于2026年9月30日前退还四千元',
    '申请人于2026年9月30日前完成食品经营许可的申请',
  ],
  time: '2026年8月5日上午9时30分',
  place: '杭州市余杭区行政复议局第一听证室',
  chair: '林一苇',
  members: ['周砚秋', '许望舒'],
  recorder: '何青禾',
  officers: ['林一苇', '周砚秋'],
  matters: ['行政处罚事先告知书是否送达', '罚款数额是否适当'],
  recipient: '陈小满',
  documents: ['行政复议决定书（余政复决〔2026〕12号）'],
  servers: ['何青禾', '周砚秋'],
  conclusion: '撤销行政处罚决定中罚款五千元的部分，责令被申请人在60日内重新作出行政行为。',
  volumeName: '正卷',
  entries: [
    ['陈小满', '', '行政复议申请书', '2026年7月1日', '1', ''],
    ['余杭区人民政府', '余政复受〔2026〕3号', '行政复议申请受理通知书', '2026年7月6日', '4', ''],
    ['余杭区市场监督管理局', '', '行政复议答复书及证据目录', '2026年7月17日', '6', '复印件'],
  ],
};

/** Complete data of a kind: every field, or only the required ones. */
export const exampleData = exampleDataOf(SAMPLE);
