// Which bytes does a reader get who asks for a piece of a file?
import { expect, test } from 'vitest'
import { isPieceAsked, pieceOf } from '../../api/http/piece.ts'

const asked = (range?: string, ifRange?: string) => pieceOf(range, 100, ifRange, 'abc')

test('a piece is given as it is asked for; what cannot be is told; everything else is the whole', () => {
  expect(asked()).toEqual({ from: 0, to: 99 })
  expect(asked('bytes=10-19')).toEqual({ from: 10, to: 19 })
  expect(asked('bytes=90-')).toEqual({ from: 90, to: 99 })
  expect(asked('bytes=-5')).toEqual({ from: 95, to: 99 })
  expect(asked('bytes=95-500')).toEqual({ from: 95, to: 99 })
  expect(asked('bytes=100-')).toBeNull()
  expect(asked('bytes=20-10')).toBeNull()
  expect(asked('bytes=-0')).toBeNull()
  for (const odd of ['bytes=-', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b', ''])
    expect(asked(odd)).toEqual({ from: 0, to: 99 })
  expect(asked('bytes=10-19', '"abc"')).toEqual({ from: 10, to: 19 })
  expect(asked('bytes=10-19', '"other"')).toEqual({ from: 0, to: 99 })
})

test('a piece is answered as one where one is asked for rightly and of this version', () => {
  const asked = (range?: string, ifRange?: string) => isPieceAsked(range, ifRange, 'abc')
  for (const range of ['bytes=0-', 'bytes=5-9', 'bytes=-4']) expect(asked(range)).toBe(true)
  for (const range of [undefined, 'bytes=-', 'bytes=0-1,4-5', 'items=0-1'])
    expect(asked(range)).toBe(false)
  expect(asked('bytes=0-', '"abc"')).toBe(true)
  expect(asked('bytes=0-', '"other"')).toBe(false)
})
