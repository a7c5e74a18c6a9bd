// Which hazards of metal and non-metal mines are major (金属非金属矿山, 矿安〔2022〕88号; the main ones)?
import { text } from '../../language/words.ts'
import { directOnly, section } from './criterion.ts'

/** The numbering beyond what was seen in an excerpt is not claimed: such items cite their part only. */
const underground = [
  ...section('mines.exit', text('地下矿山', 'Underground mine'), (item) => `1(1)${item}`, 'V*', [
    [
      '直达地面的独立安全出口少于2个或与设计不符',
      'Fewer than 2 separate exits to the surface, or not as designed',
    ],
    [
      '仅两个出口而间距不足30米，或一翼超过1000米未设出口',
      'Two exits less than 30 m apart, or a wing over 1000 m without exit',
    ],
    [
      '出口全为竖井而无梯子间，或罐笼井只有一套提升且无梯子间',
      'Only vertical shafts without ladderway, or one hoist without ladderway',
    ],
    [
      '中段、采区、盘区、矿块出口少于2个或未通地面出口',
      'Fewer than 2 exits of a level or block, or not joined to the surface exits',
    ],
    ['安全出口堵塞或梯子踏步不能使用', 'Exits blocked or ladders unusable'],
  ]),
  ...section(
    'mines.underground',
    text('地下矿山', 'Underground mine'),
    (item) => `1(${item + 1})`,
    'V*',
    [
      ['使用国家明令禁止的设备、材料、工艺', 'Banned equipment, materials or methods'],
      [
        '不同矿权井巷相互贯通，或独立系统擅自贯通',
        'Workings of different owners or systems joined',
      ],
      ['图纸不全或与实际严重不符', 'Plans missing or far from the facts'],
    ],
  ),
  ...section('mines.water', text('地下矿山', 'Underground mine'), () => '1', 'V*', [
    [
      '地表水、降水危及井下而未按设计防治',
      'Surface water threatens the mine without the designed measures',
    ],
    [
      '井口标高低于历史最高洪水位1米且无防护',
      'Shaft mouth less than 1 m above the highest flood without protection',
    ],
    [
      '受倒灌威胁时强降雨、上游洪水未停产撤人',
      'No stop and evacuation in heavy rain or flood when the mine may be drowned',
    ],
    [
      '未配齐气体检测仪和自救器，或人员不会使用',
      'Gas detectors or self-rescuers missing, or people cannot use them',
    ],
  ]),
  ...section('mines.underground-more', text('地下矿山', 'Underground mine'), () => '1', 'M', [
    ['未建立机械通风系统或风量风质不合要求', 'No mechanical ventilation, or air below requirement'],
    ['排水系统与设计不符，排水能力不足', 'Drainage not as designed and too weak'],
    [
      '水文复杂矿井未设专门防治水机构和探放水设备',
      'Difficult water conditions without unit and gear for draining ahead',
    ],
    [
      '未按设计处理采空区或破坏保安矿柱',
      'Old workings not treated as designed, or safety pillars damaged',
    ],
    [
      '提升系统安全装置缺失、失效或未定期检测',
      'Safety devices of the hoist missing, failed or not tested',
    ],
    ['井下违规动火或可燃材料支护', 'Hot work against the rules or combustible support underground'],
    [
      '未配矿长、专业技术人员或以包代管',
      'No mine manager or engineers, or all left to contractors',
    ],
  ]),
]

const openPit = [
  ...section('mines.open-pit', text('露天矿山', 'Open-pit mine'), () => '2', 'V*', [
    [
      '地下转露天前未探明或处理采空区、溶洞',
      'Old workings or caves not explored or treated before open-pit mining',
    ],
    ['使用国家明令禁止的设备、材料、工艺', 'Banned equipment, materials or methods'],
    ['未自上而下分台阶或分层开采', 'Not mined from the top in benches or layers'],
    ['工作帮坡角大于设计，或边坡台阶高度超过设计', 'Slope angle or bench height above design'],
  ]),
  ...section('mines.open-pit-more', text('露天矿山', 'Open-pit mine'), () => '2', 'M', [
    ['开采或破坏保留的矿柱、岩柱、挂帮矿体', 'Pillars to be kept mined or damaged'],
    [
      '高边坡、排土场未做稳定性评估或在线监测',
      'High slopes or dumps without stability study or monitoring',
    ],
    ['边坡出现滑移而未处置', 'Sliding slope not treated'],
    ['凹陷露天矿未按设计设防洪排洪', 'Sunken pit without the designed flood protection'],
  ]),
]

const tailings = [
  ...section('mines.tailings', text('尾矿库', 'Tailings pond'), () => '3', 'V*', [
    ['库区或坝上违规开采、挖掘、爆破', 'Mining, digging or blasting on the pond or dam'],
    ['坝体或子坝外坡比陡于设计', 'Outer slope steeper than designed'],
    [
      '坝高超过设计总坝高，或超设计库容贮存',
      'Dam above the designed height, or stored beyond capacity',
    ],
  ]),
  ...section('mines.tailings-more', text('尾矿库', 'Tailings pond'), () => '3', 'M', [
    ['坝体出现贯穿裂缝、滑坡、管涌等', 'Through cracks, slides or piping in the dam'],
    ['浸润线埋深小于控制值', 'Seepage line too high'],
    ['安全超高、干滩长度不足', 'Freeboard or beach too short'],
    ['排洪系统构筑物损坏或堵塞，排洪能力不足', 'Flood outlets damaged or blocked'],
  ]),
]

export const mines = directOnly(
  'mines',
  text('金属非金属矿山', 'Metal and non-metal mines'),
  {
    name: text(
      '金属非金属矿山重大事故隐患判定标准',
      'Criteria for Major Hazards of Metal and Non-metal Mines',
    ),
    number: text('矿安〔2022〕88号', 'Mine Safety [2022] No. 88'),
    from: '2022-09-01',
    confidence: 'V*',
  },
  [...underground, ...openPit, ...tailings],
)
