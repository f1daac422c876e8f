import type { Transition } from '@app/cases';
import { noPendingRecusal } from '../../domain/assignment/guards.js';
import type { MediationFacts } from '../../domain/facts.js';
import { SESSIONS_CALLED_OFF } from '../../domain/sittings/called-off.js';
import type { MediationState } from '../../domain/states.js';
import { ReleaseMediatorInput } from './release.inputs.js';

const releaseMediator: Transition<MediationFacts, MediationState, ReleaseMediatorInput> = {
  code: 'MD-05',
  name: 'release-mediator',
  label: '调解员退出承办',
  from: ['MEDIATOR_ASSIGNED', 'IN_SESSION'],
  to: 'ACCEPTED',
  roles: ['committee_chair', 'centre_manager'],
  guards: [noPendingRecusal],
  input: ReleaseMediatorInput,
  // The term runs on: it is the parties'. Another is to be appointed within the usual days.
  clocks: [{ do: 'start', rule: 'MD_APPOINT' }, ...SESSIONS_CALLED_OFF],
  documents: [],
  article: '中心工作惯例 [L]',
};

export const RELEASE_STEPS = [releaseMediator];
