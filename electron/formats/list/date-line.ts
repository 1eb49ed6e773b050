/**
 * A line that is only a date or an hour: `Aug 20`, `20 August 2025`, `2025-08-20`, `20.08.2025`, `Wednesday, August 20`, `August 2025`,
 * `20 de agosto de 2025`, `[Submitted on 3 Mar 2024]`, `First published: 1 June 2001`, `9:15 am`, `10:30–11:00`.
 */
import { foreignMonthNames, monthNames } from './month-names.ts'

const month = `(?:${monthNames}|${foreignMonthNames})\\.?`
const weekday = `(?:(?:${[
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?',
  '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche',
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
].join('|')})\\.?,? )?`
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|º)?'
const year = "(?:(?:19|20)\\d\\d|'\\d\\d)"
const hour = '\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[ap]\\.?m\\.?| uhr| h)?'
const clock = `(?:,? (?:at )?${hour}(?: (?:[a-z]{1,4}t|utc|z|[+-]\\d\\d:?\\d\\d))?)?`
const said = `(?:(?:${[
  '(?:first |originally |article )?(?:published|posted|submitted|updated|added|received|accepted)(?: online)?|last (?:updated|modified)|available online|date',
  'letzte änderung|zuletzt geändert|stand|dernière (?:mise à jour|modification)|última (?:actualización|modificación|atualização)|laatst gewijzigd',
  'veröffentlicht|erschienen|(?:publié|soumis|mis en ligne)|publicado|publicação|pubblicato|gepubliceerd',
].join('|')})(?: (?:on|am|le|el|em|il|op))?:? )?`
const forms = [
  `${weekday}${month} ${day}(?:,? ${year})?`,
  `${weekday}${day}\\.? (?:(?:of|de) )?${month}(?:,? (?:de )?${year})?`,
  `${month},? (?:de )?${year}`,
  '(?:19|20)\\d\\d[-/](?:0[1-9]|1[0-2])',
  `${weekday}${year}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?:t\\d\\d:\\d\\d(?::\\d\\d)?z?)?`,
  `${weekday}(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\1(?:(?:19|20)\\d\\d|\\d\\d)`,
]
const date = new RegExp(`^(?:${said}(?:${forms.join('|')})${clock}|${hour}(?: ?[-–—] ?${hour})?)$`, 'i')
const longestDate = 60

export function isDateLine(text: string): boolean {
  return (
    text.length <= longestDate && /\d/.test(text) && date.test(text.replace(/^\[(.*)\]$|^\((.*)\)$/, '$1$2').replace(/\s+/g, ' '))
  )
}
