import { expect, it } from 'vitest'
import { fitPanes } from './pane-widths.ts'

it('gives the panes what the user chose where there is room', () => {
  expect(fitPanes({ sidebar: 240, list: 500 }, 1440)).toEqual({ sidebar: 240, list: 500 })
})

it('takes from the list first, then from the sidebar, to keep the reader readable', () => {
  expect(fitPanes({ sidebar: 216, list: 456 }, 1000)).toEqual({ sidebar: 216, list: 384 })
  expect(fitPanes({ sidebar: 216, list: 456 }, 900)).toEqual({ sidebar: 200, list: 300 })
})
