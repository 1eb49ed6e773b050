import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** A spec that did not run shows nothing: on linux-x64, where npm brings a browser, that is a failure and never a silent one. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for one.
export default class RefuseSkips implements Reporter {
  readonly #skipped: string[] = []

  onTestEnd(test: TestCase, { status }: TestResult): void {
    if (status === 'skipped') this.#skipped.push(test.titlePath().slice(2).join(' › '))
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] }> {
    if (this.#skipped.length === 0 || process.platform !== 'linux' || process.arch !== 'x64') return { status }
    console.error(`!!! DID NOT RUN:\n${this.#skipped.join('\n')}`)
    return { status: 'failed' }
  }
}
