import { describe, expect, it } from 'vitest'
import { formatAuthor, parseAuthorLine, parseAuthors, voteNameConvention } from './author-names.ts'

/** `Family, Given | literal …`, `et al.` and a question mark for what is uncertain. */
function read(line: string, convention?: 'family-given-pairs' | 'whole-names'): string {
  const { authors, andOthers, isCertain } = parseAuthorLine(line, convention)
  const names = authors.map((author) => ('literal' in author ? `{${author.literal}}` : formatAuthor(author)))
  return [...names, ...(andOthers ? ['et al.'] : [])].join(' | ') + (isCertain ? '' : ' ?')
}

describe('parseAuthorLine', () => {
  it.each([
    ['Lovelace, Ada, Turing, Alan M., Hopper, Grace Brewster', 'Lovelace, Ada | Turing, Alan M. | Hopper, Grace Brewster'],
    ['Kyunghyun Cho, +4 authors Yoshua Bengio', 'Cho, Kyunghyun | Bengio, Yoshua | et al.'],
    ['Ho, Jain, Abbeel', 'Ho | Jain | Abbeel'],
    ['Knuth, D. E., Lamport, L., & Hoare, C. A. R.', 'Knuth, D. E. | Lamport, L. | Hoare, C. A. R.'],
    ['Lovelace, Ada; van der Waals, Johannes; Marie Curie', 'Lovelace, Ada | van der Waals, Johannes | Curie, Marie'],
    ['Ada Lovelace, Alan Turing and Grace Hopper', 'Lovelace, Ada | Turing, Alan | Hopper, Grace'],
    ['Ada Lovelace, Alan Turing, and Grace Hopper', 'Lovelace, Ada | Turing, Alan | Hopper, Grace'],
    ['Knuth, Donald E. and Lamport, Leslie and others', 'Knuth, Donald E. | Lamport, Leslie | et al.'],
    ['Donald Knuth and Leslie Lamport', 'Knuth, Donald | Lamport, Leslie'],
    ['Lovelace, Ada and Alan Turing', 'Lovelace, Ada | Turing, Alan'],
    ['Ludwig van Beethoven, Carl Maria von Weber', 'van Beethoven, Ludwig | von Weber, Carl Maria'],
    ['de la Vallée Poussin, Charles, von Neumann, John', 'de la Vallée Poussin, Charles | von Neumann, John'],
    ['King, Martin Luther, Jr., Parks, Rosa', 'King, Martin Luther, Jr. | Parks, Rosa'],
    ['Martin Luther King Jr., Henry Louis Gates III', 'King, Martin Luther, Jr. | Gates, Henry Louis, III'],
    ['J. F. Nash, Jr.', 'Nash, J. F., Jr.'],
    ['King, Jr., Martin Luther, Parks, Rosa', 'King, Martin Luther, Jr. | Parks, Rosa'],
    ['Wimsatt, W. K., and Monroe C. Beardsley', 'Wimsatt, W. K. | Beardsley, Monroe C.'],
    ['Lars Backstrom, Jon M. Kleinberg 0001', 'Backstrom, Lars | Kleinberg, Jon M.'],
    ['Jumper J(#)(1), Evans R(#)(2)', 'Jumper, J | Evans, R'],
    ['Marshall BJ, Warren JR', 'Marshall, BJ | Warren, JR'],
    ['Moher D, Altman DG; PRISMA Group', 'Moher, D | Altman, DG | {PRISMA Group}'],
    ['Watson JD, Crick FH', 'Watson, JD | Crick, FH'],
    ['Ada Lovelace1,2, Alan Turing*', 'Lovelace, Ada | Turing, Alan'],
    ['Lovelace, Ada, …', 'Lovelace, Ada | et al.'],
    ['By Ada Lovelace et al.', 'Lovelace, Ada | et al.'],
    ['World Health Organization', '{World Health Organization}'],
    ['Pew Research Center', '{Pew Research Center}'],
    ['Planck Collaboration, Aghanim, N., Akrami, Y., et al.', '{Planck Collaboration} | Aghanim, N. | Akrami, Y. | et al.'],
    ['SPRINT Research Group, Wright JT Jr, Williamson JD', '{SPRINT Research Group} | Wright, JT, Jr | Williamson, JD'],
    ['WATSON J D, CRICK F H C', 'WATSON, J D | CRICK, F H C'],
    ['SOUSA SANTOS, Boaventura de', 'SOUSA SANTOS, Boaventura de'],
    ['LON L. FULLER', 'FULLER, LON L.'],
    ['Sacks, Harvey, Emanuel A. Schegloff & Gail Jefferson', 'Sacks, Harvey | Schegloff, Emanuel A. | Jefferson, Gail'],
    ['Wimsatt, W. K., Jr., and M. C. Beardsley', 'Wimsatt, W. K., Jr. | Beardsley, M. C.'],
    ['Niklas Luhmann u. a.', 'Luhmann, Niklas | et al.'],
    ['{Bell and Sons} and Knuth, Donald', '{Bell and Sons} | Knuth, Donald'],
    ['王伟, 李娜', '{王伟} | {李娜}'],
    ['LeCun, Yann, Yoshua Bengio, and Geoffrey Hinton', 'LeCun, Yann | Bengio, Yoshua | Hinton, Geoffrey'],
    ['LeCun Y(1), Bengio Y(2,3), Hinton G(4).', 'LeCun, Y | Bengio, Y | Hinton, G'],
    ['Jacob Devlin | Ming-Wei Chang | Kenton Lee', 'Devlin, Jacob | Chang, Ming-Wei | Lee, Kenton'],
    ['Kaiming He (Microsoft Research); Jian Sun (Microsoft Research)', 'He, Kaiming | Sun, Jian'],
    ['Ada Lovelace, University of London; Grace Hopper, Yale University', 'Lovelace, Ada | Hopper, Grace'],
    ['García Márquez, Gabriel; Vargas Llosa, Mario', 'García Márquez, Gabriel | Vargas Llosa, Mario'],
    ['L Van der Maaten, G Hinton', 'Van der Maaten, L | Hinton, G'],
    ['Global Burden of Disease Collaborators', '{Global Burden of Disease Collaborators}'],
    ['Laurens Van Der Maaten', 'Van Der Maaten, Laurens'],
    ['Werner F. M. De Bondt', 'De Bondt, Werner F. M.'],
    ['Vaswani et al.', 'Vaswani | et al.'],
    ['Watson and Crick', 'Watson | Crick'],
    ['He, Zhang, Ren & Sun', 'He | Zhang | Ren | Sun'],
    ['García Márquez, G.', 'García Márquez, G.'],
    ['Ostrom, E. y Hess, C.', 'Ostrom, E. | Hess, C.'],
    ['José Ortega y Gasset', 'Ortega y Gasset, José'],
    ['BOURDIEU Pierre et LATOUR Bruno', 'BOURDIEU, Pierre | LATOUR, Bruno'],
    ['LeCun Y.; Bengio Y.; Hinton G.E.', 'LeCun, Y. | Bengio, Y. | Hinton, G.E.'],
    ['Kaiming He1*, Shaoqing Ren2 and Jian Sun1,2', 'He, Kaiming | Ren, Shaoqing | Sun, Jian'],
    ['Joseph Redmon∗, Santosh Divvala∗†, Ross Girshick¶', 'Redmon, Joseph | Divvala, Santosh | Girshick, Ross'],
    ['Kaiming He* (Microsoft), Jian Sun (Microsoft)', 'He, Kaiming | Sun, Jian'],
    ['Silver, D., van den Driessche, G., … Hassabis, D.', 'Silver, D. | van den Driessche, G. | Hassabis, D.'],
    ['屠呦呦, 倪慕云, 钟裕容, 等', '{屠呦呦} | {倪慕云} | {钟裕容} | et al.'],
    ['', ''],
  ])('reads %s', (line, names) => {
    expect(read(line)).toBe(names)
  })

  it('takes single words for families where lists of them cannot be pairs', () => {
    const lines = ['Vaswani, Shazeer, Parmar', 'He, Zhang, Ren, Sun', 'Breiman']
    const convention = voteNameConvention(lines)
    expect(lines.map((line) => parseAuthorLine(line, convention).authors.map(formatAuthor).join(' | '))).toEqual([
      'Vaswani | Shazeer | Parmar',
      'He | Zhang | Ren | Sun',
      'Breiman',
    ])
  })

  it.each(['Lovelace, Ada, Turing', 'M., Alan, Turing, Ada', 'Lovelace, Ada, Turing, Alan, Hopper'])(
    'shifts no name in %s',
    (line) => {
      expect(read(line, 'family-given-pairs')).toBe(`{${line}} ?`)
    },
  )

  it('follows the convention of the source where one line could mean both', () => {
    expect(read('García Márquez, Gabriel José', 'family-given-pairs')).toBe('García Márquez, Gabriel José')
    expect(read('Ada Lovelace, Alan Turing', 'whole-names')).toBe('Lovelace, Ada | Turing, Alan')
    expect(read('Ada, Alan Turing', 'whole-names')).toBe('{Ada, Alan Turing} ?')
  })
})

describe('voteNameConvention', () => {
  it('lets all lines vote', () => {
    expect(voteNameConvention(['García Márquez, Gabriel José', 'Turing, Alan, Hopper, Grace'])).toBe('family-given-pairs')
    expect(voteNameConvention(['Ada Lovelace, Alan Turing', 'Grace Hopper, Ada'])).toBe('whole-names')
    expect(voteNameConvention(['Ada Lovelace; Alan Turing', ''])).toBe(undefined)
  })
})

describe('parseAuthors', () => {
  it('takes what a person types: semicolons, and, or a name a line', () => {
    const both = {
      authors: [
        { family: 'Lovelace', given: 'Ada' },
        { family: 'Turing', given: 'Alan' },
      ],
      andOthers: false,
      isCertain: true,
    }
    expect(
      ['Lovelace, Ada; Turing, Alan', 'Lovelace, Ada and Turing, Alan', 'Lovelace, Ada\nAlan Turing\n'].map(parseAuthors),
    ).toEqual([both, both, both])
  })
})
