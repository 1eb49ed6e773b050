import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import { emptyFields } from '../../db/model/fields.ts'

const emptyPaper: BibliographyPaper = { ...emptyFields, citationKey: 'paper', titleOrigin: null, tags: [] }

const manyAuthors = Array.from({ length: 30 }, (_, index) => ({ family: `Family${index}`, given: `Given${index}` }))

const traps: ReadonlyArray<Partial<BibliographyPaper>> = [
  { citationKey: 'nothing', tags: ['a tag, with a comma', '50% & #1', 'nested/tag_name'] },
  { citationKey: 'titleonly', title: 'Only a title' },
  { citationKey: 'untitled', authors: [{ family: 'Family', given: 'Given' }], year: 2020 },
  {
    citationKey: 'accents',
    title: 'Éléments de géométrie algébrique for Ørsted and Łódź, naïve coöperation',
    authors: [
      { family: 'Émery', given: 'Éloïse' },
      { family: 'Škoda', given: 'Jiří' },
      { family: 'Đỗ', given: 'Đệ Ế' },
      { family: 'Þórsson', given: 'Ðavid' },
      { family: 'Ångström', given: 'Øystein Łukasz' },
      { family: 'Weiß', given: 'Ægir Œuvre' },
      { family: 'İnönü', given: 'Ğazi Ş.' },
      { family: 'Müller-Lüdenscheidt', given: 'Ärmin-Özgür' },
    ],
    year: 2021,
    abstract: 'Ñandú, façade, Žižek, Çelik, Erdős, ŵ and “quotes” — with dashes – and an ellipsis…',
  },
  {
    citationKey: 'particles',
    entryType: 'article',
    title: 'On names of more than one part',
    authors: [
      { family: 'van der Berg', given: 'Jan' },
      { family: 'Van der Berg', given: 'Piet' },
      { family: 'Ortega y Gasset', given: 'José' },
      { family: 'al-Khwarizmi', given: 'Muhammad' },
      { family: "d'Alembert", given: 'Jean le Rond' },
      { family: "O'Neil", given: 'Cathy' },
      { family: 'de la Cruz', given: 'Ana María' },
      { family: 'King', given: 'Martin Luther, Jr.' },
      { family: 'hooks', given: 'bell' },
      { family: 'Aristotle', given: null },
      { family: 'Simon and Schuster', given: 'Max' },
      { family: 'Smith, Brown', given: 'A. B.' },
    ],
    andOthers: true,
    year: 1999,
    venue: 'Journal of Names & Naming',
    volume: '12',
    issue: '3-4',
    pages: '101–117, 120-121',
    doi: '10.1002/(sici)1097-0258(19980815)17:15/16<1661::aid-sim968>3.0.co;2-2',
    url: 'https://example.org/a_b%20c?d=1&e=~f#g{h}\\ü',
  },
  {
    citationKey: 'groups',
    entryType: 'techreport',
    title: 'Health for all',
    authors: [
      { literal: 'World Health Organization' },
      { literal: 'Barnes and Noble, Inc.' },
      { literal: 'École & Fils' },
      { literal: 'others' },
    ],
    year: 2001,
    venue: 'World Health Organization',
  },
  {
    citationKey: 'cjk',
    title: '深度学习在医学图像分析中的应用',
    authors: [
      { family: '王', given: '伟' },
      { family: '김', given: '민수' },
      { literal: 'שלום עליכם' },
      { family: 'Đức', given: 'Ứng' },
      { family: 'Колмогоров', given: 'Андрей' },
    ],
    year: 2019,
    abstract: '本文 presents 🚀 an approach.',
  },
  {
    citationKey: 'greek',
    title: 'The β-VAE and its α and Ω',
    authors: [{ family: 'Παπαδόπουλος', given: 'Νίκος' }],
    year: 2018,
    abstract: 'λ ≥ 0.5 → ∞, ± 3 × 10⁻³ µm',
  },
  {
    citationKey: 'specials',
    title: '100% of R&D costs $5 and $10: C# under_score, a{b}c, back\\slash ~ ^ < > | "quoted"',
    authors: [
      { family: 'O{Brace', given: 'A}' },
      { family: 'Back\\slash', given: '$ & % #' },
    ],
    year: 2022,
    abstract: 'Unclosed { brace, stray } brace, lone $ dollar, 90% @comment{ # hash, snake_case ~5 ms, x^2, a & b, trailing \\',
    venue: 'A & B_C # 100%',
    arxivId: '2502.19634',
  },
  {
    citationKey: 'formulas',
    title: 'Learning $N$-gram D$^3$GM with $O(n \\log n)$ steps, \\textbf{D}ynamics and \\emph{Deep MedVLM} of $\\mathbb{R}^d$',
    authors: [{ family: 'Gauß', given: 'C. F.' }],
    year: 1800,
    abstract:
      'About $\\sim$900 of $NOVA$, mAP$_{50}$, \\lowerromannumeral{1}, $\\undefinedcommand{x}$, $\\frac{1}{2$, **bold** and *emphasis*, 16$\\times$.',
  },
  {
    citationKey: 'cases',
    title: 'MedVLM-R1: U-Net with a VGG16 on the X-ray of O’Neil — iPad, seg2med and Vitamin C',
    authors: manyAuthors,
    year: 2025,
  },
  {
    citationKey: 'provisional',
    title: 'AlphaMed: a framework for R&D',
    titleOrigin: 'provisional',
    abstract: 'We propose AlphaMed, a framework for R&D.',
  },
  {
    citationKey: 'control',
    title: 'Tab\tbell\u0007 line\nbreak\u2028separator\u200b\ufeff end',
    abstract: 'One\r\n\r\ntwo\u0000three',
  },
  // BibTeX of 1988, and bibclean, take values of less than 5,000 characters.
  { citationKey: 'longword', title: 'x'.repeat(4_000), authors: [{ family: 'y'.repeat(2_000), given: 'z' }], year: 2024 },
  {
    citationKey: 'thesis',
    entryType: 'phdthesis',
    title: 'A thesis',
    authors: [{ family: 'Roe', given: 'R.' }],
    year: 2010,
    venue: 'Université Paris',
  },
  {
    citationKey: 'book',
    entryType: 'book',
    title: 'A book',
    authors: [{ family: 'Poe', given: 'E. A.' }],
    year: 1840,
    venue: 'Tales',
  },
  {
    citationKey: 'proceedings',
    entryType: 'inproceedings',
    title: 'A talk',
    authors: [{ family: 'Loe', given: 'L.' }],
    year: 2011,
    venue: 'Proc. of X',
  },
]

/** What lists hold on a bad day: each paper is one trap for a bibliography. */
export const nastyPapers: readonly BibliographyPaper[] = traps.map((fields) => ({ ...emptyPaper, ...fields }))
