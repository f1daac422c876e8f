import type { DocumentData } from '@app/documents';
import { exampleContentOf } from '../../documents/testing/example-content.js';
import { exampleDataOf } from '../../documents/testing/paper-examples.js';

/** Data of an invented case, by the fields' names. */
const SAMPLE: DocumentData = {
  applicants: ['陈小满'],
  respondent: '杭州市余杭区良渚街道办事处',
  dispute: '2026年6月1日作出的房屋征收补偿决定（余良征〔2026〕8号）',
  caseNo: '余包案〔2026〕3号',
  leader: '林一苇',
  unit: '杭州市余杭区良渚街道办事处',
  unitLeader: '周砚秋',
  resolveBy: '2026-11-30',
  risk: 'HIGH',
  listNo: '余包清〔2026〕1号',
  orderNo: '余包督〔2026〕3号',
  entries: [
    [
      '1',
      '余包案〔2026〕3号',
      '陈小满诉良渚街道办事处房屋征收补偿决定',
      '行政赔偿',
      '陈小满、诉杭州市余杭区良渚街道办事处',
      '一审　杭州铁路运输法院',
      '补偿标准和安置面积的认定',
      '高',
      '林一苇',
      '杭州市余杭区良渚街道办事处',
      '周砚秋',
      '何青禾',
      '依法补足差额，当事人撤诉',
      '专班会商，复核面积，上门沟通',
      '2026年11月30日',
    ],
    [
      '2',
      '余包案〔2026〕4号',
      '许望舒等十二人诉区住建局不履行查处职责',
      '重点行政诉讼',
      '许望舒等12人、诉杭州市余杭区住房和城乡建设局',
      '二审　杭州市中级人民法院',
      '小区违法搭建的查处',
      '较高',
      '林一苇',
      '杭州市余杭区住房和城乡建设局',
      '顾行之',
      '江晚照',
      '依法查处，息诉罢访',
      '现场勘查，限期拆除，公开结果',
      '2026年12月15日',
    ],
  ],
  tasks: ['成立工作专班，明确专人', '与当事人当面沟通，查清诉求', '提出依法可行的化解方案'],
  steps: [
    ['复核房屋面积和补偿标准', '征收办', '2026年9月30日'],
    ['与当事人协商补偿差额', '专班', '2026年10月31日'],
  ],
  changes: [
    ['包案区领导', '林一苇', '顾行之'],
    ['包案责任领导', '周砚秋', '江晚照'],
  ],
  cases: ['陈小满与良渚街道办事处房屋征收补偿争议（余包案〔2026〕3号）'],
  demands: ['立即召开专班会议，十日内提出整改措施', '包案责任领导当面听取当事人意见'],
  proofs: ['补偿协议', '付款凭证', '准予撤诉裁定书'],
  effective: 'YES',
  payment: 'PAID',
  partyConfirms: 'YES',
  days: 30,
  contact: '余杭区司法局行政复议与应诉科，电话0571-00000000',
};

/** Complete data of a kind: every field, or only the required ones. */
export const exampleData = exampleDataOf(SAMPLE);

/** A paper of the invented case as it would be signed. */
export const exampleContent = exampleContentOf(exampleData);
