/** A line that is only a date: `Aug 20`, `20 August 2025`, `2025-08-20`, `20.08.2025`, `Wednesday, August 20`, `August 2025`, `[Submitted on 3 Mar 2024]`. */
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?'
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
const year = "(?:(?:19|20)\\d\\d|'\\d\\d)"
const clock = '(?:,? (?:at )?\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[ap]\\.?m\\.?)?(?: (?:[a-z]{1,4}t|utc|z|[+-]\\d\\d:?\\d\\d))?)?'
const said = '(?:(?:published|posted|submitted|updated|added|last updated|last modified|date)(?: on)?:? )?'
const forms = [
  `${weekday}${month} ${day}(?:,? ${year})?`,
  `${weekday}${day}\\.? (?:of )?${month}(?:,? ${year})?`,
  `${month},? ${year}`,
  `${weekday}${year}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?:t\\d\\d:\\d\\d(?::\\d\\d)?z?)?`,
  `${weekday}(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\1(?:(?:19|20)\\d\\d|\\d\\d)`,
]
const date = new RegExp(`^${said}(?:${forms.join('|')})${clock}$`, 'i')
const longestDate = 60

export function isDateLine(text: string): boolean {
  return text.length <= longestDate && date.test(text.replace(/^\[(.*)\]$|^\((.*)\)$/, '$1$2').replace(/\s+/g, ' '))
}
