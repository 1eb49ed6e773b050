import { describe, expect, it } from 'vitest'
import { repairMojibake } from './repair-mojibake.ts'

/** What a program makes of UTF-8 that it takes for another code page; a byte that the page leaves free becomes a control character. */
function misread(text: string, codePage: string): string {
  const decoder = new TextDecoder(codePage)
  return [...new TextEncoder().encode(text)]
    .map((byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const)
    .map(([character, byte]) => (character === '\ufffd' ? String.fromCharCode(byte) : character))
    .join('')
}

const european = [
  'Müller',
  'Quilodrán-Casas, Cesar César',
  'Kovářová',
  'Łukasz Żółw',
  'François Côté',
  'Ångström',
  'Groß',
  'El Niño',
]

describe('repairMojibake', () => {
  it('reads names again that were once taken for Thai', () => {
    expect(repairMojibake('Ma, Lei, Quilodrรกn-Casas, Cesar Cรฉsar, Fu, Jie')).toBe(
      'Ma, Lei, Quilodrán-Casas, Cesar César, Fu, Jie',
    )
  })

  it('repairs letters, quotation marks and symbols taken for Windows-1252', () => {
    expect(repairMojibake('MÃ¼ller')).toBe('Müller')
    expect(repairMojibake('â€œquotedâ€\u009d')).toBe('“quoted”')
    expect(repairMojibake('GroÃŸe Worte â€“ 3Ã—3 Â± 0.5 Â°C, Î±-helix')).toBe('Große Worte – 3×3 ± 0.5 °C, α-helix')
    expect(repairMojibake('Ãœber Åšwiat')).toBe('Über Świat')
  })

  it.each(['windows-1252', 'windows-1254', 'macintosh', 'windows-874', 'windows-1251', 'windows-1253', 'koi8-r', 'iso-8859-5'])(
    'repairs European names taken for %s',
    (codePage) => {
      expect(european.map((name) => repairMojibake(misread(name, codePage)))).toEqual(european)
    },
  )

  it.each(['windows-1250', 'windows-1257', 'iso-8859-15', 'iso-8859-7'])('repairs what is certain in %s', (codePage) => {
    const lines = ['“Müller” – über', '“Quilodrán-Casas”, César']
    expect(lines.map((line) => repairMojibake(misread(line, codePage)))).toEqual(lines)
  })

  it('repairs Russian and Chinese', () => {
    expect(repairMojibake(misread('Иванов Пётр', 'windows-1251'))).toBe('Иванов Пётр')
    expect(repairMojibake(misread('Иванов Пётр', 'windows-1252'))).toBe('Иванов Пётр')
    expect(repairMojibake(misread('王伟', 'windows-1252'))).toBe('王伟')
  })

  it.each([
    'plain ASCII',
    'การเรียนรู้ของเครื่อง รบ รก รถ BMW',
    'รบ',
    'её ещё всё моё',
    'её',
    'Её книга: «Мир», 2011 — третье изд.',
    'Ні, ці люди — не ті. Рік її дії',
    'Η μηχανική μάθηση και οι εφαρμογές της· ΈΝΑ',
    'TGFβ1, α-helix, 5 Å±0.1, 2√πr, n√πr, x≈±y',
    '« À la recherche… », Zoé…», L’été, «É», “CAFÉ”, «CAFÉ», Œuvres complètes',
    '„Spaß“, „Größe“, „Ä“, EUROPÄ“, die Maß…, »Fuß«, »ßü«',
    '”HYVÄ” »PÄIVÄÄ» ”5 Å”',
    'AÇÃO, NÃO, Informação, «Não»',
    'Nguyễn Văn Được, Trần Thị Hương, Phạm Đình Ướt',
    'Příliš žluťoučký kůň, Úžasný ČŠ Čšx, Łódź, Ăştia şi ţară, Gęś, źdźbło',
    'İstanbul’da Ğ Şişli, Çağrı Ünsal',
    '深度学习与自然语言处理，王伟；李娜',
    '機械学習 ディープラーニング',
    'تعلم الآلة',
    'למידת מכונה',
    'Ðorđe Þórsson “Ñandú”',
    '✓ ★★☆ “” —— …… ™®',
    '😀🎉',
  ])('leaves real text alone: %s', (line) => {
    expect(repairMojibake(line)).toBe(null)
  })
})
