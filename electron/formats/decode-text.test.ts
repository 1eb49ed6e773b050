import { describe, expect, it } from 'vitest'
import { AppError } from '../../db/model/app-error.ts'
import { decodeText, splitLines } from './decode-text.ts'

const text = 'Über die Größe\nZażółć gęślą\n'

function encodeUtf16(of: string, isBigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(of.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < of.length; index++) view.setUint16(index * 2, of.charCodeAt(index), !isBigEndian)
  return bytes
}

function codeOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes).encoding
  } catch (error) {
    return error instanceof AppError ? error.code : 'unexpected'
  }
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    const bytes = new TextEncoder().encode(text)
    expect([decodeText(bytes), decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))]).toEqual([
      { text, encoding: 'utf-8' },
      { text, encoding: 'utf-8' },
    ])
  })

  it('reads the encoding that the first lines of a .bib or XML file say, and passes over one that nobody knows', () => {
    const read = (head: string) => decodeText(Uint8Array.of(...new TextEncoder().encode(head), 0xf8)).text.at(-1)
    const heads = [
      '% Encoding: ISO8859_2\n',
      '<?xml version="1.0" encoding="windows-1251"?>',
      '% Encoding: Cp1250\n',
      '% Encoding: none\n',
    ]
    expect(heads.map(read)).toEqual(['ř', 'ш', 'ř', 'ø'])
  })

  it('reads UTF-16 in both orders, with and without a byte order mark', () => {
    const read = [text, `\ufeff${text}`].flatMap((each) => [false, true].map((isBig) => decodeText(encodeUtf16(each, isBig))))
    expect(read).toEqual([
      { text, encoding: 'utf-16le' },
      { text, encoding: 'utf-16be' },
      { text, encoding: 'utf-16le' },
      { text, encoding: 'utf-16be' },
    ])
  })

  it('takes what is not UTF-8 for Windows-1252', () => {
    expect(decodeText(Uint8Array.of(0x93, 0x4d, 0xfc, 0x94))).toEqual({ text: '“Mü”', encoding: 'windows-1252' })
  })

  it('refuses what is not text', () => {
    const zip = Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256)
    const controls = Uint8Array.from({ length: 500 }, (_, index) => 1 + (index % 100))
    const zeroInUtf16 = encodeUtf16(`\ufeff${text}\0`, false)
    expect([zip, controls, zeroInUtf16, Uint8Array.of(0)].map(codeOf)).toEqual([
      'binary-file',
      'binary-file',
      'binary-file',
      'binary-file',
    ])
  })

  it('lets a stray page break pass, and an empty file', () => {
    expect([decodeText(new TextEncoder().encode('a\fb')), decodeText(new Uint8Array())]).toEqual([
      { text: 'a\fb', encoding: 'utf-8' },
      { text: '', encoding: 'utf-8' },
    ])
  })
})

describe('splitLines', () => {
  it('ends lines at LF, CR LF and CR, and begins none after the last', () => {
    expect(splitLines('a\r\nb\rc\n\nd\n')).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: 'b' },
      { number: 3, text: 'c' },
      { number: 4, text: '' },
      { number: 5, text: 'd' },
    ])
  })
})
