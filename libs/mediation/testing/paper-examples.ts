import type { DocumentData } from '@app/documents';
import { exampleContentOf } from '../../documents/testing/example-content.js';
import { exampleDataOf } from '../../documents/testing/paper-examples.js';

/** Data of an invented case, by the fields' names. */
const SAMPLE: DocumentData = {
  applicants: ['陈小满'],
  others: ['杭州市余杭区市场监督管理局'],
  dispute: '2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）',
  caseNo: '余行调〔2026〕12号',
  courtCaseNumber: '（2026）浙0110行初10号',
  letterNumber: '余法委调〔2026〕3号',
  pronoun: 'PERSON',
  parties: ['申请人：陈小满，住杭州市余杭区良渚街道', '被申请人：杭州市余杭区市场监督管理局'],
  applicantDetails: ['陈小满，女，1990年5月出生，汉族，个体经营者，住杭州市余杭区良渚街道，电话13000000000'],
  court: '杭州市余杭区人民法院',
  undisputed: ['2026年4月8日现场检查时申请人尚未取得食品经营许可', '申请人已于2026年4月9日停止经营'],
  unperformed: ['退还罚款四千元，应于2026年8月31日前履行'],
  centre: '杭州市余杭区行政争议调解中心',
  recipient: '杭州市余杭区行政争议调解中心',
  committee: '杭州市余杭区市场监督管理局行政争议调解委员会',
  organisation: '杭州市余杭区市场监督管理局行政争议调解委员会',
  assignee: '杭州市余杭区市场监督管理局行政争议调解委员会',
  category: '市场监管·行政处罚',
  request: ['减少罚款数额', '退还已经缴纳的部分罚款'],
  source: 'COURT',
  stage: 'PRE_LITIGATION',
  receivedOn: '2026-07-01',
  acceptedOn: '2026-07-08',
  termEndsOn: '2026-08-10',
  facts:
    '2026年4月8日，被申请人检查申请人经营的小吃店，6月1日以未取得许可从事食品经营为由决定没收违法所得，并处罚款五千元。申请人对违法事实没有异议，认为开业不足三个月，已经及时改正，罚款数额过高，经营确有困难。',
  mediators: ['林一苇', '周砚秋'],
  mediator: '林一苇',
  presiding: '林一苇',
  recorder: '何青禾',
  periods: [
    ['申请行政复议', '2026年8月3日', '杭州市余杭区人民政府'],
    ['提起行政诉讼', '2026年12月3日', '有管辖权的人民法院'],
  ],
  time: '2026年7月20日上午9时30分',
  formerTime: '2026年7月17日上午9时30分',
  place: '杭州市余杭区行政争议调解中心第一调解室',
  present: ['陈小满，申请人，已核对身份证', '许望舒，被申请人工作人员，已核对授权委托书和工作证件'],
  transcript:
    '调解员：请申请人说明请求和理由。\n申请人：我对违法事实没有意见，店刚开张三个月，检查之后马上停业办证，五千元的罚款确实交不起，希望能减少。\n被申请人：申请人能够及时改正，我局可以依照裁量基准重新考虑罚款数额，但是许可必须依法办理。\n调解员：双方对事实没有争议，分歧在于罚款数额。现分别听取双方意见。\n申请人：如果罚款减到一千元，本月内可以缴清，并且保证取得许可后再营业。\n被申请人：同意变更为一千元，已经缴纳的部分予以退还。\n调解员：双方意见已经一致，现按照协商的内容起草协议，请双方阅读。',
  terms: [
    '被申请人依法变更行政处罚决定，将罚款数额变更为一千元',
    '申请人取得食品经营许可前不从事食品经营',
    '申请人不再就该行政处罚决定申请行政复议、提起诉讼',
  ],
  obligations: [
    ['杭州市余杭区市场监督管理局', '退还罚款', '2026年8月31日前', '转入申请人银行账户', '4000'],
    ['陈小满', '申请食品经营许可', '2026年9月30日前', '向行政许可窗口提交材料', ''],
  ],
  performance: [['杭州市余杭区市场监督管理局', '退还罚款', '2026年8月31日', '2026年8月28日', '银行转账回单']],
  effect: 'CONFIRMED',
  copies: 4,
  days: 15,
  result: 'TERMINATED',
  recusal: 'GRANTED',
  replacements: ['许望舒'],
  contact: '余杭区行政争议调解中心，电话0571-00000000，杭州市余杭区文一西路1500号',
  report: '经两次调解，各方当事人对罚款数额分歧较大，未能达成协议，调解于2026年8月7日终止。',
};

/** Complete data of a kind: every field, or only the required ones. */
export const exampleData = exampleDataOf(SAMPLE);

/** A paper of the invented case as it would be signed. */
export const exampleContent = exampleContentOf(exampleData);
