import type { Reporter, TestModule } from 'vitest/node';

/** The last line of a test run, for people and scripts alike: `N passed, N failed`. A fault outside of a test counts as a failed one. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const passed = states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed').length + broken + faults.length;
    console.log(`${passed} passed, ${failed} failed`);
  }
}
