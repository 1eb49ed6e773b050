import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Second = { readonly argv: string[]; readonly folder: string; readonly data: unknown }

/**
 * Electron answers at once, so files do: a lock that holds the first program's process id, and beside it a folder into which a second
 * program puts what it was started with.
 */
export function takeSingleInstanceLock(
  userData: string,
  data: unknown,
  onSecond: (argv: string[], folder: string, data: unknown) => void,
): boolean {
  const lock = join(userData, 'stand-in.lock')
  const inbox = join(userData, 'stand-in.inbox')
  if (isHeldByAnother(lock)) {
    leaveMessage(inbox, { argv: process.argv, folder: process.cwd(), data })
    return false
  }
  writeFileSync(lock, String(process.pid))
  rmSync(inbox, { recursive: true, force: true })
  mkdirSync(inbox, { recursive: true })
  const watcher = watch(inbox, () => {
    for (const { argv, folder, data } of takeMessages(inbox)) onSecond(argv, folder, data)
  })
  watcher.unref()
  process.on('exit', () => {
    watcher.close()
    rmSync(lock, { force: true })
  })
  return true
}

function isHeldByAnother(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'))
    return holder !== process.pid && process.kill(holder, 0)
  } catch {
    // No lock, or one whose holder was killed.
    return false
  }
}

function leaveMessage(inbox: string, message: Second): void {
  const path = join(inbox, `${process.pid}`)
  writeFileSync(`${path}.part`, JSON.stringify(message))
  renameSync(`${path}.part`, `${path}.json`)
}

function takeMessages(inbox: string): readonly Second[] {
  return readdirSync(inbox)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const path = join(inbox, name)
      const message = JSON.parse(readFileSync(path, 'utf8')) as Second
      rmSync(path)
      return [message]
    })
}
