import { RECONSIDERATION_PAPERS } from '../catalogue.js';
import { tagOf } from './tags.js';

it('says of every kind that is served as what the register knows it', () => {
  const served = RECONSIDERATION_PAPERS.filter((kind) => kind.served).map(({ code }) => [code, tagOf(code)]);
  expect(Object.fromEntries(served.filter(([, tag]) => tag !== 'NOTICE' && tag !== 'DECISION'))).toEqual({
    R04: 'CORRECTION_NOTICE',
    'R04-RESPONDENT': 'CORRECTION_NOTICE',
    R05: 'REFUSAL',
    R06: 'ACCEPTANCE_NOTICE',
    'R06-DEEMED': 'ACCEPTANCE_NOTICE',
    R07: 'COPY',
    R08: 'PARTICIPATION_NOTICE',
    R10: 'HEARING_NOTICE',
    R15: 'EXTENSION_NOTICE',
    R16: 'SUSPENSION_NOTICE',
    R17: 'RESUMPTION_NOTICE',
    R21: 'DISMISSAL',
    R23: 'MEDIATION_STATEMENT',
    'R24-TERMINATION': 'TERMINATION',
    'R24-TERMINATION-OTHER': 'TERMINATION',
    R25: 'OPINION',
    R27: 'PERFORMANCE_ORDER',
  });
  const decisions = served.filter(([, tag]) => tag === 'DECISION').map(([code]) => code);
  expect(decisions).toHaveLength(8);
  expect(decisions.every((code) => code!.startsWith('R22-'))).toBe(true);
});
