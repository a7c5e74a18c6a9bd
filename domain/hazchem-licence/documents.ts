// Which documents does a licence go through, and which act issues each of them?
import { type Text, text } from '../case/words.ts'

export const documents = {
  apply: text('申请材料接收凭证', 'Receipt of the application'),
  accept: text('受理通知书', 'Notice of acceptance'),
  'require-supplement': text('补正告知书', 'Notice to supplement'),
  'refuse-acceptance': text('不予受理决定书', 'Decision not to accept'),
  'begin-expert-review': text('专家评审时间告知书', 'Notice of the time of the expert review'),
  'extend-review': text('延长审查期限告知书', 'Notice of extension'),
  'site-check-passed': text('现场核查记录', 'Record of the site check'),
  'submit-opinion': text('审查意见书', 'Opinion of the review'),
  grant: text('准予行政许可决定书', 'Decision to grant'),
  refuse: text('不予行政许可决定书', 'Decision to refuse'),
  'issue-licence': text('危险化学品经营许可证（正本、副本）', 'Hazchem business licence, original and copy'),
  'cancel-licence': text('注销决定书', 'Decision to cancel'),
  'revoke-licence': text('吊销许可证决定书', 'Decision to revoke'),
  'annul-licence': text('撤销行政许可决定书', 'Decision to annul'),
} as const satisfies Record<string, Text>
