import { NETWORK, type NetworkBody } from './yuhang-network.js';
import { CENTRE, ORGANS, UNITS, type SeedOrgan, type Unit } from './yuhang-organs.js';
import { PEOPLE, type SeedPerson } from './yuhang-people.js';

export { type NetworkBody } from './yuhang-network.js';
export { SPLIT_ON, type SeedOrgan, type Unit } from './yuhang-organs.js';
export { type SeedAccount, type SeedPerson, type SeedPost } from './yuhang-people.js';

/**
 * The demo district: 余杭区 with its departments and 12 镇街 as they are, the 8 镇街 it had until {@link SPLIT_ON} with
 * those of 临平区 that continue them, and people who do not exist. Organs come parents first, successors first. The
 * mediation network is of the number it has, 402 with the centre; its committees in trades, villages and communities and
 * its social organisations are invented.
 */
export const yuhang: {
  readonly organs: readonly SeedOrgan[];
  readonly people: readonly SeedPerson[];
  readonly network: {
    readonly centre: SeedOrgan;
    readonly units: readonly Unit[];
    readonly others: readonly NetworkBody[];
  };
} = {
  organs: [...ORGANS, ...NETWORK.map(({ organ }) => organ)],
  people: PEOPLE,
  network: { centre: CENTRE, units: UNITS, others: NETWORK },
};
