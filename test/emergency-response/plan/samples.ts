// Which plan does a response go by in these tests, and what does its form keep of it?
import type { ChosenEntry } from '../../../domain/model/decision-context.ts'

export const orderTemplates = [
  {
    level: '3',
    order: '封闭道路，组织下风向群众撤离',
    office: '市公安局',
    leadMinutes: 15,
  },
  {
    level: '4',
    order: '派出救援队伍赶赴现场',
    office: '市消防救援支队',
    leadMinutes: 5,
  },
  { level: '4', order: '派人到场核实', office: '柯城区应急管理局', leadMinutes: 20 },
  { level: '4', order: '启动碱液喷淋', office: '生产部', leadMinutes: 0 },
]

export const entry: ChosenEntry = {
  id: 'plan-1',
  number: '衢柯预案〔2026〕0001号',
  version: 1,
  region: '330802',
  owner: null,
  standing: 'in-force',
  from: '2026-02-02',
  data: {
    title: '柯城区火灾爆炸事故应急预案',
    kind: 'special',
    events: ['fire'],
    version: '2026-1',
    orderTemplates,
  },
}
