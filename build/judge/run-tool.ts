import { spawnSync } from 'node:child_process'

export type ToolRun = { readonly exitCode: number; readonly output: string; readonly errors: string }

/** Runs a program to its end in `folder`; throws a sentence that says which one is missing. */
export function runTool(folder: string, [tool, ...parameters]: readonly [string, ...string[]], language = 'en_US.UTF-8'): ToolRun {
  const run = spawnSync(tool, parameters, {
    cwd: folder,
    env: { ...process.env, LANG: language, LC_ALL: '', max_print_line: '10000' },
    maxBuffer: 2 ** 30,
    timeout: 600_000,
  })
  if (run.error !== undefined) throw new Error(`${tool} could not be run: ${run.error.message}`, { cause: run.error })
  return { exitCode: run.status ?? -1, output: run.stdout.toString('utf8'), errors: run.stderr.toString('utf8') }
}
