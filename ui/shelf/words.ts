// Which words do draws by lot and yearly plans share with the shelf on which they stand?
import type { Text } from '../../domain/language/words.ts'

export const shelfWords = {
  draws: { zh: '双随机抽取', en: 'Draws by lot' },
  yearPlans: { zh: '年度监督检查计划', en: 'Yearly plans of inspections' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  industry: { zh: '行业', en: 'Trade' },
  cancel: { zh: '取消', en: 'Cancel' },
} satisfies Record<string, Text>
