import { expect, it } from 'vitest'
import { isDateLine } from './date-line.ts'

it.each([
  'Aug 20',
  '20 August 2025',
  'August 20, 2025',
  '2025-08-20',
  '2025/8/20',
  '20.08.2025',
  '20. August 2025',
  'Wednesday, August 20',
  'Wed, 20 Aug 2025 10:15',
  'August 2025',
  '1st of May 2024',
  '[Submitted on 3 Mar 2024]',
  'Published: 2024-01-31',
  'First Published: 1 June 2001',
  '3. März 2019',
  'Dienstag, 12. Oktober 2021',
  '1er juillet 1998',
  '20 de agosto de 2025',
  'publicado el 4 de enero de 2011',
  'maart 2003',
  '9:15 am',
  '10:30–11:00',
  '14:00 Uhr',
])('takes %s for a date', (text) => {
  expect(isDateLine(text)).toBe(true)
})

it.each(['2025', 'May', 'August 2025 in numbers', '20.13.2025.1', 'The 20 August', '1.2.3', '16:9', 'Mai', 'Mars 500', ''])(
  'takes %j for none',
  (text) => {
    expect(isDateLine(text)).toBe(false)
  },
)
