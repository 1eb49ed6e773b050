/**
 * Bytes → text → lines. The encodings tried, in order: a byte order mark decides; zero bytes on one side of each pair of bytes are
 * UTF-16; whatever is valid UTF-8 is UTF-8; what the first lines say, as JabRef's `% Encoding: ISO8859_2` and XML do; the rest is
 * Windows-1252, in which every byte means something.
 */
import { AppError } from '../../db/model/app-error.ts'

export type DecodedText = { readonly text: string; readonly encoding: string }

/** A line of a source as it stands there, without its line end; numbers count from 1. */
export type SourceLine = { readonly number: number; readonly text: string }

/** Pages copied from PDF hold a stray control character now and then; machine code and pictures hold one in ten. */
const mostControlBytes = 1 / 200
const utf16Sample = 65_536

/** Throws `binary-file`; the message is the end of a sentence that begins with the file's name. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOfMark(bytes) ?? encodingOfZeros(bytes)
  if (encoding === null) return decodeSingleBytes(bytes)
  const text = decode(bytes, encoding)
  if (text === null || text.includes('\0')) throw notText()
  return { text, encoding }
}

/** Line ends are LF, CR LF and CR, also mixed; a line end at the very end begins no further line. */
export function splitLines(text: string): readonly SourceLine[] {
  const texts = text.split(/\r\n|\r|\n/)
  if (texts.at(-1) === '') texts.pop()
  return texts.map((line, index) => ({ number: index + 1, text: line }))
}

/** The same, one at a time. */
export function* eachLine(text: string): Generator<SourceLine> {
  let number = 1
  let start = 0
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|\r|\n/g)) {
    yield { number: number++, text: text.slice(start, index) }
    start = index + lineEnd.length
  }
  if (start < text.length) yield { number, text: text.slice(start) }
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Latin letters, spaces and line ends in UTF-16 have a zero byte each, always on the same side. */
function encodingOfZeros(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return null
  const zeros: [number, number] = [0, 0]
  const end = Math.min(bytes.length, utf16Sample)
  for (let index = 0; index < end; index++) if (bytes[index] === 0) zeros[index % 2 === 0 ? 0 : 1]++
  const [high, low] = zeros
  if (Math.max(high, low) < end / 5 || Math.min(high, low) > end / 200) return null
  return low > high ? 'utf-16le' : 'utf-16be'
}

function decodeSingleBytes(bytes: Uint8Array): DecodedText {
  if (bytes.includes(0) || countControls(bytes) > bytes.length * mostControlBytes) throw notText()
  const text = decode(bytes, 'utf-8')
  if (text !== null) return { text, encoding: 'utf-8' }
  const decoder = new TextDecoder(encodingSaid(bytes) ?? 'windows-1252')
  return { text: decoder.decode(bytes), encoding: decoder.encoding }
}

/** In the words of Java, too, which JabRef uses. */
function encodingSaid(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000))
  const said = /^(?:%+ *Encoding: *|<\?xml [^>]*encoding=["'])([\w-]+)/im.exec(head)?.[1] ?? ''
  const label = said
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^iso-?8859-?/, 'iso-8859-')
    .replace(/^cp(?=125)/, 'windows-')
  try {
    return said === '' || label === 'utf-8' ? null : new TextDecoder(label).encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** All below the space but tab, line ends, page breaks and escape. */
function countControls(bytes: Uint8Array): number {
  let count = 0
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) count++
  }
  return count
}

/** The decoder itself takes a byte order mark away. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function notText(): AppError {
  return new AppError('binary-file', 'is not a text file.')
}
