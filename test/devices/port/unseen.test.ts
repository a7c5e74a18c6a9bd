// Does the text of a device read as it is kept, whichever way it has come?
import { describe, expect, it, test } from 'vitest'
import { readField, writeField } from '../../../devices/frames/text-field.ts'
import { replaceUnseen } from '../../../devices/port/cut.ts'
import { shown } from '../../../devices/protocols/jt809/text.ts'
import { plain } from '../../../devices/push/fields.ts'

/** Shown as "储罐 三号" turned round, with nothing between that an eye could see. */
const turned = '储罐\u202e号三\u200b\u2066\ufeff'

describe('signs that turn the direction of text, or that nobody sees, are dropped', () => {
  test.each([
    ['pushed', plain],
    ['of a platform of vehicles', (text: string) => shown(text)],
  ])('from what is %s', (_, read) => {
    expect(read(turned)).toBe('储罐号三')
  })

  it('from a field of bytes', () => {
    expect(readField(writeField('储罐三号', 16))).toBe('储罐三号')
    // GB 18030 of U+202E, between two ideographs.
    expect(readField(Uint8Array.from([0xb9, 0xde, 0x81, 0x36, 0xa7, 0x31, 0xba, 0xc5]))).toBe(
      new TextDecoder('gb18030').decode(Uint8Array.from([0xb9, 0xde, 0xba, 0xc5])),
    )
  })
})

test('line ends stay where lines are asked for, and only there', () => {
  expect(shown('一\n二\u202e三', 9, true)).toBe('一\n二三')
  expect(replaceUnseen('一\n二', ' ')).toBe('一 二')
})
