/**
 * How well a line fits a role, and a boundary an end: a sum of the scores below. They are log-odds by rule of thumb: 2 is a good sign,
 * 4 a strong one, 8 and more are near certainty. Only their order of size matters: lists of all layouts, wrapped at all widths,
 * must come out the same (parse-list.test.ts).
 */
export const scores = {
  /** Each record must earn more than it costs, so that no text is cut into records without need. */
  record: -1,
  /** Where blank lines part paragraphs or records, a record begins after one. */
  recordWithoutGap: -5,
  /** What a record costs that lacks a part of its grammar. */
  missing: { title: -7, authors: -4, abstract: -8 },
  /** A title with its authors may stand alone in a list whose other records have abstracts. */
  missingAbstractAfterNames: -3,
  /** A line outside of all records; a date is at home there, and so, it seems, is a line that comes again and again. */
  leftover: -2,
  date: 5,
  repeated: 2,
  /** It may stand between two parts of a record, too: behind the authors rather than right below the title. */
  beside: { title: -3, authors: -1.5, abstract: -4 },
  /** A long line is content and must not be lost. */
  longLeftover: -5,
  ratherLongLeftover: -2.5,

  /** A title has capitals on its words; a sentence of prose has them on few. */
  titleCase: 2.5,
  halfTitleCase: 1.2,
  /** Verbs, pronouns and connectives are prose; each counts. */
  titleProseWord: -1.2,
  abstractProseWord: 1,
  mostProseWords: 4,
  /** Sentences end in abstracts, rarely in titles. */
  titleSentence: -1.5,
  abstractSentence: 0.5,
  abstractInSentenceCase: 1,
  abstractInTitleCase: -2,
  /** A short paragraph that ends without a full stop is no prose. */
  abstractOfOnePhrase: -8,
  /** `Name: …` opens many titles and few sentences. */
  titleWithName: 1.5,
  /** A title of one word, or that begins with a small letter, is rare. */
  titleOfOneWord: -4,
  startInLowerCase: -2,
  /** Titles are at most so long; abstracts, one to a line, are longer. */
  longTitle: -5,
  tooLongTitle: -15,
  /** A long line in which no sentence ends is no prose, and may be a title after all. */
  longPhrase: -4,
  longAbstract: 4,
  veryLongAbstract: 8,
  /** Code, tables, numbers; wrapping leaves such lines inside abstracts. */
  oddLine: -4,
  oddFurtherLine: -1,
  /** A web address stands in abstracts, or outside. */
  address: -4,
  /** A list of names is neither a title nor prose. */
  titleOfNames: -3,
  abstractOfNames: -3,
  authorsOfNames: 2.5,
  /** Names stand close: a separator for every third word. */
  denseNames: 1.5,
  nameWithoutSeparator: -1,
  /** `Preprints` is a heading more often than it is somebody's name. */
  nameOfOneWord: -3,
  namelessWord: -3,
  mostNamelessWords: 4,
  strangeWordInNames: -1.5,
  sentenceInNames: -2,
  /** `Abstract:` opens an abstract and stands nowhere else. */
  marker: 8,

  /** `Authors:` opens a list of names. */
  authorLabel: 6,

  /** `Methods:` goes on a structured abstract, and may open one. */
  sectionInAbstract: 6,
  sectionElsewhere: -3,

  /** The same paragraph goes on where it surely ended: only an abstract of several paragraphs does that. */
  continueAfterEnd: { title: -8, authors: -8, abstract: -5.5 },
  /** In a wrapped source a paragraph that surely ended did so; its abstracts rarely have several. */
  continueAfterShortLine: -1.5,
  continueAfterStop: -3,
  /** A paragraph ends exactly at the right margin: one in ten does, and the fewer lines it has the more that counts. */
  endAtMargin: { title: -2, authors: -2, abstract: -3 },
  /** There, a paragraph ends where a sentence does, and the next begins with a capital, as other lines do less often. */
  endAfterSentence: 1.5,
  capitalInsideSentence: -0.5,
  endBeforeLowerCase: -4,
  endAfterComma: -3,
  endAfterHangingWord: -4,
  endAfterHyphen: -6,
  /** Names that stand below each other are one list. */
  endInColumn: -6,
  /** Abstracts end in a full stop, an address or a bracket; */
  abstractWithoutEnd: -3.5,
  /** Each further line of a title makes it less likely to be one. */
  furtherTitleLine: -0.7,
} as const
