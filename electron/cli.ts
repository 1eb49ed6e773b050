#!/usr/bin/env node
import { runCommandLine } from './cli/run-command-line.ts'

process.exitCode = runCommandLine(process.argv.slice(2))
