import { connect, type NetConnectOpts } from 'node:net'

type Environment = { readonly [name: string]: string | undefined }

/** What to say when `DISPLAY` names an X server that does not answer (a browser's own words fill a page); null where one does. */
export async function findMissingDisplay({ DISPLAY, WAYLAND_DISPLAY }: Environment): Promise<string | null> {
  if (process.platform !== 'linux' || !DISPLAY || WAYLAND_DISPLAY) return null
  const [, host = '', number = ''] = /^(.*):(\d+)(?:\.\d+)?$/.exec(DISPLAY) ?? []
  if (number !== '' && (await isAnyoneThere(placesOf(host, number)))) return null
  return `DISPLAY is ${DISPLAY}, but no X server answers there. Start one, or unset DISPLAY to run Octavo without a window.`
}

/** A local server listens on a socket in the file system or in the abstract namespace; another one on a port. */
function placesOf(host: string, number: string): readonly NetConnectOpts[] {
  const socket = `/tmp/.X11-unix/X${number}`
  if (host === '' || host === 'unix') return [{ path: socket }, { path: `\0${socket}` }]
  return [{ host, port: 6000 + Number(number), timeout: 3000 }]
}

async function isAnyoneThere(places: readonly NetConnectOpts[]): Promise<boolean> {
  const answers = await Promise.all(places.map(isThere))
  return answers.includes(true)
}

function isThere(place: NetConnectOpts): Promise<boolean> {
  const socket = connect(place)
  return new Promise((resolve) => {
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false))
  })
}
