import { Gate } from './gate.js';

describe('a gate', () => {
  it('lets so many run at a time, in order, and all in the end', async () => {
    const gate = new Gate(2);
    let [running, most] = [0, 0];
    const ended: number[] = [];
    const task = (n: number) => async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      ended.push(n);
    };
    await Promise.all([1, 2, 3, 4, 5].map((n) => gate.run(task(n))));
    expect(most).toBe(2);
    expect(ended).toEqual([1, 2, 3, 4, 5]);
  });

  it('opens again after a task that failed', async () => {
    const gate = new Gate(1);
    await expect(gate.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await expect(gate.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
