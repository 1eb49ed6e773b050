import { expect, it } from 'vitest'
import { decodeEntities } from './html-entities.ts'

it('reads characters by name and by number, and leaves what is none', () => {
  expect(
    decodeEntities('&Ccedil;a &amp; l&agrave;: Dvo&rcaron;&aacute;k, Erd&odblac;s, &Lstrok;&oacute;d&zacute;, &Delta;&le;&frac12;'),
  ).toBe('Ça & là: Dvořák, Erdős, Łódź, Δ≤½')
  expect(decodeEntities('&#233;&#xE9;&EACUTE;')).toBe('éé&EACUTE;')
  expect(decodeEntities('AT&T; R&D, &unknown; &toString; &#0; &#xD800; &#99999999;')).toBe(
    'AT&T; R&D, &unknown; &toString; &#0; &#xD800; &#99999999;',
  )
})
