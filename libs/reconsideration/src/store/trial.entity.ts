import { Stay, SuperiorOrder, Uplift } from './course.entity.js';
import { Ending, MediationPerformance, MediationStatement, Withdrawal } from './ending.entity.js';
import { Evidence, FactFindingPeriod, Investigation } from './evidence.entity.js';
import { Consultation, Hearing, HearingParty } from './hearing.entity.js';
import { NormReview } from './norm-review.entity.js';
import { Deliberation, Joinder, OfficerRecusal, ThirdPartyDecision } from './people.entity.js';

/** The rows of the trial's topics. */
export const TRIAL_ENTITIES = [
  Hearing,
  HearingParty,
  Consultation,
  ThirdPartyDecision,
  OfficerRecusal,
  Deliberation,
  Joinder,
  Evidence,
  Investigation,
  FactFindingPeriod,
  Stay,
  Uplift,
  SuperiorOrder,
  NormReview,
  Withdrawal,
  Ending,
  MediationStatement,
  MediationPerformance,
];
