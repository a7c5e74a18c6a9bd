// Which hazards were major on building and municipal sites until the norm of 2024 (建质规〔2022〕2号)?
import { text } from '../../language/words.ts'
import { type Sector, section } from './criterion.ts'

const of = (article: number) => (item: number) => `${article}(${item})`

const structures = [
  ...section('construction.2022-management', text('施工安全管理', 'Site management'), of(4), 'M', [
    ['无安全生产许可证施工', 'Building without safety licence'],
    ['三类人员无考核合格证', 'Heads and managers without certificate'],
    ['特种作业人员无证上岗', 'Special operations without certificate'],
    [
      '危大工程无专项方案、未审核，或未按规定论证',
      'Dangerous works without reviewed plan or expert argument',
    ],
  ]),
  ...section('construction.2022-excavation', text('基坑', 'Pits'), of(5), 'M', [
    ['未对毗邻建筑和地下管线采取专项防护', 'Neighbouring buildings or pipes not protected'],
    ['基坑超挖而未采取有效措施', 'Over-excavation without effective measures'],
    ['深基坑未做第三方监测', 'Deep pits without third-party monitoring'],
    ['坍塌预兆未及时处理', 'Signs of collapse not treated at once'],
  ]),
  ...section('construction.2022-formwork', text('模板', 'Formwork'), of(6), 'M', [
    ['模板支架地基承载力、变形不满足设计', 'Foundation of the formwork support below design'],
    ['模板支架荷载超过设计值', 'Formwork loaded above design'],
    ['拆模或爬升时混凝土强度不足', 'Concrete too weak when formwork is struck or climbs'],
  ]),
  ...section('construction.2022-scaffold', text('脚手架', 'Scaffold'), of(7), 'M', [
    ['脚手架地基承载力、变形不满足设计', 'Foundation of the scaffold below design'],
    ['未设连墙件或整层缺失', 'Wall ties missing, or missing on a whole level'],
    ['附着升降脚手架未验收即投用', 'Climbing scaffold used before acceptance'],
    [
      '附着升降脚手架防倾、防坠、同步装置不合格或失效',
      'Climbing scaffold: anti-tilt, anti-fall or synchronising devices unfit or failed',
    ],
    ['附着升降脚手架架体悬臂过高', 'Climbing scaffold: free part too high'],
  ]),
]

const works = [
  ...section('construction.2022-crane', text('起重机械', 'Lifting machines'), of(8), 'M', [
    ['未验收即投用，或未办使用登记', 'Used before acceptance or registration'],
    [
      '塔机独立高度、附着间距、悬高、垂直度不合规范',
      'Tower crane: free height, ties or plumb against the code',
    ],
    [
      '施工升降机附着间距、悬高、垂直度不合规范',
      'Hoist: ties, free height or plumb against the code',
    ],
    [
      '安拆、顶升、附着前未检查结构和连接件',
      'Structure and joints not checked before assembly, climbing or dismantling',
    ],
    ['安全装置不齐全、失效或被拆除破坏', 'Safety devices incomplete, failed or removed'],
    [
      '升降机防坠安全器超期，或标准节螺栓缺失失效',
      'Fall arrester of a hoist out of date, or bolts missing or failed',
    ],
    ['地基承载力、变形不满足设计', 'Foundation below design'],
  ]),
  ...section('construction.2022-height', text('高处作业', 'Work at height'), of(9), 'M', [
    [
      '钢结构、网架安装支撑不满足设计或未防倾覆',
      'Supports for steel erection below design or not secured against overturning',
    ],
    ['单榀钢桁架安装未防失稳', 'Single steel trusses not braced'],
    [
      '悬挑操作平台未设在稳定结构上且连接不可靠',
      'Cantilever platforms not on firm structure and not firmly tied',
    ],
  ]),
  ...section(
    'construction.2022-electricity',
    text('临时用电', 'Temporary power'),
    () => '10',
    'M',
    [
      [
        '潮湿、高温、导电等特殊环境照明未用安全电压',
        'No safe voltage for lighting in wet, hot or conductive places',
      ],
    ],
  ),
  ...section('construction.2022-confined-space', text('有限空间', 'Confined space'), of(11), 'M', [
    [
      '未审批、未培训，或未先通风再检测后作业',
      'No permit, no training, or no ventilating and testing first',
    ],
    ['无专人监护', 'No attendant'],
  ]),
  ...section('construction.2022-demolition', text('拆除', 'Demolition'), () => '12', 'M', [
    ['拆除顺序不合规范和方案', 'Order of demolition against code and plan'],
  ]),
  ...section('construction.2022-tunnel', text('暗挖', 'Mined works'), of(13), 'M', [
    [
      '带水施工未采取措施，或地下水控制失效仍施工',
      'Work in water without measures, or after groundwater control failed',
    ],
    [
      '涌水涌沙、坍塌、支护变形开裂未及时处置',
      'Inrush, local collapse or deformed support not treated at once',
    ],
  ]),
  ...section('construction.2022-banned', text('禁用工艺设备', 'Banned means'), () => '14', 'M', [
    [
      '使用国家禁止或限制的危险工艺、设备、材料',
      'Banned or restricted dangerous methods, equipment or materials',
    ],
  ]),
  ...section('construction.2022-other', text('其他', 'Other'), () => '15', 'M', [
    ['其他严重违法违规且有群死群伤现实危险', 'Other grave breach with real danger to many'],
  ]),
]

export const construction2022: Sector = {
  sector: 'construction',
  words: text('房屋市政工程', 'Building and municipal works'),
  norm: {
    name: text(
      '房屋市政工程生产安全重大事故隐患判定标准（2022版）',
      'Criteria for Major Hazards of Building and Municipal Works (2022)',
    ),
    number: text('建质规〔2022〕2号', 'MOHURD Quality Rules [2022] No. 2'),
    from: '2022-04-19',
    confidence: 'V*',
  },
  to: '2024-12-12',
  next: null,
  criteria: [...structures, ...works],
  combined: false,
  combinations: [],
}
