// Does an enterprise read what came of its matter: granted as granted, refused where it was refused?
import { expect, test } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import { steps as hazard } from '../../../ui/hazard-rectification/steps.ts'
import { steps as licence } from '../../../ui/hazchem-licence/steps.ts'
import { looksOf } from '../../../ui/portal/step-looks.ts'
import { steps as project } from '../../../ui/three-simultaneities/steps.ts'

const signs = { done: '✓', now: '●', ended: '■', later: '·' }
const drawn = (
  status: 'open' | 'closed',
  words: string,
  steps: Parameters<typeof looksOf>[1],
): string =>
  looksOf({ status, state: text(words, words) }, steps)
    .map((look) => signs[look])
    .join('')

test.each([
  ['open', '材料已收到，等待受理', '✓●····'],
  ['open', '不予许可，文书送达中', '✓✓✓●··'],
  ['open', '许可证有效', '✓✓✓✓✓●'],
  ['closed', '不予受理', '✓■····'],
  ['closed', '不予许可 · 限制期内不得再次申请', '✓✓✓■··'],
  ['closed', '已撤回', '✓·····'],
  ['closed', '许可证有效期届满', '✓✓✓✓✓✓'],
  ['closed', '许可证已注销', '✓✓✓✓✓✓'],
  ['closed', '已由新证替换', '✓✓✓✓✓✓'],
] as const)('a licence, %s: %s', (status, words, looks) =>
  expect(drawn(status, words, licence)).toBe(looks),
)

test.each([
  ['closed', '已核销 · 督办已解除', '✓✓✓✓✓'],
  ['closed', '已撤回', '✓····'],
  ['closed', '已移送有关机关', '✓····'],
  ['open', '请整改', '✓✓●··'],
] as const)('a hazard, %s: %s', (status, words, looks) =>
  expect(drawn(status, words, hazard)).toBe(looks),
)

test.each([
  ['closed', '投入使用', '✓✓✓✓✓✓✓'],
  ['closed', '项目已终止', '✓······'],
] as const)('a project, %s: %s', (status, words, looks) =>
  expect(drawn(status, words, project)).toBe(looks),
)
