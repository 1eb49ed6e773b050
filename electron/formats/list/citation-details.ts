/**
 * What stands after a title in a reference: venue, volume, issue, pages and year, in the punctuation of any style.
 *   Nature, vol. 521, no. 7553, pp. 436–444, May 2015      Nature. 2015 May 28;521(7553):436-44
 *   Nature 521.7553 (2015): 436-444                        Nature 521 (2015) 436–444
 *   144 U. Pa. L. Rev. 2021 (1996)
 *   (1958) 71 Harvard Law Review 630
 *   In Proceedings of X (X '17). Publisher, Place, 6000–6010
 * Each detail is taken out of the text; what stands before the first of them is the venue.
 */
import type { EntryFields } from '../../../db/model/fields.ts'
import { foreignMonthNames, monthNames } from './month-names.ts'

export type CitationDetails = Pick<EntryFields, 'venue' | 'volume' | 'issue' | 'pages' | 'year'>

type Detail = { readonly pattern: RegExp; readonly take: (groups: readonly string[]) => CitationDetails }

/** Stands where a detail was. */
const taken = '\ue000'
const number = '[A-Za-z]{0,2}\\d(?:[\\w.]*\\w)?'
const range = `${number}(?: ?(?:[-–—−‐]{1,2}) ?${number})?`
const wideRange = `${number} ?(?:[-–—−‐]{1,2}) ?${number}`
const yearNumber = '(?:1[5-9]|20)\\d\\d'
const month = `(?:${monthNames})`
/** `the 2019 Conference on …`: the year belongs to a name. */
const partOfName = '(?! (?:- )?(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{Lu}\\S* \\S)'
const monthEnd = new RegExp(
  `(?:(?:[ ,(•·|]+(?:\\d{1,2} )?|^)${month}\\.?(?: \\d{1,2}(?:[-–]\\d{1,2})?)?|, (?:\\d{1,2}\\.? (?:de )?)?(?:${foreignMonthNames})(?: de)?)[ ,]*$`,
  'i',
)

