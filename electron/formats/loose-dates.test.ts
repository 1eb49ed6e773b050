import { expect, it } from 'vitest'
import { readLooseDate } from './loose-dates.ts'

it('reads the dates of catalogues as far as they go', () => {
  const dates = [
    '2008/05/12/',
    '2008///Spring',
    '2008//',
    '2008',
    '2008 Jul 12',
    '12 May 2008',
    'July 1948',
    '2008 Jul-Aug',
    '1998-7',
    '2008 Winter',
  ]
  expect(dates.map((date) => readLooseDate(date))).toEqual([
    '2008-05-12',
    '2008-21',
    '2008',
    '2008',
    '2008-07-12',
    '2008-05-12',
    '1948-07',
    '2008-07/2008-08',
    '1998-07',
    '2008-24',
  ])
})

it('takes the year from elsewhere for a date that has none', () => {
  expect([readLooseDate('Jul 12', 2008), readLooseDate('Jul 12')]).toEqual(['2008-07-12', null])
})

it('reads both ends of a time', () => {
  const dates = [
    '1998 Dec-1999 Jan',
    '2000 Nov 29-Dec 5',
    '5-7 April 2004',
    'April 5-7, 2004',
    'July/August 1948',
    '2001-2003',
    '2003 Dec-Jan',
  ]
  expect(dates.map((date) => readLooseDate(date))).toEqual([
    '1998-12/1999-01',
    '2000-11-29/2000-12-05',
    '2004-04-05/2004-04-07',
    '2004-04-05/2004-04-07',
    '1948-07/1948-08',
    '2001',
    '2003-12',
  ])
})

it('reads hostile text in linear time', () => {
  const started = process.cpuUsage()
  for (const part of [' ', '-', ' - ', 'May ', '1', '1-', 'and ']) readLooseDate(`2000 ${part.repeat(200_000)}x`)
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
})
