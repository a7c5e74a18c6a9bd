// Which papers does an application of each kind need (令55 第九、十四、十六、十八条)?

import { type Text, text } from '../language/words.ts'
import { meets, type Where } from '../model/where.ts'

/** 令55 第九条 of a first application; 第十八条 asks for the same of a renewal. */
export const whole = ['new', 'renewal', 'reapplication']

/** 经营方式 as licences say it. A licence that says it in these words goes on in these words. */
export const modes = {
  '批发（无储存）': text('批发（无储存）', 'Wholesale without storage'),
  '批发（带储存）': text('批发（带储存）', 'Wholesale with storage'),
  零售: text('零售', 'Retail'),
  仓储经营: text('仓储经营', 'Warehousing'),
  加油加气站: text('加油加气站', 'Petrol or gas station'),
} as const satisfies Record<string, Text>

const storing = { mode: ['批发（带储存）', '仓储经营', '加油加气站'] }
const storingGrounds = { grounds: ['storage', 'station', 'warehousing'] }

type Paper = { words: Text; when: Text; needed: Where }

/** By the field of the application. `when`: the same condition in the words of the guide. */
export const papers = {
  form: { words: text('申请书', 'Application form'), when: text('必要', 'Always'), needed: [{}] },
  premises: {
    words: text('经营场所产权或者租赁证明', 'Title or lease of the premises'),
    when: text('必要；变更的，仅限变更注册地址', 'Always; for a change only of the address'),
    needed: [{ kind: whole }, { kind: ['change'], what: ['address'] }],
  },
  qualifications: {
    words: text('负责人、管理和业务人员资格证明', 'Qualifications of principal and staff'),
    when: text('必要；变更的，仅限变更主要负责人', 'Always; for a change only of the principal'),
    needed: [{ kind: whole }, { kind: ['change'], what: ['principal'] }],
  },
  systems: {
    words: text('安全管理制度和岗位操作规程目录', 'List of safety rules and instructions'),
    when: text('必要；变更的不需要', 'Always, but not for a change'),
    needed: [{ kind: whole }],
  },
  storage: {
    words: text('储存设施证明材料', 'Papers of the storage facilities'),
    when: text(
      '有储存设施的；变更的，仅限变更储存设施',
      'Where there is storage; for a change only of the storage',
    ),
    needed: [
      { kind: whole, ...storing },
      { kind: whole, ...storingGrounds },
      { kind: ['change'], what: ['storage-controls', 'new-storage'] },
    ],
  },
} as const satisfies Record<string, Paper>

const all: [string, Paper][] = Object.entries(papers)

/** The names of the papers without which an application that says this cannot be accepted, in the order of its form. */
export const necessaryPapers = (application: Record<string, unknown>): string[] =>
  all.flatMap(([, { words, needed }]) => (meets(needed, application) ? [words.zh] : []))

/** Those of them that came without a file. */
export const missingPapers = (application: Record<string, unknown>): string[] =>
  all.flatMap(([name, { words, needed }]) =>
    meets(needed, application) && !hasFile(application[name]) ? [words.zh] : [],
  )

const hasFile = (value: unknown): boolean => Array.isArray(value) && value.length > 0