/** In order: what is certain by its label first, what only its place tells last. */
const details: readonly Detail[] = [
  {
    pattern: new RegExp(`^[([](${yearNumber})[)\\]] (?:(\\d{1,4}) )?(\\p{Lu}[\\p{L}.&’' ]{1,80}?) (\\d{1,5})(?=[.,]|$)`, 'u'),
    take: ([year = '', volume = '', venue = '', pages = '']) => ({ venue, ...given({ volume }), pages, year: Number(year) }),
  },
  {
    pattern: new RegExp(
      `^(\\d{1,4}) (\\p{Lu}[\\p{L}.&’' ]{2,60}?) (\\d{1,5})(?:, \\d{1,5}(?:[-–]\\d{1,5})?)? \\((?:\\p{Lu}\\p{Ll}{2,8}\\.? )?(${yearNumber})\\)`,
      'u',
    ),
    take: ([volume = '', venue = '', pages = '', year = '']) => ({ venue, volume, pages, year: Number(year) }),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:${month}\\.? \\d{1,2}(?:st|nd|rd|th)?(?: ?[-–—] ?(?:${month}\\.? )?\\d{1,2})?,? |\\d{1,2}(?: ?[-–—] ?\\d{1,2})?\\.? ${month}\\.?,? )(${yearNumber})(?![\\d;])`,
      'iu',
    ),
    take: ([year = '']) => ({ year: Number(year) }),
  },
  { pattern: new RegExp(`(?<!\\p{L})(?:pp?\\.|pp|pages?|seiten?|[SС]\\.) ?(${range})`, 'iu'), take: ([pages = '']) => ({ pages }) },
  {
    pattern:
      /(?<!\p{L})(?:vol(?:ume|\.)?|tome|[vtт]\.|bd\.|jg\.) ?(\d+\w?|[A-Z]\d+(?:-[A-Z])?|[IVXLC]+)\b(?: ?\((\d+(?:[-–/]\d+)?)\))?/iu,
    take: ([volume = '', issue = '']) => ({ volume, ...given({ issue }) }),
  },
  {
    pattern: /(?<=\b(?:papers?|reports?|memo|preprint)(?: series)?,? )(?:no\.? ?|nr\.? ?|#)?([A-Z]{0,4}-?\d{1,6})(?=[,.;)]|$)/i,
    take: ([issue = '']) => ({ issue }),
  },
  { pattern: /(?:№|\b(?:no\.?|n[°º.]|issue|iss\.|nr\.)) ?(\d+(?:[-–/]\d+)?)\b/i, take: ([issue = '']) => ({ issue }) },
  {
    pattern: new RegExp(`\\b(\\d{1,4})\\.(\\d{1,5}(?:-\\d+)?)(?= ?\\(${yearNumber}\\))`),
    take: ([volume = '', issue = '']) => ({ volume, issue }),
  },
  {
    pattern: new RegExp(
      `(?<=[\\p{L}.)] )(\\d{1,4}), (\\d{1,3}) \\((?:${month}\\.? )?(${yearNumber})\\)(?=[,:.]? ?(?:${taken}|\\d))`,
      'iu',
    ),
    take: ([volume = '', issue = '', year = '']) => ({ volume, issue, year: Number(year) }),
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,4}) ?\\((?!${yearNumber}\\))((?:Suppl\\.? ?|[A-Z]{1,3}\\.?)?\\d{0,5}[A-Z]?(?:[-–/]\\d+)?|[A-Z][a-z]+)\\)(?: ?[:,] ?(?!${yearNumber}(?![-–—\\d]))(${range}))?`,
    ),
    take: ([volume = '', issue = '', pages = '']) => ({ volume, ...given({ issue, pages }) }),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,4}) ?\\((${yearNumber})\\)[:,]? ?(${range})`),
    take: ([volume = '', year = '', pages = '']) => ({ volume, year: Number(year), pages }),
  },
  {
    pattern: new RegExp(
      `(?<![-–—:])\\b(${yearNumber})(?:,? ${month}\\.?(?: \\d{1,2})?)?[;,] ?(\\d{1,4})(?: (?:Pt|Suppl)\\.? ?\\d*)?(?: ?[:,] ?(${range}))?(?!\\d)`,
      'i',
    ),
    take: ([year = '', volume = '', pages = '']) => ({ year: Number(year), volume, ...given({ pages }) }),
  },
  {
    pattern: new RegExp(`(?<=[\\p{L}.)],? )(?!${yearNumber}\\b)(\\d{1,4}): ?(${range})`, 'u'),
    take: ([volume = '', pages = '']) => ({ volume, pages }),
  },
  {
    pattern: new RegExp(
      `(?<=[\\p{L}.)],? )(\\d{1,4}), (${wideRange}|(?!${yearNumber}\\b)\\d{1,6}|[A-Za-z]\\d+)(?=,? ?\\(${yearNumber}\\)|[,.] ?${yearNumber}|\\.?$)`,
      'u',
    ),
    take: ([volume = '', pages = '']) => ({ volume, pages }),
  },
  {
    pattern: new RegExp(`\\b(${yearNumber})\\)?: ?(${range})`),
    take: ([year = '', pages = '']) => ({ year: Number(year), pages }),
  },
  {
    pattern: new RegExp(
      `(?<=${taken}[)]?: ?|[,.] |\\p{Ll} (?!${yearNumber}))(?!${yearNumber}[-–]\\d\\d(?:\\d\\d)?\\.?$|\\d{1,3}-${yearNumber}(?!\\d))(${wideRange})(?= ?[,.;(]|$)`,
      'u',
    ),
    take: ([pages = '']) => ({ pages }),
  },
  { pattern: new RegExp(`\\((?:${month}\\.? )?(${yearNumber})[a-z]?\\)`, 'i'), take: ([year = '']) => ({ year: Number(year) }) },
  {
    pattern: new RegExp(
      `(?:^|[ ,.;(])(${yearNumber})[a-z]?(?=[ ,.;)]|[-–]\\d\\d|$)${partOfName}(?!.*[ ,.;(]${yearNumber}(?:[ ,.;)]|$)${partOfName})`,
      'u',
    ),
    take: ([year = '']) => ({ year: Number(year) }),
  },
  {
    pattern: new RegExp(
      `(?<=[\\p{L}.)],? )(?:(?!${yearNumber}\\b)(\\d{1,4})(?=[,.]? ?(?:${taken}|$))|([IVXL]{2,})(?=[,.]? ?${taken}))`,
      'u',
    ),
    take: ([volume = '', roman = '']) => ({ volume: volume || roman }),
  },
]
/** The day on which somebody looked. */
const accessed =
  /[,.;]? ?[([]?\b(?:(?:last )?accessed|retrieved|cited|viewed|visited|abgerufen|besucht|zugriff|consulté|consultado|acesso)(?: (?:on|am|le|em|el|en))?:? (?:\p{L}+\.? \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?\p{L}+\.?(?: de)? \d{4}|\d{4} \p{L}{3,9}\.?(?: \d{1,2})?|[\d./-]{8,10}|\p{L}{3,9}\.? \d{4})(?: from)?[)\]]?|\[\d{4}-\d\d-\d\d\]/iu
const yearBehind = new RegExp(`[.,;(] ?${yearNumber}\\b`)
const longestTail = 600
const edition = /^\d{1,2} ?(?:st|nd|rd|th|\.?[ªº]|[ae.])? ?(?:ed(?:ition|n|ición|ição)?|éd(?:ition)?|aufl(?:age)?)\b\.?[,;.]? /i
const editors =
  /^(?:(?:in|dans|en|em):? )?[^\ue000]{3,200}?(?:\(|, ?)(?:eds?(?:itors?)?|dirs?|coords?|comps?|orgs?|hrsg|hg|a cura di)\b\.?(?: ?& ?trans\.?)?\)?[.,:]? /i
const preprint = /^(?:arxiv|corr)(?: (?:e-?)?preprints?)?$|^preprint(?: at)?$/i
/** `owner/name`, as repositories of code are called. */
const repository = /^[\w.-]+\/[\w.-]+$/
/** `(eds Balding, D. J. & Bishop, M.)`, behind the book. */
const editorsBehind = / \((?:eds?\.?|edited by|hrsg\. von) (?!&)[^()]{3,200}\)/i
/** `Cadernos de Saúde Pública, Rio de Janeiro, v. 9` */
const placeBehind = /, \p{Lu}[\p{L} ]{2,30}(?=, v\. ?\d)/u
/** `SCHWARZ, Roberto. Ao vencedor as batatas` */
const shoutedEditors =
  /^(?:(?:In|in|Em): )?(?:\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+)*, (?:\p{Lu}\p{Ll}+ ?|\p{Lu}\. ?|d[aeo]s? ){1,5}(?:\((?:orgs?|eds?|coords?)\.?\))?[.;:] ?){1,4}/u
/** Between a book's title and its place. */
const helpers =
  /^(?:(?:(?:translated|edited) by|trans\.|hrsg\. von|übers\. von) .{3,80}?(?<=\p{Ll}{2})\. )?(?:\d{1,2} (?:vols?|bde)\.,? )?/iu
const partOf = /^(?:in|dans|em|en):? /i
/** `Frankfurt am Main: Suhrkamp` */
const placeAndPublisher = /^[\p{Lu}\p{Lo}][\p{L}.’'()-]*(?:,? [\p{L}.’'()-]+){0,3} ?: [\p{Lu}\p{Lo}][^:\d]{1,60}$/u
/** `bioRxiv 065912` */
const articleNumber = / \d[\d.]{4,}(?: \[preprint\])?$/i
const publisher =
  /\b(?:press|publish(?:ers?|ing)|verlag|springer|wiley|elsevier|addison-wesley|o['’]reilly|books|mcgraw-hill|pearson|prentice hall|routledge|academic press|chapman|erlbaum|kaufmann|north-holland|palgrave|blackwell|birkhäuser|gruyter|suhrkamp|gallimard|world scientific)\b/i

export function readCitationDetails(tail: string): CitationDetails {
  let text = withoutAsides(tail.slice(0, longestTail).replace(accessed, '')).trim()
  let fields: CitationDetails = {}
  for (const { pattern, take } of details) {
    const match = pattern.exec(text)
    if (match === null) continue
    const found = take(match.slice(1).map((group) => group ?? ''))
    const isNews = Object.keys(found).every((name) => !Object.hasOwn(fields, name))
    if (!isNews) continue
    fields = { ...found, ...fields }
    text = text.replace(pattern, taken)
  }
  const venue = readVenue(text, fields)
  return venue === '' ? fields : { venue, ...fields }
}

/** Few have either. */
function withoutAsides(text: string): string {
  const bare = text.includes(' (') ? text.replace(editorsBehind, '') : text
  return bare.includes(', v.') ? bare.replace(placeBehind, '') : bare
}

/** `1978. Communications of the ACM`: behind the year and nothing else. */
const yearAlone = new RegExp(`^${taken}[.:,]? (\\p{Lu}[^${taken}]*)$`, 'u')

/** A publisher alone is no venue. */
function readVenue(text: string, fields: CitationDetails): string {
  const behindYear = fields.volume === undefined && fields.pages === undefined ? yearAlone.exec(text)?.[1] : undefined
  const place = text.indexOf(taken)
  const beforeDetails = (behindYear ?? (place === -1 ? text : text.slice(0, place))).split(yearBehind, 1)[0] ?? ''
  const before = beforeDetails.replace(helpers, '').replace(edition, '').replace(editors, '').replace(monthEnd, '')
  const isPart = partOf.test(text)
  const named = before.replace(shoutedEditors, '').replace(partOf, '')
  const whole = isPart
    ? (named.split(
        /, (?=(?:edited|translated) by )|, (?!and |& |[^,]{1,60},? (?:and|&) )|(?<=\p{L}{8}|\))\. (?=\p{Lu})|\. (?=\p{Lu}[\p{L} ,.-]{1,40}: \p{Lu})|\. (?=(?:LN[A-Z]{2}|Lecture Notes|CEUR)\b)/u,
        1,
      )[0] ?? '')
    : cutPublisher(named)
  const venue = trimPunctuation(whole).replace(articleNumber, '')
  if (preprint.test(venue) || repository.test(venue) || !/\p{L}&?\p{L}/u.test(venue)) return ''
  const isBook =
    !isPart &&
    (publisher.test(venue) || placeAndPublisher.test(venue)) &&
    fields.volume === undefined &&
    !/\d\D+\d/.test(fields.pages ?? '')
  return isBook ? '' : venue
}

/** A full stop ends a venue after a word that is no abbreviation. */
function cutPublisher(text: string): string {
  return text.split(/(?<=\p{L}{8}|\)|\p{Lu}{3})\. (?=\p{Lu})|, (?:edited|translated) by /u, 1)[0] ?? ''
}

export function trimPunctuation(text: string): string {
  const trimmed = text.replace(/^[\s,.;:–—•·|*-]+/, '').replace(/[\s,;:–—•·|([*-]+$/, '')
  const isShort = /(?:^| )(?:\p{L}{1,7}|(?:\p{L}\.)+\p{L})\.$/u.test(trimmed) && /\. |\.$/.test(trimmed.slice(0, -1))
  return isShort || areAbbreviations(trimmed) ? trimmed : trimmed.replace(/[.,;:\s]+$/, '')
}

/** `Eur. Trans. Telecommun.` */
function areAbbreviations(text: string): boolean {
  return /^\p{Lu}\p{L}*\.(?: \p{Lu}\p{L}*\.){1,7}$/u.test(text)
}

function given<Fields extends { readonly [name: string]: string }>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<Fields>
}
