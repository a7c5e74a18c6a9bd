// Which addresses may the platform of a camera have?
import { describe, expect, test } from 'vitest'
import { isTemplate, playLink, tokenOf } from '../../../domain/video/play-link.ts'
import { far, near, secret, template, useCameraHouse } from './camera-house.ts'

useCameraHouse()

describe('the address', () => {
  test.each([
    [template, true],
    ['wss://v.example/{point}/{expires}/{token}', true],
    ['https://{point}.example/{expires}/{token}', false],
    ['https://v.example/{point}/{token}', false],
    ['https://v.example/{point}/{point}/{expires}/{token}', false],
    ['https://u:p@v.example/{point}/{expires}/{token}', false],
    ['file:///{point}/{expires}/{token}', false],
    ['javascript:{point}{expires}{token}', false],
    ['/{point}/{expires}/{token}', false],
  ])('%s: %s', (from, good) => expect(isTemplate(from)).toBe(good))

  test('another camera, end or secret is another token', () => {
    const tokens = [
      tokenOf(secret, near, 1),
      tokenOf(secret, far, 1),
      tokenOf(secret, near, 2),
      tokenOf(`${secret}.`, near, 1),
    ]
    expect(new Set(tokens).size).toBe(4)
    expect(() => playLink({ template, secret: 'short', seconds: 60 }, near, new Date())).toThrow(
      RangeError,
    )
    expect(() =>
      playLink({ template: 'https://v.example/', secret, seconds: 60 }, near, new Date()),
    ).toThrow(RangeError)
  })
})
