import { citing } from '@app/documents';

/** Texts that papers of the mediation cite, each by its full title. */
export const reconsiderationAct = citing('《中华人民共和国行政复议法》');
export const reconsiderationRegulation = citing('《中华人民共和国行政复议法实施条例》');
export const litigationAct = citing('《中华人民共和国行政诉讼法》');
export const civilProcedure = citing('《中华人民共和国民事诉讼法》');
export const peoplesMediation = citing('《中华人民共和国人民调解法》');
export const invitedMediation = citing('《最高人民法院关于人民法院特邀调解的规定》');
export const onlineMediation = citing('《人民法院在线调解规则》');
