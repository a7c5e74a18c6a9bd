// How long are recordings of enforcement kept after their case is closed? Provisional until the city's archive has said so.
import { text } from '../language/words.ts'
import type { RetentionPeriod } from '../model/recordings/recordings.ts'

const source = text(
  '暂定，参照国家档案局令第8号的定期期限；《行政处罚法》第四十七条只要求归档保存',
  'Provisional, after the fixed terms of decree 8 of the State Archives; Article 47 of the Penalty Law only asks for archiving',
)

export const retentionOf = {
  visits: { id: 'visits', words: text('10年', '10 years'), years: 10, source },
  penalties: { id: 'penalties', words: text('30年', '30 years'), years: 30, source },
} as const satisfies Record<string, RetentionPeriod>
