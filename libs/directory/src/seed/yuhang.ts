import { ORGANS, type SeedOrgan } from './yuhang-organs.js';
import { PEOPLE, type SeedPerson } from './yuhang-people.js';

export { SPLIT_ON, type SeedOrgan } from './yuhang-organs.js';
export { type SeedAccount, type SeedPerson, type SeedPost } from './yuhang-people.js';

/**
 * The demo district: 余杭区 with its departments and 12 镇街 as they are, the 8 镇街 it had until {@link SPLIT_ON} with
 * those of 临平区 that continue them, and people who do not exist. Organs come parents first, successors first.
 */
export const yuhang: { readonly organs: readonly SeedOrgan[]; readonly people: readonly SeedPerson[] } = {
  organs: ORGANS,
  people: PEOPLE,
};
