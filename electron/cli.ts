#!/usr/bin/env node
import { runCommandLine } from './cli/run-command-line.ts'

// Who reads only the first lines of a listing (`| head`) has had enough: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`The output could not be written (${error.code ?? 'unknown reason'}).\n`)
  process.exit(1)
})

process.exitCode = runCommandLine(process.argv.slice(2))
