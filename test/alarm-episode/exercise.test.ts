// Is an exercise known as one from the subject of its mails?
import { expect, it } from 'vitest'
import { describe as describeAlarm, raise } from '../../domain/alarm-episode/raise.ts'
import { sentence } from '../../domain/engine/notices/notices.ts'
import { text } from '../../domain/language/words.ts'

const machine = { id: 'devices', name: 'devices', scopes: [], region: '330800' as const }
const subject = (synthetic: boolean) => {
  const { title } = describeAlarm(
    { text: '储罐 液位 高高报', region: '330802', synthetic },
    { ...machine, kind: 'machine' },
  )
  return sentence(text('设备报警', 'Device alarm'), raise.words, {
    number: '报警〔2026〕1号',
    title,
  })
}

it('promise (alarms): 演练 stands first in the subject of an exercise’s mails, and in no other', () => {
  expect(subject(true).zh).toMatch(/^【演练】【设备报警】设备报警 报警/)
  expect(subject(true).en).toMatch(/^\[Exercise\] \[Device alarm\]/)
  expect(`${subject(false).zh}${subject(false).en}`).not.toMatch(/演练|Exercise/)
})
