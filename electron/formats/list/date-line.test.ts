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
])('takes %s for a date', (text) => {
  expect(isDateLine(text)).toBe(true)
})

it.each(['2025', 'May', 'August 2025 in numbers', '20.13.2025.1', 'The 20 August', '1.2.3', ''])('takes %j for none', (text) => {
  expect(isDateLine(text)).toBe(false)
})
