import { describe, expect, it } from 'vitest'
import { splitLines } from '../decode-text.ts'
import { parseList } from './parse-list.ts'

function readTitles(text: string): readonly (string | undefined)[] {
  const { layout, drafts } = parseList(splitLines(text))
  return layout === 'references' ? drafts.map(({ fields: { title } }) => title) : []
}

describe('readReferences', () => {
  it('takes no report of what somebody said in a year for a reference', () => {
    const news = [
      'Department of Health (2010) said on Monday that it would publish new guidance. The guidance follows a report of 2009.',
      'In the United Kingdom (2011 census), 63 million people were counted. It was the largest number ever.',
      'The Office for National Statistics (2012) disagrees. Its numbers are lower than those that were published before.',
    ]
    expect(readTitles(news.join('\n'))).toEqual([])
  })

  it('takes a group for authors only where other references show their place', () => {
    const group = 'Department of Health. (2010). Equity and excellence: Liberating the NHS.'
    const persons = [
      'Fisher, R. A. (1925). Statistical methods for research workers. Edinburgh: Oliver and Boyd.',
      'Hill, A. B. (1965). The environment and disease: Association or causation? Proceedings of the Royal Society of Medicine, 58, 295–300.',
    ]
    expect(readTitles([...persons, group].join('\n'))).toContain('Equity and excellence: Liberating the NHS')
  })
})
