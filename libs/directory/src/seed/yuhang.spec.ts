import { mustBeSeparate } from '../domain/separation.js';
import { answeringOn, isValidOn } from '../domain/validity.js';
import { SPLIT_ON, yuhang, type SeedOrgan } from './yuhang.js';

const { organs, people, network } = yuhang;
const byId = new Map(organs.map((o) => [o.id, o]));
const isTownship = (o: SeedOrgan): boolean => o.kind === 'TOWN' || o.kind === 'SUBDISTRICT';
const townshipsOf = (code: string, on: string): string[] =>
  organs
    .filter((o) => isTownship(o) && isValidOn(o, on) && byId.get(o.parentId!)?.code === code)
    .map((o) => o.shortName);

describe('the demo district', () => {
  it('had 20 镇街 before the split and has 12 since; the other 8 are of 临平区', () => {
    expect(townshipsOf('330110', '2021-04-08')).toHaveLength(20);
    expect(townshipsOf('330110', SPLIT_ON)).toHaveLength(12);
    expect(townshipsOf('330113', '2021-04-08')).toHaveLength(0);
    expect(townshipsOf('330113', SPLIT_ON)).toHaveLength(8);
  });

  it('answers for an act of 临平街道 of 2021-03-01 with the organ as it was then, and with its successor since', () => {
    const then = organs.find((o) => o.shortName === '临平街道' && isValidOn(o, '2021-03-01'))!;
    expect(then.code).toBe('330110001');
    expect(answeringOn(then, '2021-03-01', (id) => byId.get(id))?.code).toBe('330110001');
    expect(answeringOn(then, '2026-11-24', (id) => byId.get(id))?.code).toBe('330113001');
  });

  it('has every organ after its parent and its successor', () => {
    const seen = new Set<string>();
    for (const { id, parentId, successorId } of organs) {
      for (const before of [parentId, successorId]) if (before !== null) expect(seen).toContain(before);
      seen.add(id);
    }
  });

  it('repeats no id, code, login or name', () => {
    const posts = people.flatMap((p) => p.posts);
    for (const values of [
      organs.map((o) => o.id),
      organs.map((o) => o.code),
      people.map((p) => p.id),
      people.map((p) => p.name),
      people.map((p) => p.account.login),
      posts.map((p) => p.id),
    ]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  const holders = (role: string) =>
    new Set(people.flatMap((p) => p.posts.filter((q) => q.role === role).map((q) => q.organId)));

  it('has a leader, a liaison and a committee for every department and 镇街 of today', () => {
    expect(network.units).toHaveLength(44);
    for (const { organ, committee } of network.units) {
      expect(committee.parentId).toBe(organ.id);
      expect(holders('unit_leader')).toContain(organ.id);
      expect(holders('dept_liaison')).toContain(organ.id);
    }
  });

  it('has 402 bodies in its network, each with a chair and a mediator', () => {
    const committees = organs.filter((o) => o.kind === 'MEDIATION_COMMITTEE');
    expect([network.centre, ...committees]).toHaveLength(402);
    for (const { id } of committees) {
      expect(holders('committee_chair')).toContain(id);
      expect(holders('mediator')).toContain(id);
    }
    const count = (kind: string): number => network.others.filter((o) => o.kind === kind).length;
    expect(['INDUSTRY', 'SOCIAL_ORGANISATION', 'VILLAGE', 'STATION'].map(count)).toEqual([15, 25, 245, 72]);
  });

  it('keeps the three administrators apart', () => {
    for (const person of people) expect(() => mustBeSeparate(person.posts.map((p) => p.role))).not.toThrow();
  });
});
