/**
 * Pages as people write them, with an en dash between two numbers of a range and without the word for pages, which styles add. One
 * dash is a range; a number with dashes of its own, as in `A-1-A-10`, is left alone.
 */
export function tidyPageRanges(pages: string): string {
  return pages
    .replace(/^(?:pp?\.|pp|pages|S\.)\s*(?=\d)/i, '')
    .split(',')
    .map((range) => range.trim().replace(/^([^\s‐-―-]+) ?[‐-―-]+ ?([^\s‐-―-]+)$/u, '$1–$2'))
    .join(', ')
}
