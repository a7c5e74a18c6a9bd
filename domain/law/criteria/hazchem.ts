// Which hazards are major in chemical and hazardous-chemicals enterprises (安监总管三〔2017〕121号)?
import { text } from '../../language/words.ts'
import { directOnly, section } from './criterion.ts'

const items = section('hazchem.item', text('化工危化', 'Chemicals'), (item) => `${item}`, 'V*', [
  [
    '主要负责人、安全管理人员未依法考核合格',
    'Heads or safety managers who have not passed the assessment',
  ],
  ['特种作业人员无证上岗', 'Special operations by people without certificate'],
  [
    '“两重点一重大”装置设施外部安全防护距离不足',
    'Key processes, key chemicals or major hazard sources without the external safety distance',
  ],
  [
    '重点监管工艺无自动化控制、紧急停车，或装了未投用',
    'Key processes without automatic control and emergency stop, or these not in use',
  ],
  [
    '一二级重大危险源罐区无紧急切断，或毒性、液化、剧毒介质罐区无独立安全仪表',
    'Class 1 or 2 tank farms without emergency shut-off or, for toxic and liquefied media, without safety instruments',
  ],
  ['全压力式液化烃储罐未设注水', 'Pressurised liquefied hydrocarbon tanks without water injection'],
  [
    '液化烃、液氨、液氯等充装未用万向管道',
    'Filling of liquefied hydrocarbons, ammonia or chlorine without loading arms',
  ],
  [
    '光气、氯气等剧毒气体及硫化氢管道穿越厂区、园区外公共区域',
    'Pipes with phosgene, chlorine or H2S across public areas',
  ],
  [
    '地区架空电力线违规穿越生产区',
    'Overhead power lines crossing the production area against the standard',
  ],
  ['在役装置未经正规设计，也未做设计诊断', 'Plants in use neither properly designed nor diagnosed'],
  ['使用目录淘汰的工艺、设备', 'Processes or equipment on the list of obsolete ones'],
  [
    '泄漏场所未按标准设气体报警，或爆炸危险场所电气不防爆',
    'No gas detection where gas may leak, or no explosion-proof electrics',
  ],
  [
    '控制室、机柜间朝危险装置一侧不满足防火防爆',
    'Control or cabinet rooms not fire and blast proof towards the plant',
  ],
  [
    '装置未按标准双重电源供电，或自控无不间断电源',
    'No double power supply as required, or no UPS for the control system',
  ],
  ['安全阀、爆破片等安全附件未正常投用', 'Relief valves, bursting discs and the like not in use'],
  [
    '未建立全员安全生产责任制，或未实施隐患排查治理制度',
    'No responsibility system for all staff, or no system to find and treat hazards',
  ],
  ['未制定操作规程和工艺控制指标', 'No operating procedures and process limits'],
  [
    '动火、受限空间等特殊作业制度缺失或未执行',
    'System for hot work, confined space and other special work missing or not followed',
  ],
  [
    '新工艺未经试验或论证、新装置无试生产方案、精细化工未做反应风险评估',
    'New processes not tested or argued, no trial plan, or no reaction risk assessment',
  ],
  [
    '未分区分类储存，超量超品种，或禁配物混存',
    'Storage not separated, above quantity or kind, or incompatibles together',
  ],
])

export const hazchem = directOnly(
  'hazchem',
  text('化工和危险化学品', 'Chemicals and hazardous chemicals'),
  {
    name: text(
      '化工和危险化学品生产经营单位重大生产安全事故隐患判定标准（试行）',
      'Criteria for Major Hazards of Chemical and Hazardous-Chemicals Units (Trial)',
    ),
    number: text('安监总管三〔2017〕121号', 'SAWS Supervision III [2017] No. 121'),
    from: '2017-11-13',
    confidence: 'V*',
  },
  items,
  {
    name: text(
      '化工和危险化学品生产经营企业重大生产安全事故隐患判定准则（文本待载入）',
      'Rules for Judging Major Hazards of Chemical and Hazardous-Chemicals Enterprises (text not yet loaded)',
    ),
    number: text('AQ 3067-2026', 'AQ 3067-2026'),
    from: '2026-09-30',
    confidence: 'V*',
  },
)
