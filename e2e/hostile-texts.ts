/** What a list may hold that wants to be more than text. Nothing answers at port 9, where a request would be seen all the same. */
const run = 'globalThis.octavoRan=1'
const elsewhere = 'http://127.0.0.1:9'

export const markupTexts: readonly string[] = [
  `<script>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `<img src=${elsewhere}/a.png>`,
  `<svg onload=${run}><style>@import url(${elsewhere}/a.css)</style></svg>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `"><a href="javascript:${run}" onclick="${run}">a link</a>`,
  `![a picture](${elsewhere}/b.png) and [a link](javascript:${run})`,
  `\\href{javascript:${run}}{a link} and \\includegraphics{${elsewhere}/c.png}`,
  `$\\href{javascript:${run}}{x}$ and $\\includegraphics{${elsewhere}/d.png}$`,
  `$\\htmlStyle{background: url(${elsewhere}/e.png)}{x}$ and $\\htmlData{onclick=${run}}{x}$`,
  `data:text/html,<script>${run}</script>`,
]

export const noteTexts: readonly string[] = [
  ...markupTexts,
  `[by script](javascript:${run}), [by data](data:text/html,<script>${run}</script>), [by file](file:///etc/hostname)`,
  `[by main](app://octavo/other.html), [beside](other.html), [nowhere](#top), <javascript:${run}>`,
  `![picture][1]\n\n[1]: ${elsewhere}/f.png "a title"`,
  `$$\\href{javascript:${run}}{x}$$`,
  'the last note',
]

export const invisibleTexts: readonly string[] = [
  'Left \u202Eto right\u202C and \u2066isolated \u202Ewithout an end',
  'Zero\u200Bwidth\u200Dcharacters\uFEFF in\u2060side',
  `Marks ${'Z\u0351\u036B\u0343'.repeat(2000)}`,
  'An escape \u001B[31m and a lone \uD800 surrogate',
  'Line\u2028separators\u2029and \u0085 more',
]

export const mathTexts: readonly string[] = [
  '$\\def\\a{\\a\\a}\\a$ and $\\gdef\\b{\\b}\\b$',
  `$${'\\def\\a{x}'.repeat(500)}$`,
  '$\\rule{99999em}{99999em}$ and $\\kern-99999em x$ and $\\raisebox{9999em}{x}$',
  `$${'{'.repeat(5000)}x${'}'.repeat(5000)}$`,
  `$${'x^{'.repeat(3000)}y${'}'.repeat(3000)}$`,
  `$${'\\sqrt{'.repeat(2000)}x${'}'.repeat(2000)}$`,
  `$\\begin{matrix}${'x & '.repeat(2000)}y\\end{matrix}$`,
  `$${'\\frac{1}{2}+'.repeat(2000)}x$`,
  `${'$'.repeat(9999)}`,
  `${'\\textbf{'.repeat(5000)}x${'}'.repeat(5000)}`,
  `${'**'.repeat(5000)}x${'*_'.repeat(5000)}`,
]

export const hugeTexts: readonly string[] = [
  `A title of twenty thousand characters ${'and so on '.repeat(2000)}`,
  `An abstract of nine hundred thousand ${'characters in it '.repeat(53_000)}`,
  `A word of ${'x'.repeat(20_000)}`,
  `An abstract of ${'$x_i$ and '.repeat(2000)} formulas`,
]
