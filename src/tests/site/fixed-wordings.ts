/** Wordings that nobody may put in other words, with the reason. Everything else of thirteen characters or more is our own. */
export const fixedWordings: { text: string; reason: string }[] = [
  { text: '宣传党的路线、方针、政策下基层', reason: '四项内容之一的全称' },
  { text: '调查研究下基层', reason: '四项内容之一的全称' },
  { text: '信访接待下基层', reason: '四项内容之一的全称' },
  { text: '现场办公下基层', reason: '四项内容之一的全称' },
  { text: '无公路、无自来水、无电灯照明、无财政收入、无政府办公场所', reason: '五无乡的五项，次序和用字固定' },
  { text: '学习贯彻习近平新时代中国特色社会主义思想主题教育', reason: '2023年主题教育的正式名称' },
  { text: '深化运用“四下基层”制度走好新时代党的群众路线推进会', reason: '2023年10月13日会议的名称' },
];
